package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.bureau.Limits;
import glasshouse.bureau.Settings;
import glasshouse.bureau.Shared;
import glasshouse.bureau.serve.Announcement;
import glasshouse.bureau.serve.Serving;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The guide's sessions print what the guide says, in a real shell with a real curl, against a real
/// bureau on a day that stands still. A line `…` stands for any lines. `-Dglasshouse.golden=write`
/// writes what is printed now into the guide.
final class TourTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "bureau.md");
    private static final String MARK = "@@@ next command";
    private static final Instant DAY = Instant.parse("2026-04-01T08:00:00Z");

    /// A command as it is typed, maybe over several lines, and what is shown below it.
    private record Step(int index, List<String> typed, List<String> shown) {
        String command() {
            return typed.getFirst().substring(2)
                    + typed.stream().skip(1).map(line -> "\n" + line).collect(Collectors.joining());
        }
    }

    @Test
    void theGuidePrintsWhatItSays() throws Exception {
        List<String> lines = Files.readAllLines(GUIDE);
        var document = new ArrayList<Object>();
        var steps = new ArrayList<Step>();
        read(lines, document, steps);
        List<List<String>> printed = run(steps);
        var now = new ArrayList<String>();
        for (Object part : document) {
            if (part instanceof Step step) {
                now.addAll(step.typed());
                now.addAll(kept(step.shown(), printed.get(step.index())));
            } else {
                now.add(part.toString());
            }
        }
        if ("write".equals(System.getProperty("glasshouse.golden"))) {
            Files.write(GUIDE, now);
        } else {
            assertEquals(String.join("\n", lines), String.join("\n", now));
        }
    }

    private static void read(List<String> lines, List<Object> document, List<Step> steps) {
        boolean session = false;
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (session && line.startsWith("$ ")) {
                int start = i++;
                while (i < lines.size() && lines.get(i).startsWith("    ")) {
                    i++;
                }
                int shown = i;
                while (!lines.get(i).startsWith("$ ") && !lines.get(i).equals("```")) {
                    i++;
                }
                var step =
                        new Step(
                                steps.size(), lines.subList(start, shown), lines.subList(shown, i));
                steps.add(step);
                document.add(step);
            } else {
                session = session ? !line.equals("```") : line.equals("```shell-session");
                document.add(line);
                i++;
            }
        }
    }

    /// Runs all commands in one shell, in a folder that has `data/dev-tokens`.
    private static List<List<String>> run(List<Step> steps) throws Exception {
        Path folder = Shared.folder();
        var settings =
                new Settings(
                        "127.0.0.1",
                        0,
                        folder.resolve("data"),
                        Shared.cache(),
                        Shared.database(),
                        "",
                        "",
                        Limits.usual(),
                        List.of("ann"));
        try (Serving serving =
                Serving.start(
                        settings,
                        Shared.edition("examples/lender/lender.yaml"),
                        InstantSource.fixed(DAY))) {
            var _ = new Announcement(serving, settings).text();
            String script =
                    steps.stream()
                            .map(step -> "echo '" + MARK + "'\n" + step.command() + "\n")
                            .collect(Collectors.joining());
            Path file = Files.writeString(folder.resolve("script"), script);
            Process shell =
                    new ProcessBuilder("bash", file.toString())
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!shell.waitFor(1, TimeUnit.MINUTES)) {
                throw new IOException("the tour does not end");
            }
            return Arrays.stream(output.split(MARK + "\n", -1))
                    .skip(1)
                    .map(each -> each.lines().toList())
                    .toList();
        }
    }

    /// What is shown, where it says what is printed now.
    private static List<String> kept(List<String> shown, List<String> printed) {
        String pattern =
                shown.stream()
                        .map(line -> line.equals("…") ? "(?s:.*)" : Pattern.quote(line + "\n"))
                        .collect(Collectors.joining());
        String now = printed.stream().map(line -> line + "\n").collect(Collectors.joining());
        return now.matches(pattern) ? shown : printed;
    }
}
