package glasshouse.bureau.serve;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Database;
import glasshouse.bureau.Settings;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.http.DevelopmentTokens;
import glasshouse.bureau.http.Letters;
import glasshouse.bureau.http.Server;
import glasshouse.bureau.http.Tokens;
import glasshouse.bureau.notice.Delivery;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A bureau that serves: database, bureau and server, started in this order and stopped in the
/// other.
public final class Serving implements AutoCloseable {
    private final Bureau bureau;
    private final Server server;
    private final Delivery delivery;
    private final Optional<DevelopmentTokens> development;

    private Serving(Bureau bureau, Server server, Optional<DevelopmentTokens> development) {
        this.bureau = bureau;
        delivery =
                new Delivery(bureau.webhooks(), new Letters(bureau), bureau.bell(), bureau.clock());
        delivery.start();
        this.server = server;
        this.development = development;
    }

    /// Starts. The exception's message says what is wrong and what to do.
    public static Serving start(Settings settings, Edition edition, InstantSource clock)
            throws IOException, InterruptedException, SQLException {
        if (edition.scheme().header().realm() != Realm.LIVE) {
            throw new IllegalArgumentException(
                    ("The scheme %s is synthetic: it may score only people whom the lab "
                                    + "made up, and a bureau takes events about people "
                                    + "from outside. "
                                    + "Serve "
                                    + "a live scheme; ./glasshouse lab runs this one.")
                            .formatted(edition.scheme().header().name()));
        }
        Database database =
                settings.databaseUrl().isEmpty()
                        ? Database.in(settings.dataFolder(), settings.cacheFolder())
                        : Database.at(settings.databaseUrl());
        try {
            Bureau bureau = Bureau.open(database, edition, clock);
            Optional<DevelopmentTokens> development =
                    settings.forDevelopment()
                            ? Optional.of(new DevelopmentTokens())
                            : Optional.empty();
            if (development.isPresent()) {
                registerForDevelopment(bureau);
                bureau.webhooks().allowThisMachine();
            }
            Tokens tokens =
                    settings.issuer().isEmpty()
                            ? Tokens.none()
                            : Tokens.of(settings.issuer(), settings.audience());
            if (development.isPresent()) {
                tokens = tokens.and(development.get());
            }
            var setup =
                    new Server.Setup(
                            settings.host(), settings.port(), settings.limits(), List.of());
            return new Serving(bureau, Server.start(bureau, tokens, setup), development);
        } catch (SQLException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /// The organisations of the development tokens, which declare all that the scheme has.
    private static void registerForDevelopment(Bureau bureau) {
        var scheme = bureau.scheme();
        Set<String> contexts =
                scheme.signals().stream().map(Signal::context).collect(Collectors.toSet());
        Set<String> purposes =
                scheme.services().stream().map(Service::purpose).collect(Collectors.toSet());
        for (var each :
                List.of(
                        new Organisation(DevelopmentTokens.FURNISHER, contexts, Set.of()),
                        new Organisation(DevelopmentTokens.RELYING_PARTY, Set.of(), purposes))) {
            String _ = bureau.organisations().register(each, bureau.clock().instant());
        }
    }

    public Bureau bureau() {
        return bureau;
    }

    public int port() {
        return server.port();
    }

    /// What makes tokens, where it is for development.
    public Optional<DevelopmentTokens> development() {
        return development;
    }

    @Override
    public void close() {
        delivery.close();
        server.close();
        bureau.close();
    }
}
