package glasshouse.cli;

import glasshouse.city.Demo;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Opens a living city of made-up people in the browser, until it is told to stop.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Opens a living city of made-up people in the browser.",
        footerHeading =
                "%nIt listens on this machine only, loads nothing from elsewhere, keeps nothing.%n"
                        + "Ctrl-C stops it.%n%nExamples:%n",
        footer = {"  glasshouse demo", "  glasshouse demo --port 9000 --seed 7"})
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_PEOPLE = 20_000;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port; 0 takes a free one. Default: 8484.")
    private int port = 8484;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "How many people, 100 to 20000. Default: 10000.")
    private int people = 10_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which people and which luck. Default: 1.")
    private long seed = 1;

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new Refusal("--port " + port + " is not between 0 and 65535.");
        }
        if (people < 100 || people > MOST_PEOPLE) {
            throw new Refusal("--people %d is not between 100 and 20000.".formatted(people));
        }
        Demo demo = start();
        var stopped = new CountDownLatch(1);
        Runnable stop =
                () -> {
                    demo.close();
                    stopped.countDown();
                };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        terminal.out().println("A city of %,d made-up people:".formatted(people));
        terminal.out().println();
        terminal.out().println("  http://localhost:" + demo.port() + "/");
        terminal.out().println();
        terminal.out().println("Open it in a browser; Ctrl-C stops it.");
        terminal.out().flush();
        stopped.await();
        return 0;
    }

    private Demo start() throws Refusal {
        try {
            var size = new Demo.Size(people, seed);
            return Demo.start(port, size, new ShippedSchemes(), ShippedSchemes.FIRST);
        } catch (IOException taken) {
            throw new Refusal(
                    "Nothing can listen on port %d; another program does? Try --port 0."
                            .formatted(port));
        }
    }
}
