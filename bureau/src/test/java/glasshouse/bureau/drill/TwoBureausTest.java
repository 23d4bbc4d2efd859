package glasshouse.bureau.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.Shared;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.ledger.Fact;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A bureau that was cut off from its database comes back to find another serving it: it writes
/// nothing then, nor when the other is gone, for what it has in memory is of no use any more.
final class TwoBureausTest {
    /// Connections that were cut have to be noticed one by one.
    private static final int MOST_TRIES = 50;

    @Test
    void aBureauThatWasReplacedWritesNothingMore() throws Exception {
        Edition edition = Shared.edition("examples/lender/lender.yaml");
        String url = Shared.database();
        int port = Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        try (var wire = new Wire(port);
                Bureau first =
                        Bureau.open(
                                Database.at(url.replace(":" + port, ":" + wire.port())),
                                edition,
                                InstantSource.system())) {
            enrol(first, "ann");
            wire.lead(nobodysPort());
            wire.cut();
            try (Bureau second = Bureau.open(Database.at(url), edition, InstantSource.system())) {
                enrol(second, "ben");
                wire.lead(port);
                assertThrows(LedgerDown.class, () -> enrol(first, "cat"));
                enrol(second, "dan");
            }
            for (int i = 0; i < MOST_TRIES && first.isAlive(); i++) {
                assertThrows(LedgerDown.class, () -> enrol(first, "cat"));
            }
            assertFalse(first.isAlive());
        }
        try (Bureau third = Bureau.open(Database.at(url), edition, InstantSource.system())) {
            assertTrue(third.isAlive());
            assertEquals(3, third.members().all().size());
            assertEquals(List.of(), third.verify().differences());
        }
    }

    private static int nobodysPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void enrol(Bureau bureau, String person) {
        var _ = bureau.ledger().submit(List.of(new Fact.Enrolled(person)));
    }
}
