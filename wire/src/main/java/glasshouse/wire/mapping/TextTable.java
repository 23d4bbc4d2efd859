package glasshouse.wire.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The form of a text file: its cells, its lines and the names of its columns.
///
/// Without a `header` the file's columns are `columns`; with one, `columns` (when not empty) rename
/// it. `skip` lines come before. Lines that begin with `comment` (empty: none) are passed over, as
/// are blank ones. A cell that reads like one of `blanks` counts as empty.
public record TextTable(
        Layout layout,
        boolean header,
        List<String> columns,
        Charset charset,
        int skip,
        String comment,
        List<String> blanks,
        boolean trim) {
    /// Comma-separated, UTF-8, with a header.
    public static final TextTable CSV = plain(Layout.COMMA);

    /// Tab-separated, UTF-8, with a header.
    public static final TextTable TSV = plain(Layout.TAB);

    public TextTable {
        columns = List.copyOf(columns);
        blanks = List.copyOf(blanks);
        if (!header && columns.isEmpty()) {
            throw new IllegalArgumentException("without a header the columns need names");
        }
    }

    private static TextTable plain(Layout layout) {
        return new TextTable(
                layout, true, List.of(), StandardCharsets.UTF_8, 0, "", List.of(), false);
    }
}
