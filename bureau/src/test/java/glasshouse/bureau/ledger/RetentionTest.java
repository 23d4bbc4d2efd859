package glasshouse.bureau.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.Shared;
import glasshouse.bureau.inquiry.Inquiry;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What a source's events were kept for has passed: their content is gone, and the ledger still
/// proves itself.
final class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final String url = Shared.database();

    private Bureau bureau(int retentionDays) throws SQLException {
        Bureau bureau =
                Bureau.open(
                        Database.at(url), Shared.edition("examples/lender/lender.yaml"), now::get);
        var shop = new Organisation("shop", Set.of("credit"), Set.of(), retentionDays);
        String _ = bureau.organisations().register(shop, NOW);
        var consent = new Consent(Consent.Kind.SOURCE, "shop");
        submit(bureau, new Fact.Enrolled("ann"), new Fact.Allowed("ann", consent));
        return bureau;
    }

    private static void submit(Bureau bureau, Fact... facts) {
        Receipt _ = bureau.ledger().submit(List.of(facts));
    }

    private static Fact late(String id, int daysAgo, int daysLate) {
        return new Fact.Happened(
                new Event(
                        new EventName("shop", id),
                        "ann",
                        null,
                        "instalment.paid-late",
                        daysLate * 1_000_000L,
                        NOW.minus(Duration.ofDays(daysAgo)),
                        NOW,
                        null));
    }

    private long count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    private static List<String> counting(Bureau bureau) {
        var member = bureau.members().named("ann").orElseThrow();
        return bureau.ledger().dossier(member).admissible(NOW, Long.MAX_VALUE).stream()
                .map(event -> event.name().id())
                .sorted()
                .toList();
    }

    @Test
    void whatIsOlderIsGoneAndTheChainHolds() throws Exception {
        try (Bureau bureau = bureau(100)) {
            submit(bureau, late("old", 99, 5), late("new", 1, 5));
            var member = bureau.members().named("ann").orElseThrow();
            var service = bureau.scheme().services().getFirst();
            var asked = new Inquiry.Asked("bank", "loan", service.purpose(), "");
            var _ = bureau.inquiries().decide(member, asked);
            bureau.retention().expire();
            assertEquals(List.of("new", "old"), counting(bureau));
            now.set(NOW.plus(Duration.ofDays(2)));
            bureau.retention().expire();
            assertEquals(List.of("new"), counting(bureau));
            var _ = bureau.inquiries().decide(member, asked);
            assertEquals(0, count("select count(*) from entry where id = 'old'"));
            assertEquals(1, count("select count(*) from entry where kind = 0 and salt is null"));
            assertEquals(List.of(), bureau.verify().differences());
            var replay = bureau.replay();
            assertEquals(List.of(), replay.differences());
            assertEquals(2, replay.decisions());
            assertEquals(1, replay.erased(), "the first decision counted what is gone");
        }
        try (Bureau again = bureau(100)) {
            assertEquals(List.of("new"), counting(again));
            assertEquals(List.of(), again.replay().differences());
        }
    }

    @Test
    void aNameGoesAsAWhole() throws Exception {
        try (Bureau bureau = bureau(100)) {
            submit(bureau, late("both", 200, 1), late("both", 200, 2));
            submit(bureau, late("half", 200, 1), late("half", 1, 2));
            submit(bureau, late("back", 200, 1), new Fact.TakenBack(new EventName("shop", "back")));
            bureau.retention().expire();
            assertEquals(2, count("select count(*) from entry where source = 'shop' and kind < 3"));
            assertEquals(2, count("select count(*) from entry where id = 'half'"));
            assertEquals(List.of(), counting(bureau));
            assertEquals(List.of(), bureau.verify().differences());
        }
    }

    @Test
    void whatIsBlankedWithoutAnEntryIsFound() throws Exception {
        try (Bureau bureau = bureau(100)) {
            submit(bureau, late("old", 200, 1), late("new", 1, 1));
            bureau.retention().expire();
            execute(
                    "update entry set source = null, id = null, signal = null, value_micro = null,"
                            + " happened_at = null, name_hash = null, salt = null, blanked_by = 5"
                            + " where id = 'new'");
            assertEquals(
                    List.of("entry 5 says that 1 expired, and 2 have"),
                    bureau.verify().differences());
        }
    }

    @Test
    void withoutADeclarationEventsStay() throws Exception {
        try (Bureau bureau = bureau(Organisation.KEEPS)) {
            submit(bureau, late("old", 5000, 1));
            bureau.retention().expire();
            assertEquals(List.of("old"), counting(bureau));
            assertTrue(bureau.verify().differences().isEmpty());
        }
    }
}
