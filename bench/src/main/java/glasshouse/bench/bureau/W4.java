package glasshouse.bench.bureau;

import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import glasshouse.bureau.Bureau;
import glasshouse.bureau.http.Role;
import glasshouse.bureau.http.Route;
import glasshouse.bureau.inquiry.AccessLog;
import glasshouse.bureau.ledger.Fact;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// W4: decisions over HTTP, durably logged, against an endpoint of the same server that does
/// nothing but wait for one group commit, and against the same answered by a query of the database.
public final class W4 {
    private static final int PEOPLE = 500;
    private static final int EVENTS_A_PERSON = 40;
    private static final int CONNECTIONS = 16;
    private static final int REQUESTS = 2000;
    private static final int ROUNDS = 5;
    private static final String QUERY =
            "select 600 + coalesce(sum(case signal when 'instalment.paid' then 12 else -2 *"
                    + " value_micro / 1e6 end * power(2, -(extract(epoch from now()) -"
                    + " happened_at / 1e6) / 86400 / 365)), 0) from entry where person = ? and"
                    + " kind = 0";

    private W4() {}

    /// A rate and the latencies behind it, sorted.
    private record Measured(double rate, double[] millis) {}

    /// Runs all and writes `bench/results/W4.md`.
    public static void run(Path home) throws IOException, InterruptedException, SQLException {
        var queries = new ArrayBlockingQueue<Connection>(CONNECTIONS);
        try (Site site = new Site(home, PEOPLE, bureau -> routes(bureau, queries))) {
            for (int i = 0; i < CONNECTIONS; i++) {
                queries.add(DriverManager.getConnection(site.url()));
            }
            report(site.bureau());
            measure(site, home);
        }
    }

    private static void report(Bureau bureau) {
        for (int person = 0; person < PEOPLE; person++) {
            var facts = new ArrayList<Fact>();
            for (int i = 0; i < EVENTS_A_PERSON; i++) {
                facts.add(
                        new Fact.Happened(
                                new Event(
                                        new EventName(Site.SOURCE, person + "-" + i),
                                        Site.person(person),
                                        null,
                                        "instalment.paid",
                                        0,
                                        Instant.now().minusSeconds(86_400L * 17 * (i + 1)),
                                        Instant.EPOCH,
                                        null)));
            }
            var _ = bureau.ledger().submit(facts);
        }
    }

    private static List<Route> routes(Bureau bureau, ArrayBlockingQueue<Connection> queries) {
        Set<Role> roles = Set.of(Role.RELYING_PARTY);
        return List.of(
                new Route.Guarded(
                        HttpMethod.POST,
                        "/bench/commit",
                        roles,
                        new Route.About("One group commit", List.of(), List.of(), List.of()),
                        call -> {
                            String body = call.request().body(String.class);
                            bureau.accessLog().append(0, access(body));
                            return ServerResponse.ok().body("{}");
                        }),
                new Route.Guarded(
                        HttpMethod.POST,
                        "/bench/query",
                        roles,
                        new Route.About("A query and a commit", List.of(), List.of(), List.of()),
                        call -> {
                            String body = call.request().body(String.class);
                            double score = score(queries, 1 + Math.abs(body.hashCode() % PEOPLE));
                            bureau.accessLog().append(0, access(body));
                            return ServerResponse.ok().body("{\"score\": " + score + "}");
                        }));
    }

    private static AccessLog.Access access(String what) {
        return new AccessLog.Access(Instant.now(), "bench", "bench", what);
    }

    private static double score(ArrayBlockingQueue<Connection> queries, long person)
            throws SQLException, InterruptedException {
        Connection connection = queries.take();
        try (PreparedStatement select = connection.prepareStatement(QUERY)) {
            select.setLong(1, person);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        } finally {
            queries.add(connection);
        }
    }

    private static void measure(Site site, Path home) throws IOException {
        List<String> paths = List.of("/v1/decisions", "/bench/commit", "/bench/query");
        List<String> names =
                List.of(
                        "decision, durably logged",
                        "one group commit and nothing else",
                        "score by a query, and one group commit");
        var rates = new double[paths.size()][ROUNDS];
        var p50 = new double[paths.size()][ROUNDS];
        var p99 = new double[paths.size()][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < paths.size(); i++) {
                Measured measured = requests(site, paths.get(i));
                if (round >= 0) {
                    rates[i][round] = measured.rate();
                    p50[i][round] = measured.millis()[REQUESTS / 2];
                    p99[i][round] = measured.millis()[REQUESTS * 99 / 100];
                }
            }
        }
        var report = new Report("W4: decisions over HTTP");
        report.text(
                "%s requests over %s connections, %s people of %s events each; %s rounds."
                        .formatted(REQUESTS, CONNECTIONS, PEOPLE, EVENTS_A_PERSON, ROUNDS));
        report.row("contender", "a second", "spread", "median ms", "99 % ms", "decision to it");
        report.row("---", "---", "---", "---", "---", "---");
        for (int i = 0; i < paths.size(); i++) {
            report.row(
                    names.get(i),
                    Report.number(Medians.of(rates[i])),
                    Medians.spread(rates[i]),
                    Report.number(Medians.of(p50[i])),
                    Report.number(Medians.of(p99[i])),
                    Report.number(Medians.of(rates[0]) / Medians.of(rates[i])));
        }
        report.write(home, "W4");
    }

    private static Measured requests(Site site, String path) {
        var millis = new double[REQUESTS];
        var next = new AtomicInteger();
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            Runnable asking =
                    () -> {
                        for (int n = next.getAndIncrement();
                                n < REQUESTS;
                                n = next.getAndIncrement()) {
                            long sent = System.nanoTime();
                            site.post(client, path, "application/json", question(n));
                            millis[n] = (System.nanoTime() - sent) / 1e6;
                        }
                    };
            Site.together(threads, Collections.nCopies(CONNECTIONS, asking));
        }
        double rate = REQUESTS * 1e9 / (System.nanoTime() - start);
        Arrays.sort(millis);
        return new Measured(rate, millis);
    }

    private static String question(int number) {
        return "{\"service\":\"loan\",\"person\":\"%s\",\"purpose\":\"granting a loan\"}"
                .formatted(Site.person(number % PEOPLE));
    }
}
