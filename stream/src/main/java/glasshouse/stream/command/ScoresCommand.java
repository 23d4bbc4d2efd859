package glasshouse.stream.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The last score of each person in a topic.
@Command(
        name = "scores",
        description = "Prints the last committed score of each person in a topic, as CSV.",
        mixinStandardHelpOptions = true,
        footer = {"", "  glasshouse stream scores --topic scores --out scores.csv"})
final class ScoresCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BrokersOption brokers = new BrokersOption();

    @Option(names = "--topic", required = true, description = "The topic of scores.")
    private String topic = "";

    @Option(names = "--out", paramLabel = "FILE", description = "A file, instead of the screen.")
    private @Nullable Path file;

    @Override
    public Integer call() throws Exception {
        Map<String, LastScores.Score> scores = LastScores.read(brokers.consumer(), topic);
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            print(scores, out);
            out.flush();
        } else {
            try (var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                print(scores, out);
            }
        }
        return 0;
    }

    private static void print(Map<String, LastScores.Score> scores, PrintWriter out) {
        out.print("person,score,band,day\n");
        scores.forEach(
                (person, score) -> {
                    boolean plain = !person.contains(",") && !person.contains("\"");
                    out.print(plain ? person : "\"" + person.replace("\"", "\"\"") + "\"");
                    out.print("," + score.score() + "," + score.band() + "," + score.day() + "\n");
                });
    }
}
