package glasshouse.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/// The shape of a graph in a file: who is tied to whom, without names or anything else that the
/// file knows of them. Ties have no direction; a tie to oneself is left out, one that is named
/// twice is there twice.
///
/// Read are GML (`.gml`: the `source` and `target` of each `edge`, as numbers) and lists of ties
/// (any other ending: two words a line, parted by spaces, tabs or commas; `#` begins a comment).
public record GraphFile(int people, int[] from, int[] to) {
    /// Most ties.
    public static final int MOST_TIES = 20_000_000;

    /// Longest line, in characters.
    public static final int MOST_LINE = 100_000;

    /// What is wrong with a file, with its line.
    public static final class Unfit extends IOException {
        private static final long serialVersionUID = 1L;

        Unfit(Path file, long line, String what) {
            super(file.getFileName() + ":" + line + ": " + what);
        }
    }

    /// Number of ties.
    public int size() {
        return from.length;
    }

    /// Reads a file.
    public static GraphFile read(Path file) throws IOException {
        boolean gml = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gml");
        var ties = new Ties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            if (gml) {
                new Gml(file, reader, ties).read();
            } else {
                list(file, reader, ties);
            }
        } catch (CharacterCodingException notText) {
            throw new Unfit(file, 1, "the file is not UTF-8 text");
        }
        if (ties.size == 0) {
            throw new Unfit(file, 1, "no ties were found; a line has two names, as in: 17 42");
        }
        return new GraphFile(
                ties.numbers.size(),
                Arrays.copyOf(ties.from, ties.size),
                Arrays.copyOf(ties.to, ties.size));
    }

    private static void list(Path file, BufferedReader reader, Ties ties) throws IOException {
        String line;
        for (long number = 1; (line = reader.readLine()) != null; number++) {
            if (line.length() > MOST_LINE) {
                throw new Unfit(file, number, "a line has at most 100,000 characters");
            }
            var words = new StringTokenizer(line, " \t,;");
            if (words.hasMoreTokens() && !line.startsWith("#")) {
                String from = words.nextToken();
                if (!words.hasMoreTokens()) {
                    throw new Unfit(file, number, "a tie needs two names, as in: 17 42");
                }
                ties.add(file, number, from, words.nextToken());
            }
        }
    }

    /// Edges of GML, as far as a graph needs them.
    private static final class Gml {
        private final Path file;
        private final BufferedReader reader;
        private final Ties ties;
        private long number;

        Gml(Path file, BufferedReader reader, Ties ties) {
            this.file = file;
            this.reader = reader;
            this.ties = ties;
        }

        void read() throws IOException {
            boolean inEdge = false;
            String source = "";
            String target = "";
            String line;
            while ((line = reader.readLine()) != null) {
                number++;
                if (line.length() > MOST_LINE) {
                    throw new Unfit(file, number, "a line has at most 100,000 characters");
                }
                String[] words = line.strip().split("\\s+", 3);
                switch (words[0]) {
                    case "edge" -> {
                        inEdge = true;
                        source = "";
                        target = "";
                    }
                    case "source" -> source = inEdge ? value(words) : source;
                    case "target" -> target = inEdge ? value(words) : target;
                    case "]" -> {
                        if (inEdge) {
                            if (source.isEmpty() || target.isEmpty()) {
                                throw new Unfit(file, number, "an edge has a source and a target");
                            }
                            ties.add(file, number, source, target);
                        }
                        inEdge = false;
                    }
                    default -> {}
                }
            }
        }

        private String value(String[] words) throws Unfit {
            if (words.length < 2 || !words[1].matches("-?[0-9]{1,18}")) {
                throw new Unfit(file, number, "source and target of an edge are whole numbers");
            }
            return words[1];
        }
    }

    private static final class Ties {
        private final Map<String, Integer> numbers = new HashMap<>();
        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private int size;

        void add(Path file, long line, String a, String b) throws Unfit {
            int one = numbers.computeIfAbsent(a, _ -> numbers.size());
            int other = numbers.computeIfAbsent(b, _ -> numbers.size());
            if (one == other) {
                return;
            }
            if (size == MOST_TIES) {
                throw new Unfit(file, line, "a graph has at most 20,000,000 ties");
            }
            if (size == from.length) {
                from = Arrays.copyOf(from, size * 2);
                to = Arrays.copyOf(to, size * 2);
            }
            from[size] = one;
            to[size++] = other;
        }
    }
}
