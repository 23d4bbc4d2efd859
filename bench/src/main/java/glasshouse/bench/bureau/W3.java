package glasshouse.bench.bureau;

import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/// W3: events into the bureau, durable and scored, against raw COPY of the same rows into the same
/// table with the same indexes, and against what a team would write first: a row and a commit for
/// each event.
public final class W3 {
    private static final int PEOPLE = 1000;
    private static final int BATCH = 1000;
    private static final int BATCHES = 40;
    private static final int CLIENTS = 4;
    private static final int ROUNDS = 5;
    private static final int NAIVE_EVENTS = 2000;
    private static final int SINGLES = 7500;
    private static final int SINGLE_CONNECTIONS = 64;
    private static final long SINGLE_NANOS = 1_000_000_000L / 2500;

    private final Site site;
    private int nextEvent;

    private W3(Site site) {
        this.site = site;
    }

    /// Runs all and writes `bench/results/W3.md`.
    public static void run(Path home) throws IOException, InterruptedException, SQLException {
        try (Site site = new Site(home, PEOPLE, _ -> List.of())) {
            new W3(site).measure(home);
        }
    }

    private void measure(Path home) throws IOException, SQLException {
        prepare();
        var bureau = new double[ROUNDS];
        var copy = new double[ROUNDS];
        var naive = new double[ROUNDS];
        bureau();
        for (int round = 0; round < ROUNDS; round++) {
            bureau[round] = bureau();
            copy[round] = copy();
            naive[round] = naive();
        }
        double[] singles = singles();
        var report = new Report("W3: events into the bureau");
        report.text(
                "%s batches of %s events over %s people, %s connections; %s rounds, taking turns."
                        .formatted(BATCHES, BATCH, PEOPLE, CLIENTS, ROUNDS));
        report.row("contender", "events a second", "spread", "bureau to it");
        report.row("---", "---", "---", "---");
        row(report, "bureau: HTTP, durable, chained and scored", bureau, bureau);
        row(report, "COPY of the same rows, same table and indexes", bureau, copy);
        row(report, "a row and a commit for each event, four connections", bureau, naive);
        report.text(
                ("The bureau joins batches that wait into one transaction; COPY, in text, "
                                + "commits each")
                        + " batch by itself.");
        report.text(
                "Single events, sent at 2,500 a second whatever comes back, over "
                        + SINGLE_CONNECTIONS
                        + " connections: median "
                        + Report.number(singles[singles.length / 2])
                        + " ms, 99 % within "
                        + Report.number(singles[singles.length * 99 / 100])
                        + " ms.");
        report.write(home, "W3");
    }

    private static void row(Report report, String name, double[] bureau, double[] other) {
        report.row(
                name,
                Report.number(Medians.of(other)),
                Medians.spread(other),
                Report.number(Medians.of(bureau) / Medians.of(other)));
    }

    private void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(site.url());
                Statement statement = connection.createStatement()) {
            statement.execute("create table copied (like entry including all)");
            statement.execute(
                    "create table naive (source text, id text, person text, signal text,"
                            + " value numeric, happened_at timestamptz, primary key (source, id))");
            statement.execute("create index on naive (person, happened_at)");
            statement.execute(
                    "create view naive_score as select person, 600 + sum(case signal when"
                            + " 'instalment.paid' then 12 else -2 * value end * power(2,"
                            + " -extract(epoch from now() - happened_at) / 86400 / 365)) as score"
                            + " from naive group by person");
        }
    }

    private String line(int number) {
        return """
        {"specversion":"1.0","source":"%s","id":"event-%s","type":"instalment.paid",\
        "subject":"%s","time":"%s","data":{"value":0}}
        """
                .formatted(
                        Site.SOURCE,
                        number,
                        Site.person(number % PEOPLE),
                        Instant.ofEpochSecond(1_735_689_600L + number % 20_000_000));
    }

    private double bureau() {
        var bodies = new String[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            var body = new StringBuilder();
            for (int k = 0; k < BATCH; k++) {
                body.append(line(nextEvent++));
            }
            bodies[i] = body.toString();
        }
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var works = new ArrayList<Runnable>();
            for (String body : bodies) {
                works.add(() -> site.post(client, "/v1/events", "application/x-ndjson", body));
            }
            Site.together(threads, works);
        }
        return rate(BATCHES * BATCH, start);
    }

    private static double rate(int count, long startNanos) {
        return count * 1e9 / (System.nanoTime() - startNanos);
    }

    /// Rows are laid out before the clock starts; one COPY and one commit for each batch.
    private double copy() throws SQLException, IOException {
        var batches = new byte[BATCHES][];
        for (int i = 0; i < BATCHES; i++) {
            var rows = new StringBuilder();
            for (int k = 0; k < BATCH; k++) {
                int number = nextEvent++;
                long hash = number * 0x9E3779B97F4A7C15L;
                rows.append(number).append('\t').append(i).append("\t0\t");
                rows.append(number % PEOPLE).append("\t\\N\t").append(Site.SOURCE);
                rows.append("\tevent-").append(number).append("\tinstalment.paid\t0\t");
                rows.append(1_735_689_600_000_000L + number).append("\t\\N\t").append(hash);
                rows.append("\t\\\\x").append("%064x".formatted(hash & Long.MAX_VALUE));
                rows.append('\n');
            }
            batches[i] = rows.toString().getBytes(StandardCharsets.UTF_8);
        }
        try (Connection connection = DriverManager.getConnection(site.url())) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            long start = System.nanoTime();
            for (byte[] batch : batches) {
                long _ = copy.copyIn("copy copied from stdin", new ByteArrayInputStream(batch));
            }
            return rate(BATCHES * BATCH, start);
        }
    }

    private double naive() {
        int first = nextEvent;
        nextEvent += NAIVE_EVENTS;
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var works = new ArrayList<Runnable>();
            for (int client = 0; client < CLIENTS; client++) {
                int offset = client;
                works.add(() -> insert(first + offset, first + NAIVE_EVENTS));
            }
            Site.together(threads, works);
        }
        return rate(NAIVE_EVENTS, start);
    }

    private void insert(int from, int to) {
        try (Connection connection = DriverManager.getConnection(site.url());
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into naive values (?, ?, ?, 'instalment.paid', 0, now())"
                                        + " on conflict do nothing");
                PreparedStatement score =
                        connection.prepareStatement(
                                "select score from naive_score where person = ?")) {
            for (int number = from; number < to; number += CLIENTS) {
                insert.setString(1, Site.SOURCE);
                insert.setString(2, "event-" + number);
                insert.setString(3, Site.person(number % PEOPLE));
                insert.executeUpdate();
                score.setString(1, Site.person(number % PEOPLE));
                score.executeQuery().close();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Milliseconds from when an event was due to be sent to its reply, sorted.
    private double[] singles() {
        var millis = new double[SINGLES];
        int first = nextEvent;
        nextEvent += SINGLES;
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        var failures = new AtomicInteger();
        try (HttpClient client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(SINGLE_CONNECTIONS)) {
            for (int i = 0; i < SINGLES; i++) {
                int index = i;
                long due = start + i * SINGLE_NANOS;
                LockSupport.parkNanos(due - System.nanoTime());
                threads.execute(
                        () -> {
                            failures.incrementAndGet();
                            String event = line(first + index);
                            site.post(client, "/v1/events", "application/x-ndjson", event);
                            failures.decrementAndGet();
                            millis[index] = (System.nanoTime() - due) / 1e6;
                        });
            }
        }
        if (failures.get() != 0) {
            throw new IllegalStateException(failures + " single events failed");
        }
        Arrays.sort(millis);
        return millis;
    }
}
