package glasshouse.city.page;

import glasshouse.city.world.Book;
import glasshouse.city.world.Desk;
import glasshouse.lab.population.Population;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scheme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A desk in the words of a page.
public final class DeskView {
    private final Desk desk;
    private final Population population;
    private final Words words;
    private final Scheme scheme;

    /// A desk to choose: its service, and how many were lately refused there.
    public record Choice(String name, String title, int asked, int refused) {}

    /// Somebody who waits for the clerk's word.
    public record Applicant(
            int person,
            LocalDate date,
            Outcome told,
            String score,
            String band,
            String group,
            boolean employed,
            String savings,
            String lists,
            Outcome today,
            String reason) {
        public String sign() {
            return sign(today);
        }

        static String sign(Outcome outcome) {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
    }

    /// A group of income, and what became of its people at this desk.
    public record Row(String title, int asked, int refused, String percent) {}

    /// What the clerk decided, and what came of it.
    public record Dealt(
            int person,
            String sign,
            String word,
            String ground,
            int granted,
            int refused,
            int late) {}

    DeskView(Desk desk, Population population, Words words) {
        this.desk = desk;
        this.population = population;
        this.words = words;
        scheme = desk.arm().scheme().orElseThrow();
    }

    public Desk desk() {
        return desk;
    }

    public String scheme() {
        return scheme.header().title();
    }

    /// All desks, by title.
    public List<Choice> choices() {
        return desk.counters().stream()
                .map(
                        c ->
                                new Choice(
                                        c.service().name(),
                                        c.service().title(),
                                        c.asked(),
                                        c.refused()))
                .sorted(Comparator.comparing(Choice::title))
                .toList();
    }

    public List<Applicant> queue() {
        return desk.queue().stream().map(this::applicant).toList();
    }

    private Applicant applicant(Desk.Visit visit) {
        long micro = Offer.micro(scheme.scale(), visit.score());
        boolean whole = scheme.scale().precisionMicro() >= Micro.ONE;
        List<Listing> lists = scheme.lists();
        String on =
                IntStream.range(0, lists.size())
                        .filter(i -> (visit.lists() >> i & 1) != 0)
                        .mapToObj(i -> lists.get(i).title())
                        .collect(Collectors.joining(", "));
        return new Applicant(
                visit.person(),
                visit.date(),
                visit.told(),
                words.decimal(micro / (double) Micro.ONE, whole ? 0 : 2),
                scheme.band(micro).title(),
                group(visit.group()),
                visit.employed(),
                words.decimal(visit.savingsEuros(), 0),
                on,
                visit.today(),
                visit.reason().map(Reason::text).orElse(""));
    }

    private String group(int group) {
        return population.groups().get(group).title();
    }

    public List<Row> rows() {
        return desk.shares().stream()
                .map(s -> new Row(group(s.group()), s.asked(), s.refused(), percent(s)))
                .toList();
    }

    private String percent(Desk.Share share) {
        return words.decimal(100.0 * share.refused() / share.asked(), 1);
    }

    /// All groups together.
    public Row all() {
        int asked = desk.shares().stream().mapToInt(Desk.Share::asked).sum();
        int refused = desk.shares().stream().mapToInt(Desk.Share::refused).sum();
        double percent = asked == 0 ? 0 : 100.0 * refused / asked;
        return new Row(words.say("desk.all"), asked, refused, words.decimal(percent, 1));
    }

    public List<Dealt> dealt() {
        return desk.dealt().stream().map(this::dealt).toList();
    }

    private Dealt dealt(Desk.Dealt dealt) {
        Book.Entry entry = dealt.entry();
        String ground =
                entry.ground() == Book.Ground.NONE
                        ? ""
                        : words.say("desk.ground." + entry.ground().word());
        int granted = (int) dealt.since().stream().filter(o -> o == Outcome.GRANTED).count();
        int refused = (int) dealt.since().stream().filter(o -> o == Outcome.REFUSED).count();
        Outcome said =
                switch (entry.word()) {
                    case FOLLOW -> entry.byScheme();
                    case LET_IN -> Outcome.GRANTED;
                    case TURN_AWAY -> Outcome.REFUSED;
                };
        return new Dealt(
                entry.person(),
                Applicant.sign(said),
                words.say("desk.dealt." + entry.word().word()),
                ground,
                granted,
                refused,
                dealt.late());
    }

    /// The reasons that a clerk may give.
    public List<String> grounds() {
        return List.of(Book.Ground.values()).stream()
                .filter(ground -> ground != Book.Ground.NONE)
                .map(Book.Ground::word)
                .toList();
    }
}
