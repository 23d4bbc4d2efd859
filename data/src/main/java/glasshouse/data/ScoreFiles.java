package glasshouse.data;

import glasshouse.account.Calendar;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Scores as a file: `person, score, band, as_of` and the partial score of each characteristic.
///
/// Points are exact decimals. Rows are in the order of the persons' UTF-8 bytes.
public final class ScoreFiles {
    static final String PERSON = "person";
    static final String SCORE = "score";
    static final String BAND = "band";
    static final String AS_OF = "as_of";

    private ScoreFiles() {}

    /// The extensions that [#write] knows.
    public static final List<String> EXTENSIONS = List.of(".parquet", ".csv", ".ndjson");

    /// Whether the name of the file says how to write it.
    public static boolean knows(Path file) {
        return EXTENSIONS.stream().anyMatch(lowerName(file)::endsWith);
    }

    /// Writes the file that its extension names; where that fails, a part of it may be left. Throws
    /// `IOException` where it cannot be written.
    public static void write(ScoreTable scores, Scheme scheme, Instant asOf, Path file)
            throws IOException {
        String name = lowerName(file);
        if (name.endsWith(".parquet")) {
            ParquetScores.write(scores, scheme, Calendar.micros(asOf), file);
        } else if (name.endsWith(".csv")) {
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                csv(scores, scheme, asOf, writer);
            }
        } else {
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                ndjson(scores, scheme, asOf, writer);
            }
        }
    }

    private static String lowerName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static void csv(ScoreTable scores, Scheme scheme, Instant asOf, BufferedWriter writer)
            throws IOException {
        writer.write(String.join(",", PERSON, SCORE, BAND, AS_OF));
        for (Characteristic characteristic : scheme.characteristics()) {
            writer.write(',');
            writer.write(cell(characteristic.name()));
        }
        writer.write('\n');
        for (int row = 0; row < scores.size(); row++) {
            writer.write(cell(scores.person(row)));
            writer.write(',');
            writer.write(Micro.format(scores.scoreMicro(row)));
            writer.write(',');
            writer.write(cell(scheme.bands().get(band(scheme, scores.scoreMicro(row))).name()));
            writer.write(',');
            writer.write(asOf.toString());
            for (int i = 0; i < scheme.characteristics().size(); i++) {
                writer.write(',');
                writer.write(Micro.format(scores.partialMicro(row, i)));
            }
            writer.write('\n');
        }
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void ndjson(
            ScoreTable scores, Scheme scheme, Instant asOf, BufferedWriter writer)
            throws IOException {
        for (int row = 0; row < scores.size(); row++) {
            writer.write("{\"person\":");
            writer.write(json(scores.person(row)));
            writer.write(",\"score\":");
            writer.write(Micro.format(scores.scoreMicro(row)));
            writer.write(",\"band\":");
            writer.write(json(scheme.bands().get(band(scheme, scores.scoreMicro(row))).name()));
            writer.write(",\"as_of\":");
            writer.write(json(asOf.toString()));
            for (int i = 0; i < scheme.characteristics().size(); i++) {
                writer.write(',');
                writer.write(json(scheme.characteristics().get(i).name()));
                writer.write(':');
                writer.write(Micro.format(scores.partialMicro(row, i)));
            }
            writer.write("}\n");
        }
    }

    private static String json(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /// The index of the band of a score.
    static int band(Scheme scheme, long scoreMicro) {
        List<Band> bands = scheme.bands();
        int found = 0;
        for (int i = 1; i < bands.size() && scoreMicro >= bands.get(i).fromMicro(); i++) {
            found = i;
        }
        return found;
    }
}
