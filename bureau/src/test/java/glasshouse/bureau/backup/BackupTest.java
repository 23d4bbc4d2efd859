package glasshouse.bureau.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Account;
import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.Shared;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.inquiry.Inquiry;
import glasshouse.bureau.ledger.Consent;
import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.member.Member;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class BackupTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Edition LENDER = Shared.edition("examples/lender/lender.yaml");

    private static Bureau open(String url) throws SQLException {
        return Bureau.open(Database.at(url), LENDER, InstantSource.fixed(NOW));
    }

    private static void live(Bureau bureau, int from, int to) {
        for (int i = from; i < to; i++) {
            var event =
                    new Event(
                            new EventName("shop", "e" + i),
                            "ann",
                            null,
                            "instalment.paid-late",
                            i % 50 * 1_000_000L,
                            NOW.minusSeconds(i),
                            NOW,
                            null);
            var _ = bureau.ledger().submit(List.of(new Fact.Happened(event)));
            var service = bureau.scheme().services().getFirst();
            var asked = new Inquiry.Asked("bank", "loan", service.purpose(), "");
            var _ = bureau.inquiries().decide(ann(bureau), asked);
        }
    }

    private static Member ann(Bureau bureau) {
        return bureau.members().named("ann").orElseThrow();
    }

    private static void enrol(Bureau bureau) {
        var consent = new Consent(Consent.Kind.SOURCE, "shop");
        var _ =
                bureau.ledger()
                        .submit(
                                List.of(
                                        new Fact.Enrolled("ann"),
                                        new Fact.Allowed("ann", consent)));
    }

    private static byte[] backup(String url) throws IOException, SQLException {
        var file = new ByteArrayOutputStream();
        try (Database database = Database.reading(url)) {
            Contents _ = Backup.write(database, file);
        }
        return file.toByteArray();
    }

    @Test
    void whatWasBackedUpUnderLoadProvesItselfAndGoesOn() throws Exception {
        String url = Shared.database();
        byte[] file;
        try (Bureau bureau = open(url)) {
            enrol(bureau);
            live(bureau, 0, 10);
            var stop = new AtomicBoolean();
            Thread load =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 10; i < 100 && !stop.get(); i++) {
                                            live(bureau, i, i + 1);
                                        }
                                    });
            file = backup(url);
            stop.set(true);
            load.join();
        }
        String other = Shared.database();
        Contents contents = Backup.restore(other, new ByteArrayInputStream(file));
        assertTrue(contents.batches() >= 11, "" + contents);
        try (Bureau restored = open(other)) {
            assertEquals(contents.batches(), restored.verify().batches());
            assertEquals(List.of(), restored.verify().differences());
            assertEquals(List.of(), restored.replay().differences());
            Account before = ann(restored).account();
            assertTrue(before.size() > 0);
            live(restored, 100_000, 100_003);
            assertEquals(List.of(), restored.verify().differences());
            assertEquals(List.of(), restored.replay().differences());
        }
    }

    @Test
    void aBackupGoesIntoAnEmptyDatabaseOnlyAndWholeOrNotAtAll() throws Exception {
        String url = Shared.database();
        try (Bureau bureau = open(url)) {
            enrol(bureau);
            live(bureau, 0, 3);
        }
        byte[] file = backup(url);
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Backup.restore(url, new ByteArrayInputStream(file)));
        assertTrue(String.valueOf(refused.getMessage()).contains("not empty"));
        byte[] half = Arrays.copyOf(file, file.length / 2);
        String other = Shared.database();
        assertThrows(Exception.class, () -> Backup.restore(other, new ByteArrayInputStream(half)));
        Contents _ = Backup.restore(Shared.database(), new ByteArrayInputStream(file));
        byte[] nothing = {1, 2, 3};
        assertThrows(
                IllegalArgumentException.class,
                () -> Backup.restore(Shared.database(), new ByteArrayInputStream(nothing)));
    }
}
