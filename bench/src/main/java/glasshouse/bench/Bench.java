package glasshouse.bench;

import glasshouse.bench.bureau.W3;
import glasshouse.bench.bureau.W4;
import glasshouse.bench.decision.W2;
import glasshouse.bench.rating.RatingCloses;
import glasshouse.bench.scoring.W1;
import glasshouse.bench.start.W7;
import java.nio.file.Path;
import java.util.List;

/// Runs a benchmark by its name: `./glasshouse bench W2`.
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("glasshouse.home", "."));
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "W1" -> W1.run(home, List.of(args).subList(1, args.length));
            case "W2" -> W2.run(home);
            case "W3" -> W3.run(home);
            case "W4" -> W4.run(home);
            case "W7" -> W7.run(home);
            case "ratings" -> RatingCloses.run(home);
            default -> {
                System.err.println("usage: glasshouse bench W1|W2|W3|W4|W7|ratings");
                System.exit(2);
            }
        }
    }
}
