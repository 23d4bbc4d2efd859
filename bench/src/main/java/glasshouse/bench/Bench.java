package glasshouse.bench;

import glasshouse.bench.decision.W2;
import java.nio.file.Path;

/// Runs a benchmark by its name: `./glasshouse bench W2`.
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("glasshouse.home", "."));
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "W2" -> W2.run(home);
            default -> {
                System.err.println("usage: glasshouse bench W2");
                System.exit(2);
            }
        }
    }
}
