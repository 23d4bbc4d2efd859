package glasshouse.bureau.drill;

import glasshouse.bureau.Limits;
import glasshouse.bureau.Settings;
import glasshouse.bureau.Shared;
import glasshouse.bureau.serve.Announcement;
import glasshouse.bureau.serve.Serving;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A bureau in a process of its own, to be killed: a folder and the persons that get tokens.
final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws Exception {
        var settings =
                new Settings(
                        "127.0.0.1",
                        0,
                        Path.of(arguments[0]),
                        Shared.cache(),
                        "",
                        "",
                        "",
                        Limits.usual().anyRate(),
                        List.of(arguments).subList(1, arguments.length));
        Serving serving =
                Serving.start(
                        settings,
                        Shared.edition("examples/lender/lender.yaml"),
                        InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(serving::close));
        var _ = new Announcement(serving, settings).text();
        new CountDownLatch(1).await();
    }
}
