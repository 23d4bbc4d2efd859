package glasshouse.bureau.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.Shared;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.ledger.Consent;
import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.ledger.Fate;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.postgres.Cluster;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// The database is cut off, stalls, loses its answers, has a full disk, and restarts, and the
/// machine's clock jumps, all under load that repeats itself out of order; nothing that was
/// acknowledged is lost or counted twice, and every score is right.
///
/// Six troubles are usual; `-Dglasshouse.drill.troubles=500` goes on for long.
final class DatabaseDrillTest {
    private static final int TROUBLES = Integer.getInteger("glasshouse.drill.troubles", 6);
    private static final int WRITERS = 3;
    private static final int MORE = 40;
    private static final int MOST_SECONDS = 60;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> PERSONS = List.of("p0", "p1", "p2", "p3");

    private final long seed = System.nanoTime();
    private final Map<String, Late> sent = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

    @Test
    void noTroubleOfTheDatabaseLosesOrDoublesAnything() throws Exception {
        Path folder = Shared.folder();
        var random = new Random(seed);
        Edition edition = Shared.edition("examples/lender/lender.yaml");
        Cluster cluster = Cluster.start(folder, Shared.cache());
        try (var wire = new Wire(port(cluster))) {
            String url = cluster.url().replaceFirst(":\\d+/", ":" + wire.port() + "/");
            try (Bureau bureau = Bureau.open(Database.at(url), edition, clock::get);
                    ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                enrol(bureau);
                for (int i = 0; i < WRITERS; i++) {
                    var own = new Random(seed + i);
                    writers.execute(() -> write(bureau, own));
                }
                for (int i = 0; i < TROUBLES; i++) {
                    awaitProgress();
                    pause(random.nextInt(100));
                    if (i % 6 == 5) {
                        cluster.close();
                        cluster = Cluster.start(folder, Shared.cache());
                        wire.lead(port(cluster));
                    } else {
                        trouble((int) Math.floorMod(seed + i, 5L), wire, cluster.url());
                    }
                }
                awaitProgress();
                stop.set(true);
                writers.shutdown();
                assertTrue(writers.awaitTermination(60, TimeUnit.SECONDS));
                judge(bureau, cluster.url());
            }
            try (Bureau again = Bureau.open(Database.at(url), edition, clock::get)) {
                judge(again, cluster.url());
            }
        } finally {
            cluster.close();
        }
    }

    private static int port(Cluster cluster) {
        return Integer.parseInt(cluster.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static void pause(long millis) throws InterruptedException {
        boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }

    /// After every trouble the bureau goes on by itself.
    private void awaitProgress() throws InterruptedException {
        int before = acknowledged.size();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (acknowledged.size() < before + MORE) {
            assertTrue(System.nanoTime() < until, "seed " + seed + ": it does not go on");
            pause(5);
        }
    }

    private void trouble(int which, Wire wire, String direct) throws Exception {
        switch (which) {
            case 0 -> wire.cut();
            case 1, 2 -> wire.loseAnswers();
            case 3 -> {
                wire.hold();
                pause(400);
                wire.release();
            }
            default -> {
                diskIsFull(direct, true);
                clock.set(NOW.plus(Duration.ofSeconds(requests.get() % 7 - 3L)));
                pause(300);
                diskIsFull(direct, false);
            }
        }
    }

    /// The table cannot be extended: PostgreSQL answers what it does on a full disk (53100).
    private static void diskIsFull(String url, boolean full) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            boolean _ =
                    statement.execute(
                            full
                                    ? """
                                    create function full_disk() returns trigger
                                    language plpgsql as $$ begin
                                        raise exception using errcode = '53100',
                                            message = 'could not extend file: No space left';
                                    end $$;
                                    create trigger full_disk before insert on entry
                                        for each statement execute function full_disk()
                                    """
                                    : "drop function full_disk cascade");
        }
    }

    private static void enrol(Bureau bureau) {
        for (String person : PERSONS) {
            var source = new Consent(Consent.Kind.SOURCE, "shop");
            var _ =
                    bureau.ledger()
                            .submit(
                                    List.of(
                                            new Fact.Enrolled(person),
                                            new Fact.Allowed(person, source)));
        }
    }

    /// Sends new events and some of before, out of order, until they are taken.
    private void write(Bureau bureau, Random random) {
        while (!stop.get()) {
            int request = requests.incrementAndGet();
            var ids = new ArrayList<String>();
            for (int i = 0; i < 10; i++) {
                boolean again = random.nextInt(4) == 0;
                ids.add("e" + (again ? 1 + random.nextInt(request) : request) + "-" + i);
            }
            Collections.shuffle(ids, random);
            List<Fact> facts =
                    ids.stream()
                            .map(id -> fact(id, sent.computeIfAbsent(id, _ -> late(random))))
                            .toList();
            boolean taken = false;
            while (!taken && !stop.get()) {
                try {
                    var receipt = bureau.ledger().submit(facts);
                    assertEquals(
                            facts.size(),
                            receipt.count(Fate.ACCEPTED) + receipt.count(Fate.DUPLICATE));
                    acknowledged.addAll(ids);
                    taken = true;
                } catch (LedgerDown down) {
                    int _ = failures.incrementAndGet();
                }
            }
        }
    }

    private static Late late(Random random) {
        return new Late(
                PERSONS.get(random.nextInt(PERSONS.size())),
                1 + random.nextInt(3),
                LocalDate.of(2026, 1, 1).minusDays(random.nextInt(900)));
    }

    private static Fact fact(String id, Late late) {
        return new Fact.Happened(
                new Event(
                        new EventName("shop", id),
                        late.person(),
                        null,
                        "instalment.paid-late",
                        late.days() * 1_000_000L,
                        late.day().atTime(12, 0).toInstant(ZoneOffset.UTC),
                        NOW,
                        null));
    }

    private static long wentBack(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from (select recorded_at <"
                                        + " lag(recorded_at) over (order by number) as back"
                                        + " from batch) each where back")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void judge(Bureau bureau, String url) throws SQLException, IOException {
        String where = "seed " + seed + ", " + failures.get() + " failures";
        Map<String, List<Late>> kept = new TreeMap<>();
        var ids = new TreeSet<String>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from entry where kind = 0")) {
            while (rows.next()) {
                String id = rows.getString(1);
                assertTrue(ids.add(id), where + ": recorded twice: " + id);
                Late late = Objects.requireNonNull(sent.get(id));
                kept.computeIfAbsent(late.person(), _ -> new ArrayList<>()).add(late);
            }
        }
        assertEquals(0, wentBack(url), where + ": recorded earlier than the batch before");
        assertTrue(failures.get() > 0, where + ": no trouble");
        var lost = new TreeSet<>(acknowledged);
        lost.removeAll(ids);
        assertEquals(Set.of(), lost, where + ": acknowledged and lost");
        Plan plan = Plan.of(bureau.scheme());
        var readout = new Readout(plan);
        int today = new Calendar(plan.scheme().header().zone()).day(NOW);
        for (String person : PERSONS) {
            Member member = bureau.members().named(person).orElseThrow();
            readout.read(member.account(), today);
            double expected =
                    Late.score(kept.getOrDefault(person, List.of()), LocalDate.of(2026, 3, 1));
            assertEquals(expected, readout.scoreMicro() / 1e6, 1.0, where);
        }
        assertEquals(List.of(), bureau.verify().differences(), where);
        assertEquals(List.of(), bureau.replay().differences(), where);
    }
}
