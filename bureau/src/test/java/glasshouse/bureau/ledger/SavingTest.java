package glasshouse.bureau.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.Shared;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is saved of accounts is never trusted more than the ledger, and never outlives what was
/// erased.
final class SavingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Bureau open(String url, String scheme) throws SQLException {
        return Bureau.open(Database.at(url), Shared.edition(scheme), InstantSource.fixed(NOW));
    }

    private static void enrol(Bureau bureau, String... people) {
        for (String person : people) {
            var consent = new Consent(Consent.Kind.SOURCE, "shop");
            Receipt _ =
                    bureau.ledger()
                            .submit(
                                    List.of(
                                            new Fact.Enrolled(person),
                                            new Fact.Allowed(person, consent)));
        }
    }

    private static Fact happened(String id, String person, String signal, int daysAgo) {
        return new Fact.Happened(
                new Event(
                        new EventName("shop", id),
                        person,
                        null,
                        signal,
                        1_000_000L,
                        NOW.minus(Duration.ofDays(daysAgo)),
                        NOW,
                        null));
    }

    private static long ask(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            if (!rows) {
                return statement.getUpdateCount();
            }
            var row = statement.getResultSet();
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aStoppedBureauHasSavedEverything() throws Exception {
        String url = Shared.database();
        try (Bureau bureau = open(url, "examples/lender/lender.yaml")) {
            enrol(bureau, "ann", "ben");
            Receipt _ = bureau.ledger().submit(List.of(happened("1", "ann", "loan.opened", 400)));
        }
        assertEquals(5, ask(url, "select through from saved"));
        assertEquals(2, ask(url, "select count(*) from account"));
    }

    @Test
    void aSavedAccountThatWasChangedIsFound() throws Exception {
        String url = Shared.database();
        try (Bureau bureau = open(url, "examples/lender/lender.yaml")) {
            enrol(bureau, "ann", "ben");
            Receipt _ = bureau.ledger().submit(List.of(happened("1", "ann", "loan.opened", 400)));
        }
        assertEquals(
                1,
                ask(
                        url,
                        "update account set bytes = (select bytes from account where person = 2)"
                                + " where person = 1"));
        try (Bureau bureau = open(url, "examples/lender/lender.yaml")) {
            assertEquals(
                    List.of("the saved account of person 1 is another"),
                    bureau.replay().differences());
        }
    }

    @Test
    void erasureDestroysTheSavedAccountsOfAllWhomItTouched() throws Exception {
        String url = Shared.database();
        try (Bureau bureau = open(url, "schemes/marketplace.yaml")) {
            enrol(bureau, "ann", "ben", "cat");
            var rating =
                    new Event(
                            new EventName("shop", "r"),
                            "ann",
                            "ben",
                            "trade.rated",
                            3_000_000L,
                            NOW,
                            NOW,
                            null);
            Receipt _ = bureau.ledger().submit(List.of(new Fact.Happened(rating)));
        }
        try (Bureau bureau = open(url, "schemes/marketplace.yaml")) {
            assertTrue(bureau.members().named("ben").orElseThrow().account().size() > 0);
            Receipt _ = bureau.ledger().submit(List.of(new Fact.Erased("ann")));
            assertEquals(0, bureau.members().named("ben").orElseThrow().account().size());
        }
        assertEquals(2, ask(url, "select count(*) from account"));
        assertEquals(1, ask(url, "select max(length(bytes)) from account"));
    }

    @Test
    void whatWeighsNothingLeavesMemory() throws Exception {
        String url = Shared.database();
        int size;
        try (Bureau bureau = open(url, "examples/lender/lender.yaml")) {
            enrol(bureau, "ann");
            Fact late = happened("1", "ann", "instalment.paid-late", 10 * 365);
            Receipt _ = bureau.ledger().submit(List.of(late));
            size = bureau.members().named("ann").orElseThrow().account().size();
        }
        try (Bureau bureau = open(url, "examples/lender/lender.yaml")) {
            assertTrue(size > 0);
            assertEquals(0, bureau.members().named("ann").orElseThrow().account().size());
            assertEquals(List.of(), bureau.replay().differences());
        }
    }

    @Test
    void anotherLayoutHasEverythingFoldedAnew() throws Exception {
        String url = Shared.database();
        try (Bureau bureau = open(url, "examples/lender/lender.yaml")) {
            enrol(bureau, "ann");
            Receipt _ = bureau.ledger().submit(List.of(happened("1", "ann", "loan.opened", 400)));
        }
        assertEquals(1, ask(url, "update saved set layout = '\\x00'"));
        assertEquals(1, ask(url, "update account set bytes = '\\xff'"));
        try (Bureau bureau = open(url, "examples/lender/lender.yaml")) {
            assertTrue(bureau.members().named("ann").orElseThrow().account().size() > 0);
        }
    }
}
