package glasshouse.wire.mapping;

import glasshouse.document.Nearest;
import java.util.List;
import java.util.regex.Pattern;

/// What a message may say of the columns of a table. Where a table has no line of names, its first
/// record stands in their place, and records are never repeated in a message.
final class ColumnNames {
    private static final int LONGEST = 64;
    private static final Pattern VALUE =
            Pattern.compile(
                    "[-+]?[\\d.,]+|.*@.*|.*[\\p{Cntrl}\\uFFFD].*|(?:\\D*\\d){5}.*", Pattern.DOTALL);

    private ColumnNames() {}

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
