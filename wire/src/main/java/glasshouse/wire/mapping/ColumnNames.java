package glasshouse.wire.mapping;

import glasshouse.document.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a message may say of the columns of a table. Where a table has no line of names, its first
/// record stands in their place, and records are never repeated in a message.
public final class ColumnNames {
    private static final int LONGEST = 64;
    private static final Pattern VALUE =
            Pattern.compile(
                    "[-+]?[\\d.,]+|.*@.*|.*[\\p{Cntrl}\\uFFFD].*|(?:\\D*\\d){5}.*", Pattern.DOTALL);

    private static final Map<Character, String> DELIMITERS =
            new TreeMap<>(Map.of(';', "semicolons", '\t', "tabs", '|', "bars", ',', "commas"));

    private ColumnNames() {}

    /// What seems to part the cells of a table that has one column; empty where nothing does.
    public static Optional<String> otherDelimiter(List<String> columns) {
        if (columns.size() != 1) {
            return Optional.empty();
        }
        String only = columns.getFirst();
        return DELIMITERS.entrySet().stream()
                .filter(each -> only.indexOf(each.getKey()) >= 0)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// A sentence for a column that is not there.
    static String missing(String wanted, List<String> columns) {
        return "the file has no column \"" + wanted + "\"; " + there(wanted, columns);
    }

    private static String there(String wanted, List<String> columns) {
        if (columns.stream().allMatch(ColumnNames::isName)) {
            String nearest = Nearest.nearest(wanted, columns);
            return (nearest.isEmpty() ? "" : "did you mean " + nearest + "? ")
                    + "its columns: "
                    + listed(columns);
        }
        if (columns.stream().anyMatch(column -> column.indexOf('\uFFFD') >= 0)) {
            return "its first line is not in UTF-8; say in a mapping in what it is, such as"
                    + " file: {charset: windows-1252}";
        }
        return "its first line looks like a record; name the columns in a mapping with"
                + " file: {header: no, columns: […]}";
    }

    private static String listed(List<String> columns) {
        int most = 24;
        String first = String.join(", ", columns.stream().limit(most).toList());
        return columns.size() <= most ? first : first + " and " + (columns.size() - most) + " more";
    }

    private static boolean isName(String column) {
        return column.length() <= LONGEST && !VALUE.matcher(column).matches();
    }
}
