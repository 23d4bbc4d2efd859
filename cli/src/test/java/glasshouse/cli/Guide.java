package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A document whose fenced blocks are run.
///
/// A block `yaml NAME` (or any other kind with a name) is a file that the reader writes. A block
/// `console` is a session: `$ ./glasshouse …`, `$ cat FILE`, `$ head -3 FILE`, `$ echo $?`, each
/// with what it prints; a line `…` stands for any lines. A command ends with 0 unless `$ echo $?`
/// follows it. A block `console data` needs the data that is not bundled.
record Guide(Path file, List<String> lines) {
    private static final String DATA = "../shared/data/";
    private static final Pattern BARE = Pattern.compile("[\\w-]+(\\.[\\w-]+)+");

    static Guide of(Path file) {
        try {
            return new Guide(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    /// The documents that are run.
    static List<Guide> all() throws IOException {
        try (Stream<Path> guides = Files.list(Path.of("../docs/guide"))) {
            return Stream.concat(Stream.of(Path.of("../README.md")), guides.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(Guide::of)
                    .toList();
        }
    }

    String name() {
        return Path.of("..").relativize(file).toString().replace('/', '-');
    }

    boolean needsData() {
        return lines.contains("```console data");
    }

    /// Runs the blocks in a fresh folder; those that need data where `data` says where it is,
    /// otherwise their commands are only parsed. Gives the document with what is printed now.
    List<String> run(Path folder, String data) throws IOException {
        var run = new Run(new Session(folder, "DIR"), data);
        var now = new ArrayList<String>();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i++);
            now.add(line);
            if (line.startsWith("```") && !line.equals("```")) {
                int end = i + lines.subList(i, lines.size()).indexOf("```");
                List<String> words = Session.words(line.substring(3));
                List<String> block = lines.subList(i, end);
                boolean console = words.getFirst().equals("console");
                if (!console && words.size() == 2) {
                    Files.write(folder.resolve(words.get(1)), block);
                }
                now.addAll(console ? run.block(block, words.contains("data")) : block);
                i = end;
            }
        }
        return now;
    }

    /// Compares, or writes the document anew where the property asks for it.
    void check(Path folder, String data) throws IOException {
        List<String> now = run(folder, data);
        if ("write".equals(System.getProperty("glasshouse.golden"))) {
            Files.write(file, now);
        } else {
            assertEquals(String.join("\n", lines), String.join("\n", now), file.toString());
        }
    }

    /// One reader at one terminal.
    private record Run(Session session, String data) {
        List<String> block(List<String> block, boolean needsData) throws IOException {
            var now = new ArrayList<String>();
            int exit = 0;
            int i = 0;
            while (i < block.size()) {
                int start = i;
                var command = new StringBuilder(block.get(i));
                while (block.get(i++).endsWith("\\")) {
                    command.setLength(command.length() - 1);
                    command.append(block.get(i));
                }
                now.addAll(block.subList(start, i));
                int output = i;
                while (i < block.size() && !block.get(i).startsWith("$ ")) {
                    i++;
                }
                List<String> words = Session.words(command.substring(2));
                List<String> shown = block.subList(output, i);
                if (needsData && data.isEmpty()) {
                    if (words.getFirst().equals("./glasshouse")) {
                        session.parse(placed(words));
                    }
                    now.addAll(shown);
                    continue;
                }
                boolean isAsked = i < block.size() && block.get(i).equals("$ echo $?");
                if (words.getFirst().equals("./glasshouse")) {
                    Session.Ran ran = session.run(placed(words));
                    exit = ran.exit();
                    if (exit != 0 && !isAsked) {
                        fail(command + "\nended with " + exit + "\n" + ran.err());
                    }
                    now.addAll(kept(shown, lines(ran)));
                } else {
                    now.addAll(kept(shown, other(words, exit)));
                }
            }
            return now;
        }

        private List<String> lines(Session.Ran ran) {
            String printed = ran.out() + ran.err();
            String plain = printed.replace("DIR/", "").replace(data.isEmpty() ? DATA : data, DATA);
            return plain.lines().toList();
        }

        private List<String> other(List<String> words, int exit) throws IOException {
            return switch (words.getFirst()) {
                case "echo" -> List.of(Integer.toString(exit));
                case "cat" -> Files.readAllLines(file(words.getLast()));
                case "head" ->
                        Files.readAllLines(file(words.getLast())).stream()
                                .limit(Integer.parseInt(words.get(1).substring(1)))
                                .toList();
                default -> throw new AssertionError("no command for a guide: " + words);
            };
        }

        private Path file(String word) {
            return Path.of(session.place(placed(List.of("cat", word)).getLast()));
        }

        /// The words with the reader's own files in the fresh folder, and data where it is.
        private List<String> placed(List<String> words) {
            return words.stream()
                    .skip(words.getFirst().equals("./glasshouse") ? 1 : 0)
                    .map(word -> isFile(word) ? "DIR/" + word : word)
                    .map(word -> data.isEmpty() ? word : word.replace(DATA, data))
                    .toList();
        }

        private static boolean isFile(String word) {
            return BARE.matcher(word).matches()
                    && word.matches(".*\\.(yaml|csv|ndjson|html|parquet|json|run)");
        }

        /// What is shown, where it says what is printed now.
        private static List<String> kept(List<String> shown, List<String> printed) {
            String pattern =
                    shown.stream()
                            .map(line -> line.equals("…") ? "(?s:.*)" : quoted(line))
                            .collect(Collectors.joining());
            String now =
                    printed.stream()
                            .map(line -> Session.timeless(line) + "\n")
                            .collect(Collectors.joining());
            return now.matches(pattern) ? shown : printed;
        }

        private static String quoted(String line) {
            return Pattern.quote(Session.timeless(line) + "\n");
        }
    }
}
