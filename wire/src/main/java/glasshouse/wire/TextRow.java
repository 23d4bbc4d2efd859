package glasshouse.wire;

import glasshouse.wire.mapping.Layout;
import glasshouse.wire.mapping.Row;
import glasshouse.wire.mapping.TextTable;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The cells of one record of a text table, as places within the bytes of [Lines].
///
/// Cells become text only when asked for. Offsets count from the record's start, because the bytes
/// move while a record grows.
final class TextRow implements Row {
    /// A quoted cell may run over so many lines; more is a quote that was never closed.
    static final int MOST_LINES = 64;

    private final TextTable table;
    private final Lines lines;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] doubled = new boolean[16];
    private int width;
    private boolean ascii;

    TextRow(TextTable table, Lines lines) {
        this.table = table;
        this.lines = lines;
    }

    /// Number of cells.
    int width() {
        return width;
    }

    /// Splits the record that `lines` stands at; a quoted cell may take in further lines.
    void split() throws Refused {
        width = 0;
        switch (table.layout()) {
            case Layout.Delimited delimited -> delimited(delimited.delimiter(), delimited.quote());
            case Layout.Spaced _ -> spaced();
            case Layout.Fixed fixed -> fixed(fixed);
        }
        ascii = Utf8.isAscii(lines.bytes(), lines.start(), lines.end());
    }

    boolean ascii() {
        return ascii;
    }

    @Override
    public String text(int column) {
        int from = lines.start() + starts[column];
        int length = ends[column] - starts[column];
        if (length == 0) {
            return "";
        }
        var charset = ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        var text = new String(lines.bytes(), from, length, charset);
        if (doubled[column] && table.layout() instanceof Layout.Delimited delimited) {
            String quote = String.valueOf((char) delimited.quote());
            text = text.replace(quote + quote, quote);
        }
        if (table.trim()) {
            text = text.strip();
        }
        return !table.blanks().isEmpty() && table.blanks().contains(text) ? "" : text;
    }

    private void delimited(byte delimiter, byte quote) throws Refused {
        int from = 0;
        while (true) {
            int start = lines.start();
            if (quote != Layout.NO_QUOTE
                    && start + from < lines.end()
                    && lines.bytes()[start + from] == quote) {
                from = quoted(from, delimiter, quote);
            } else {
                byte[] bytes = lines.bytes();
                int end = lines.end();
                int i = start + from;
                while (i < end && bytes[i] != delimiter) {
                    i++;
                }
                add(from, i - start, false);
                from = i - start + 1;
            }
            if (lines.start() + from > lines.end()) {
                return;
            }
        }
    }

    /// Takes a quoted cell and returns the place after its delimiter.
    private int quoted(int open, byte delimiter, byte quote) throws Refused {
        int i = open + 1;
        boolean hasDoubled = false;
        int taken = 1;
        while (true) {
            byte[] bytes = lines.bytes();
            int start = lines.start();
            int length = lines.end() - start;
            while (i < length && bytes[start + i] != quote) {
                i++;
            }
            if (i >= length) {
                if (taken++ == MOST_LINES || !lines.extend()) {
                    throw new Refused(
                            EventCode.BAD_ROW,
                            "a cell opens a quote that is not closed within "
                                    + MOST_LINES
                                    + " lines; close it, double quotes within a quoted cell, or"
                                    + " give the file's quote character in a mapping");
                }
            } else if (i + 1 < length && bytes[start + i + 1] == quote) {
                hasDoubled = true;
                i += 2;
            } else if (i + 1 == length || bytes[start + i + 1] == delimiter) {
                add(open + 1, i, hasDoubled);
                return i + 2;
            } else {
                throw new Refused(
                        EventCode.BAD_ROW,
                        "a quoted cell goes on after its closing quote; double quotes within a"
                                + " quoted cell");
            }
        }
    }

    private void spaced() {
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int end = lines.end();
        int i = start;
        while (true) {
            while (i < end && isSpace(bytes[i])) {
                i++;
            }
            if (i == end) {
                return;
            }
            int from = i;
            while (i < end && !isSpace(bytes[i])) {
                i++;
            }
            add(from - start, i - start, false);
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private void fixed(Layout.Fixed fixed) {
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int end = lines.end();
        for (Layout.Span span : fixed.spans()) {
            int from = character(bytes, start, end, span.from() - 1);
            int to = character(bytes, from, end, span.to() - span.from() + 1);
            while (from < to && isSpace(bytes[from])) {
                from++;
            }
            while (to > from && isSpace(bytes[to - 1])) {
                to--;
            }
            add(from - start, to - start, false);
        }
    }

    /// The place `count` characters of UTF-8 after `from`, at most `end`.
    private static int character(byte[] bytes, int from, int end, int count) {
        int i = from;
        for (int left = count; left > 0 && i < end; left--) {
            i++;
            while (i < end && (bytes[i] & 0xC0) == 0x80) {
                i++;
            }
        }
        return i;
    }

    private void add(int start, int end, boolean hasDoubled) {
        if (width == starts.length) {
            starts = Arrays.copyOf(starts, width * 2);
            ends = Arrays.copyOf(ends, width * 2);
            doubled = Arrays.copyOf(doubled, width * 2);
        }
        starts[width] = start;
        ends[width] = end;
        doubled[width] = hasDoubled;
        width++;
    }
}
