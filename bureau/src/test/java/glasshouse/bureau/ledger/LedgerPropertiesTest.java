package glasshouse.bureau.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.Shared;
import glasshouse.bureau.member.Member;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.statement.Ledger;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Whatever is reported, repeated, contradicted, taken back, withdrawn and erased, accounts are
/// those of the events that count by a plain reading of the rules, also after a restart.
final class LedgerPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> SOURCES = List.of("shop", "court");
    private int runs;

    /// The rules as a reader would write them down: a list of all that was said.
    private static final class Told {
        private record Report(Event event, boolean live) {}

        private final List<Report> reports = new ArrayList<>();
        private final Set<EventName> takenBack = new HashSet<>();
        private final Map<String, Set<String>> allowed = new HashMap<>();

        boolean allows(String person, Event event) {
            return allowed.getOrDefault(person, Set.of()).contains(event.name().source());
        }

        void happened(Event event) {
            String other = event.counterparty();
            if (allows(event.person(), event) && (other == null || allows(other, event))) {
                reports.add(new Report(event, true));
            }
        }

        /// Reports that name somebody and pass a test are gone for good.
        void drop(String person, Optional<String> source) {
            reports.replaceAll(
                    each -> {
                        Event event = each.event();
                        boolean named =
                                event.person().equals(person)
                                        || person.equals(event.counterparty());
                        boolean from = source.map(event.name().source()::equals).orElse(true);
                        return named && from ? new Report(event, false) : each;
                    });
        }

        /// The content itself is gone: it contradicts nothing any more.
        void erase(String person) {
            reports.removeIf(
                    each ->
                            each.event().person().equals(person)
                                    || person.equals(each.event().counterparty()));
            allowed.remove(person);
        }

        List<Event> counting() {
            var counting = new ArrayList<Event>();
            Set<Event> known = new HashSet<>();
            for (Report each : reports) {
                Event event = each.event();
                boolean contradicted =
                        reports.stream()
                                .map(Report::event)
                                .filter(other -> other.name().equals(event.name()))
                                .anyMatch(other -> !other.sameContent(event));
                // What is reported again is known already, and stays withdrawn where it was.
                boolean first = known.add(event);
                if (each.live() && first && !contradicted && !takenBack.contains(event.name())) {
                    counting.add(event);
                }
            }
            return counting;
        }
    }

    @Test
    void accountsAreThoseOfTheEventsThatCount() throws Exception {
        String url = Shared.database();
        var edition = Shared.edition("schemes/marketplace.yaml");
        Map<String, Account> expected = new TreeMap<>();
        Plan plan = Plan.of(edition.scheme());
        try (Bureau bureau = Bureau.open(Database.at(url), edition, InstantSource.fixed(NOW))) {
            Property.check(
                    "accounts are those of the events that count",
                    50,
                    choices -> {
                        Told told = new Told();
                        List<String> people = enrol(bureau, told);
                        for (int i = choices.intBetween(1, 25); i > 0; i--) {
                            act(choices, bureau, people, told);
                        }
                        for (String person : people) {
                            Optional<Member> member = bureau.members().named(person);
                            if (member.isPresent()) {
                                Account fold = Ledger.of(person, told.counting(), NOW).fold(plan);
                                assertEquals(
                                        settled(plan, fold),
                                        settled(plan, member.get().account()),
                                        person);
                                expected.put(person, settled(plan, fold));
                            } else {
                                expected.remove(person);
                            }
                        }
                    });
        }
        // From saved accounts; from some saved accounts and a tail; and from the whole ledger.
        var told = new Told();
        var database = Database.at(url);
        try (Bureau again = Bureau.open(database, edition, InstantSource.fixed(NOW))) {
            check(plan, expected, again);
            List<String> people = enrol(again, told);
            var choices = Choices.random(runs);
            for (int i = 0; i < 300; i++) {
                act(choices, again, people, told);
            }
            for (String person : people) {
                if (told.allowed.containsKey(person)) {
                    Account fold = Ledger.of(person, told.counting(), NOW).fold(plan);
                    expected.put(person, settled(plan, fold));
                }
            }
            check(plan, expected, again);
            // Nothing can be saved any more, as if it had been killed.
            database.close();
        }
        try (Bureau third = Bureau.open(Database.at(url), edition, InstantSource.fixed(NOW))) {
            check(plan, expected, third);
            assertEquals(List.of(), third.replay().differences());
        }
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            boolean _ = statement.execute("truncate account, saved");
        }
        try (Bureau whole = Bureau.open(Database.at(url), edition, InstantSource.fixed(NOW))) {
            check(plan, expected, whole);
        }
    }

    private static void check(Plan plan, Map<String, Account> expected, Bureau bureau) {
        assertEquals(expected.size(), bureau.members().all().size());
        expected.forEach(
                (person, account) -> {
                    Member member = bureau.members().named(person).orElseThrow();
                    assertEquals(account, settled(plan, member.account()), person);
                });
    }

    /// An account without what weighs nothing any more; whether the ledger has dropped that already
    /// is its own affair.
    private static Account settled(Plan plan, Account account) {
        var copy = new Account();
        copy.merge(account);
        plan.settle(copy, new Calendar(plan.scheme().header().zone()).day(NOW));
        return copy;
    }

    private List<String> enrol(Bureau bureau, Told told) {
        String run = "run" + runs++ + "-";
        List<String> people = List.of(run + "a", run + "b", run + "c");
        for (String person : people) {
            var facts = new ArrayList<Fact>();
            facts.add(new Fact.Enrolled(person));
            SOURCES.forEach(source -> facts.add(new Fact.Allowed(person, source(source))));
            var _ = bureau.ledger().submit(facts);
            told.allowed.put(person, new HashSet<>(SOURCES));
        }
        return people;
    }

    private static Consent source(String name) {
        return new Consent(Consent.Kind.SOURCE, name);
    }

    private void act(Choices choices, Bureau bureau, List<String> people, Told told) {
        String person = choices.oneOf(people);
        String source = choices.oneOf(SOURCES);
        boolean enrolled = told.allowed.containsKey(person);
        switch (choices.intBetween(0, 12)) {
            case 0 -> {
                var name = name(choices, people, source);
                told.takenBack.add(name);
                var _ = bureau.ledger().submit(List.of(new Fact.TakenBack(name)));
            }
            case 1 -> {
                var name = name(choices, people, source);
                told.takenBack.add(name);
                var _ = bureau.ledger().submit(List.of(new Fact.Upheld(name)));
            }
            case 2 -> {
                boolean given =
                        enrolled
                                && told.allowed
                                        .getOrDefault(person, new HashSet<>())
                                        .remove(source);
                if (given) {
                    told.drop(person, Optional.of(source));
                }
                var _ = bureau.ledger().submit(List.of(new Fact.Withdrawn(person, source(source))));
            }
            case 3 -> {
                if (enrolled) {
                    told.allowed.getOrDefault(person, new HashSet<>()).add(source);
                }
                var _ = bureau.ledger().submit(List.of(new Fact.Allowed(person, source(source))));
            }
            case 4 -> {
                if (choices.intBetween(0, 3) == 3) {
                    told.erase(person);
                    var _ = bureau.ledger().submit(List.of(new Fact.Erased(person)));
                }
            }
            default -> {
                List<Fact> facts =
                        choices.listOf(1, 4, each -> new Fact.Happened(event(each, people)));
                for (Fact fact : facts) {
                    if (fact instanceof Fact.Happened(Event event)) {
                        told.happened(event);
                    }
                }
                var _ = bureau.ledger().submit(facts);
            }
        }
    }

    private EventName name(Choices choices, List<String> people, String source) {
        return new EventName(source, people.getFirst() + choices.intBetween(0, 6));
    }

    private Event event(Choices choices, List<String> people) {
        int id = choices.intBetween(0, 6);
        int variant = choices.intBetween(0, 7) == 7 ? 1 : 0;
        String person = people.get(id % 3);
        boolean rated = id > 2;
        return new Event(
                new EventName(choices.oneOf(SOURCES), people.getFirst() + id),
                person,
                rated ? people.get((id + 1 + variant) % 3) : null,
                rated ? "trade.rated" : "trade.undelivered",
                (id - 3) * 1_000_000L + variant,
                NOW.minus(Duration.ofDays(40L * id + variant)),
                NOW,
                null);
    }
}
