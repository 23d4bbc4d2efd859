package glasshouse.bench;

import glasshouse.bench.bureau.W3;
import glasshouse.bench.bureau.W4;
import glasshouse.bench.decision.W2;
import glasshouse.bench.rating.RatingCloses;
import glasshouse.bench.scoring.W1;
import glasshouse.bench.society.W5;
import glasshouse.bench.start.W7;
import glasshouse.bench.stream.W6;
import java.nio.file.Path;
import java.util.List;

/// Runs a benchmark by its name: `./glasshouse bench W2`.
public final class Bench {
    private static final String USAGE =
            """
            usage: glasshouse bench W1|W2|W3|W4|W5|W6|W7|ratings

              W1       files of events to files of scores, beside DuckDB's SQL: 1, 10 and 100
                       million events, a thousand to ten million persons, a skewed file, and the
                       peak of memory of each. Half an hour alone on two cores; 6 GB of disk.
              W1 N…    files of N million events only, such as W1 1 (under a minute); printed, not
                       kept
              W2       one decision in process, beside ZEN and Drools
              W3, W4   the bureau's intake and its decisions over HTTP, beside PostgreSQL alone
              W5       a week of the lab's society, beside one object a person: 1 to 256 million
                       people as the heap allows (GLASSHOUSE_JAVA_OPTS=-Xmx20g), ten minutes
              W5 N…    societies of N million people only, such as W5 0.1 (under a minute);
                       printed, not kept
              W6       the stream's job on Flink, beside the same job without the fold; bytes of a
                       person's state (two minutes)
              W7       starts of the command, beside the bare JVM's
              ratings  the closes of ratings

            Results are kept in bench/results. GLASSHOUSE_JAVA_OPTS adds options for Java.
            """;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("glasshouse.home", "."));
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "W1" -> W1.run(home, List.of(args).subList(1, args.length));
            case "W2" -> W2.run(home);
            case "W3" -> W3.run(home);
            case "W4" -> W4.run(home);
            case "W5" -> W5.run(home, List.of(args).subList(1, args.length));
            case "W6" -> W6.run(home);
            case "W7" -> W7.run(home);
            case "ratings" -> RatingCloses.run(home);
            default -> {
                boolean asked = name.equals("--help") || name.equals("-h");
                (asked ? System.out : System.err).print(USAGE);
                System.exit(asked ? 0 : 2);
            }
        }
    }
}
