package glasshouse.lab.experiment;

import glasshouse.data.Column;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The SHA-256 of a result: over the rows of all its tables in a fixed text form, so that it knows
/// nothing of files, threads or time.
///
/// The text, in UTF-8: for each table in the order of their names a line `table NAME ROWS`, a line
/// with `NAME:KIND` of each column, and a line for each row; fields are separated by tabs, lines
/// end with a line feed. Texts have `\`, tab and line feed escaped as `\\`, `\t`, `\n`; decimals
/// are written as the shortest that reads back as the same double (`Double.toString`), and NaN as
/// nothing.
public final class ResultHash {
    private static final int BUFFER = 1 << 16;

    private ResultHash() {}

    /// The hash in hexadecimal.
    public static String of(Results results) {
        MessageDigest digest = sha256();
        var text = new StringBuilder();
        List<Table> tables =
                RunTables.all(results).stream().sorted(Comparator.comparing(Table::name)).toList();
        for (Table table : tables) {
            head(table, text);
            for (int row = 0; row < table.size(); row++) {
                row(table, row, text);
                if (text.length() > BUFFER) {
                    flush(text, digest);
                }
            }
        }
        flush(text, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void head(Table table, StringBuilder text) {
        text.append("table ").append(table.name()).append(' ').append(table.size()).append('\n');
        String separator = "";
        for (Column column : table.columns()) {
            text.append(separator).append(column.name()).append(':').append(kind(column));
            separator = "\t";
        }
        text.append('\n');
    }

    private static String kind(Column column) {
        return switch (column) {
            case Column.Texts _ -> "text";
            case Column.Wholes _ -> "whole";
            case Column.Decimals _ -> "decimal";
        };
    }

    private static void row(Table table, int row, StringBuilder text) {
        String separator = "";
        for (Column column : table.columns()) {
            text.append(separator);
            switch (column) {
                case Column.Texts texts -> text.append(escaped(texts.values().get(row)));
                case Column.Wholes wholes -> text.append(wholes.values()[row]);
                case Column.Decimals decimals -> {
                    double value = decimals.values()[row];
                    text.append(Double.isNaN(value) ? "" : Double.toString(value));
                }
            }
            separator = "\t";
        }
        text.append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static void flush(StringBuilder text, MessageDigest digest) {
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    /// The SHA-256 of a text in UTF-8, in hexadecimal.
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
