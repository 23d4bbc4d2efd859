package glasshouse.bureau.http;

import glasshouse.bureau.Limits;
import glasshouse.bureau.Settings;
import glasshouse.bureau.Shared;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.serve.Serving;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A bureau on a database of its own, and somebody who talks to it over HTTP.
public final class Client implements AutoCloseable {
    private final Serving serving;
    private final HttpClient http = HttpClient.newHttpClient();

    private Client(Serving serving) {
        this.serving = serving;
    }

    /// A bureau that lets development tokens in.
    public static Client of(Edition edition, InstantSource clock) {
        return of(Shared.database(), edition, clock, List.of("anybody"));
    }

    public static Client of(
            String database, Edition edition, InstantSource clock, List<String> persons) {
        return of(database, edition, clock, persons, Limits.usual().anyRate());
    }

    /// A bureau that takes so much and no more.
    public static Client of(
            String database,
            Edition edition,
            InstantSource clock,
            List<String> persons,
            Limits limits) {
        var settings =
                new Settings(
                        "127.0.0.1",
                        0,
                        Path.of("target"),
                        Shared.cache(),
                        database,
                        "",
                        "",
                        limits,
                        persons);
        try {
            return new Client(Serving.start(settings, edition, clock));
        } catch (IOException | SQLException | InterruptedException failure) {
            throw new IllegalStateException("the bureau does not start", failure);
        }
    }

    public Serving serving() {
        return serving;
    }

    /// A token of a role; of a person, their id is the subject.
    public String token(Role role, String subject) {
        return serving.development().orElseThrow().token(role, subject, Instant.now());
    }

    public Reply get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Reply post(String path, String token, String media, String body) {
        return send(
                request(path, token)
                        .header("Content-Type", media)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply call(String method, String path, String token) {
        return send(request(path, token).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /// A request to go on with; without a token where that is empty.
    public HttpRequest.Builder request(String path, String token) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serving.port() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("no reply", failure);
        }
    }

    @Override
    public void close() {
        http.close();
        serving.close();
    }
}
