package glasshouse.bench.bureau;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.Limits;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.http.DevelopmentTokens;
import glasshouse.bureau.http.Role;
import glasshouse.bureau.http.Route;
import glasshouse.bureau.http.Server;
import glasshouse.bureau.http.Tokens;
import glasshouse.bureau.ledger.Consent;
import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.bureau.postgres.Cluster;
import glasshouse.compiler.Library;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// A PostgreSQL with a bureau on it and people enrolled, and clients that talk to it.
final class Site implements AutoCloseable {
    static final String SOURCE = "furnisher";
    static final String ASKER = "lender";

    private final Cluster cluster;
    private final Bureau bureau;
    private final Server server;
    private final DevelopmentTokens tokens = new DevelopmentTokens();
    private final String furnisher;
    private final String asker;

    /// Begins with so many people, and routes beside the bureau's own.
    Site(Path home, int people, Function<Bureau, List<Route>> more)
            throws IOException, InterruptedException, SQLException {
        Path folder =
                Files.createTempDirectory(
                        "glasshouse-bench-",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "glasshouse-cache");
        cluster = Cluster.start(folder, cache);
        Path file = home.resolve("examples/lender/lender.yaml");
        var source = new Library.Source(file.toString(), Files.readString(file));
        Edition edition =
                switch (Edition.compile(source, Library.EMPTY)) {
                    case Edition.Result.Ready(Edition ready) -> ready;
                    case Edition.Result.Refused _ -> throw new IllegalStateException("lender");
                };
        bureau = Bureau.open(Database.at(cluster.url()), edition, InstantSource.system());
        Instant now = Instant.now();
        String _ =
                bureau.organisations()
                        .register(new Organisation(SOURCE, Set.of("credit"), Set.of()), now);
        String _ =
                bureau.organisations()
                        .register(
                                new Organisation(ASKER, Set.of(), Set.of("granting a loan")), now);
        furnisher = tokens.token(Role.FURNISHER, SOURCE, now);
        asker = tokens.token(Role.RELYING_PARTY, ASKER, now);
        enrol(people);
        server =
                Server.start(
                        bureau,
                        Tokens.none().and(tokens),
                        new Server.Setup(
                                "127.0.0.1", 0, Limits.usual().anyRate(), more.apply(bureau)));
    }

    private void enrol(int people) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people; i++) {
                String person = person(i);
                threads.execute(
                        () -> {
                            var _ =
                                    bureau.ledger()
                                            .submit(
                                                    List.of(
                                                            new Fact.Enrolled(person),
                                                            allowed(
                                                                    person,
                                                                    Consent.Kind.SOURCE,
                                                                    SOURCE),
                                                            allowed(
                                                                    person,
                                                                    Consent.Kind.SERVICE,
                                                                    "loan")));
                        });
            }
        }
    }

    private static Fact allowed(String person, Consent.Kind kind, String name) {
        return new Fact.Allowed(person, new Consent(kind, name));
    }

    static String person(int number) {
        return "person-" + number;
    }

    Bureau bureau() {
        return bureau;
    }

    String url() {
        return cluster.url();
    }

    /// Does all at once on so many threads; throws where one failed.
    static void together(ExecutorService threads, List<Runnable> works) {
        var done = works.stream().map(threads::submit).toList();
        for (Future<?> each : done) {
            try {
                Object _ = each.get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /// Posts and insists on success.
    void post(HttpClient client, String path, String media, String body) {
        boolean reporting = media.endsWith("ndjson");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Authorization", "Bearer " + (reporting ? furnisher : asker))
                        .header("Content-Type", media)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
        bureau.close();
        cluster.close();
    }
}
