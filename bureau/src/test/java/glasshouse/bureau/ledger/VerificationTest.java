package glasshouse.bureau.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.Shared;
import glasshouse.bureau.inquiry.Inquiry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerificationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Bureau bureau(String url) throws SQLException {
        Bureau bureau =
                Bureau.open(
                        Database.at(url),
                        Shared.edition("examples/lender/lender.yaml"),
                        InstantSource.fixed(NOW));
        for (String person : List.of("ann", "ben")) {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact.Enrolled(person));
            facts.add(new Fact.Allowed(person, new Consent(Consent.Kind.SOURCE, "shop")));
            var _ = bureau.ledger().submit(facts);
            for (int i = 0; i < 5; i++) {
                var event =
                        new Event(
                                new EventName("shop", person + i),
                                person,
                                null,
                                "instalment.paid-late",
                                i * 1_000_000L,
                                NOW.minusSeconds(100_000L * i),
                                NOW,
                                null);
                var _ = bureau.ledger().submit(List.of(new Fact.Happened(event)));
                var service = bureau.scheme().services().getFirst();
                var asked = new Inquiry.Asked("bank", "loan", service.purpose(), "amount " + i);
                var member = bureau.members().named(person).orElseThrow();
                var _ = bureau.inquiries().decide(member, asked);
            }
        }
        return bureau;
    }

    @Test
    void anUntouchedLedgerVerifiesAndReplaysAlsoWhereSomebodyWasErased() throws Exception {
        try (Bureau bureau = bureau(Shared.database())) {
            var _ = bureau.ledger().submit(List.of(new Fact.Erased("ann")));
            var found = bureau.verify();
            assertEquals(List.of(), found.differences());
            assertEquals(15, found.entries());
            assertEquals(8, found.erased());
            var replay = bureau.replay();
            assertEquals(List.of(), replay.differences());
            assertEquals(10, replay.decisions());
            assertEquals(5, replay.erased());
            assertEquals(1, replay.scores());
        }
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatIsRecorded() throws Exception {
        String url = Shared.database();
        try (Bureau _ = bureau(url)) {
            for (String sql :
                    List.of(
                            "update entry set value_micro = 0 where seq = 3",
                            "delete from entry where seq = 3",
                            "truncate entry",
                            "update batch set entries = 0",
                            "delete from batch",
                            "update decision set answer = ''",
                            "delete from decision")) {
                assertThrows(SQLException.class, () -> execute(url, sql), sql);
            }
        }
    }

    @Test
    void whateverIsChangedAllTheSameIsFound() throws Exception {
        String url = Shared.database();
        try (Bureau bureau = bureau(url)) {
            for (String table : List.of("entry", "batch", "decision")) {
                execute(url, "alter table " + table + " disable trigger user");
            }
            execute(url, "update entry set value_micro = 1 where seq = 4");
            assertEquals(
                    List.of("entry 4 is not as it was recorded"), bureau.verify().differences());
            assertTrue(bureau.replay().differenceCount() > 0);
            execute(url, "delete from entry where seq = 5");
            assertTrue(bureau.verify().differences().contains("entry 5 is missing before 6"));
            execute(
                    url,
                    "update batch set recorded_at = recorded_at + interval '1 s'"
                            + " where number = 8");
            assertTrue(bureau.verify().differences().contains("batch 8 does not fit the chain"));
            execute(url, "update decision set answer = '{}' where number = 2");
            List<String> replayed = bureau.replay().differences();
            assertTrue(replayed.contains("decision 2 does not fit the chain"), "" + replayed);
            assertTrue(replayed.contains("decision 2 comes out otherwise"), "" + replayed);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }
}
