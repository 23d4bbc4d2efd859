package glasshouse.city.world;

import glasshouse.lab.service.Offer;
import glasshouse.lab.society.People;
import glasshouse.lab.society.Society;
import glasshouse.lab.study.Arm;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The desk of one service in one town: who came lately and waits for the clerk's word, what the
/// clerk has said before and what became of it, and whom the desk turned away in a year.
public record Desk(
        Arm arm,
        LocalDate date,
        List<Counter> counters,
        Service service,
        List<Visit> queue,
        List<Share> shares,
        Blame blame,
        List<Dealt> dealt) {
    /// Days for which somebody waits for the clerk's word.
    static final int WAIT = 28;

    private static final int YEAR = 365;
    private static final int MOST = 9;
    private static final int EUROS = 10;
    private static final int EMPLOYED = 1;
    private static final int MEMBER = 8;

    /// A service with a desk, and how many asked and were refused there in the last days.
    public record Counter(int offer, Service service, int asked, int refused) {}

    /// Somebody who came: how they stand today, what they were told then, what the scheme says
    /// today, and why.
    public record Visit(
            int person,
            LocalDate date,
            Outcome told,
            int score,
            int lists,
            boolean employed,
            int savingsEuros,
            int group,
            Outcome today,
            Optional<Reason> reason) {}

    /// How many times people of a group came in a year, and were turned away.
    public record Share(int group, int asked, int refused) {}

    /// Of those turned away in a year, how many people they are, and how many of these paid nothing
    /// late in that year.
    public record Blame(int people, int inTime) {}

    /// What the clerk decided, what the person has been told since, and how often they have paid
    /// something late since.
    public record Dealt(Book.Entry entry, List<Outcome> since, int late) {
        public Dealt {
            since = List.copyOf(since);
        }
    }

    public Desk {
        counters = List.copyOf(counters);
        queue = List.copyOf(queue);
        shares = List.copyOf(shares);
        dealt = List.copyOf(dealt);
    }

    /// The desk of a service; that at which most were lately refused where there is none of that
    /// name, and nothing where the town has no desks.
    static Optional<Desk> of(Town town, Homes homes, Book book, String service) {
        Optional<Scheme> scheme = town.arm().scheme();
        List<Counter> counters = counters(town);
        return counters.stream()
                .filter(counter -> counter.service().name().equals(service))
                .findFirst()
                .or(() -> counters.stream().max(Comparator.comparingInt(Counter::refused)))
                .flatMap(
                        counter ->
                                scheme.map(
                                        rules ->
                                                new Clerking(town, rules, homes, book, counter)
                                                        .desk(counters)));
    }

    /// Services at which anybody asks. Where places are few they go by the score alone, without a
    /// desk.
    private static List<Counter> counters(Town town) {
        List<Offer> offers = town.society().offers().all();
        var asked = new int[offers.size()];
        var refused = new int[offers.size()];
        for (Chronicle.Visit visit : town.chronicle().visits(WAIT)) {
            asked[visit.offer()]++;
            refused[visit.offer()] += visit.outcome() == Outcome.REFUSED ? 1 : 0;
        }
        return IntStream.range(0, asked.length)
                .filter(i -> asked[i] > 0 && offers.get(i).service().quota() == null)
                .filter(i -> !Door.isQueue(offers.get(i).service()))
                .mapToObj(i -> new Counter(i, offers.get(i).service(), asked[i], refused[i]))
                .toList();
    }

    /// Gathers what is on one desk.
    private record Clerking(Town town, Scheme scheme, Homes homes, Book book, Counter counter) {
        Desk desk(List<Counter> counters) {
            return new Desk(
                    town.arm(),
                    date(),
                    counters,
                    counter.service(),
                    queue(),
                    shares(),
                    blame(),
                    dealt());
        }

        private Society society() {
            return town.society();
        }

        private LocalDate date() {
            return society().step(town.days() - 1).date();
        }

        private List<Chronicle.Visit> visits(int days) {
            return town.chronicle().visits(days).stream()
                    .filter(visit -> visit.offer() == counter.offer())
                    .toList();
        }

        /// The latest first, each once, without those of whom the clerk has spoken; those refused
        /// before the others.
        private List<Visit> queue() {
            Set<Integer> seen = new HashSet<>();
            book.at(counter.service().name()).forEach(entry -> seen.add(entry.person()));
            var refused = new ArrayList<Visit>();
            var others = new ArrayList<Visit>();
            for (Chronicle.Visit visit : visits(WAIT).reversed()) {
                if (seen.add(visit.person()) && isMember(visit.person())) {
                    (visit.outcome() == Outcome.GRANTED ? others : refused).add(standing(visit));
                }
            }
            // Some whom the scheme let in are always shown: a clerk may turn away, too.
            int open = Math.min(others.size(), Math.max(MOST / 3, MOST - refused.size()));
            var queue = new ArrayList<>(refused.subList(0, Math.min(refused.size(), MOST - open)));
            queue.addAll(others.subList(0, open));
            return queue;
        }

        private boolean isMember(int person) {
            return (society().people().life(person) & MEMBER) != 0;
        }

        private Visit standing(Chronicle.Visit visit) {
            People people = society().people();
            int person = visit.person();
            int score = people.score(person);
            int lists = people.lists(person);
            var rule = Offer.rule(scheme, counter.service(), score, lists);
            return new Visit(
                    person,
                    visit.date(),
                    visit.outcome(),
                    score,
                    lists,
                    (people.life(person) & EMPLOYED) != 0,
                    people.savingsTens(person) * EUROS,
                    homes.group()[person],
                    rule.outcome(),
                    Optional.ofNullable(rule.reason()));
        }

        private List<Share> shares() {
            var asked = new int[Byte.MAX_VALUE];
            var refused = new int[Byte.MAX_VALUE];
            for (Chronicle.Visit visit : visits(YEAR)) {
                asked[homes.group()[visit.person()]]++;
                if (visit.outcome() == Outcome.REFUSED) {
                    refused[homes.group()[visit.person()]]++;
                }
            }
            return IntStream.range(0, asked.length)
                    .filter(group -> asked[group] > 0)
                    .mapToObj(group -> new Share(group, asked[group], refused[group]))
                    .toList();
        }

        private Blame blame() {
            int[] late = town.chronicle().late(Math.max(0, town.days() - YEAR));
            List<Integer> refused =
                    visits(YEAR).stream()
                            .filter(visit -> visit.outcome() == Outcome.REFUSED)
                            .map(Chronicle.Visit::person)
                            .distinct()
                            .toList();
            long inTime = refused.stream().filter(person -> late[person] == 0).count();
            return new Blame(refused.size(), (int) inTime);
        }

        private List<Dealt> dealt() {
            return book.at(counter.service().name()).stream().map(this::dealt).toList();
        }

        private Dealt dealt(Book.Entry entry) {
            int since = town.days() - entry.day();
            List<Outcome> told =
                    visits(Math.max(0, since)).stream()
                            .filter(visit -> visit.person() == entry.person())
                            .map(Chronicle.Visit::outcome)
                            .toList();
            return new Dealt(entry, told, town.chronicle().late(entry.day())[entry.person()]);
        }
    }
}
