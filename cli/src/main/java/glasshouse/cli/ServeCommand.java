package glasshouse.cli;

import glasshouse.bureau.Settings;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.serve.Announcement;
import glasshouse.bureau.serve.Serving;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the bureau until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs a scoring service for people who agreed, under a live scheme.",
        footerHeading =
                "%nA flag goes before the environment (GLASSHOUSE_PORT, …), which goes before%n"
                        + "the file. Without an issuer of tokens nobody is let in but to /health%n"
                        + "and /openapi.json. Keys: host, port, data-dir, database-url, issuer,%n"
                        + "audience, organisation-rate, person-rate, body-megabytes;%n"
                        + "docs/guide/operating.md says what they mean.%n%nExamples:%n",
        footer = {
            "  glasshouse serve --scheme examples/lender/lender.yaml --dev ann,ben",
            "  glasshouse serve --scheme lender.yaml --config bureau.yaml",
            "  glasshouse serve --scheme lender.yaml --set person-rate=5"
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--scheme",
            required = true,
            paramLabel = "SCHEME",
            description = "A live scheme (.yaml), or the name of a shipped one.")
    String scheme;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: 127.0.0.1.")
    @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "The port. Default: 8080.")
    @Nullable String port;

    @Mixin private BureauOptions bureau;

    @Option(
            names = "--dev",
            arity = "0..1",
            split = ",",
            fallbackValue = "ann",
            paramLabel = "PERSON",
            description =
                    "For development only: print tokens for each role and for these persons"
                            + " (default: ann), and put them into DATA-DIR/dev-tokens.")
    List<String> developmentPersons = List.of();

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        Edition edition = SchemeFile.edition(scheme);
        Settings settings = settings();
        try {
            Serving serving = Serving.start(settings, edition, InstantSource.system());
            var stopped = new CountDownLatch(1);
            Runnable stop =
                    () -> {
                        serving.close();
                        stopped.countDown();
                    };
            Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
            terminal.out().print(new Announcement(serving, settings).text());
            terminal.out().flush();
            stopped.await();
            return 0;
        } catch (IOException | SQLException | IllegalArgumentException failure) {
            throw new Refusal("The bureau cannot start. " + failure.getMessage());
        }
    }

    private Settings settings() throws Refusal {
        var flags = new HashMap<String, String>();
        BureauOptions.put(flags, "host", host);
        BureauOptions.put(flags, "port", port);
        return bureau.settings(flags, developmentPersons);
    }
}
