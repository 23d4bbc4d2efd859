package glasshouse.wire.mapping;

import java.util.List;

/// How a line of text falls into cells.
public sealed interface Layout {
    /// Cells parted by one ASCII character; with a `quote` (or [#NO_QUOTE]) a cell may hold the
    /// delimiter, line breaks and doubled quotes.
    record Delimited(byte delimiter, byte quote) implements Layout {}

    /// Cells parted by runs of spaces and tabs.
    record Spaced() implements Layout {}

    /// Cells at fixed places, spaces around them dropped.
    record Fixed(List<Span> spans) implements Layout {
        public Fixed {
            spans = List.copyOf(spans);
        }
    }

    /// The characters of a cell, counted from 1, both ends included.
    record Span(int from, int to) {
        public Span {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("a cell runs from a character to a later one");
            }
        }
    }

    byte NO_QUOTE = 0;

    Layout COMMA = new Delimited((byte) ',', (byte) '"');

    Layout TAB = new Delimited((byte) '\t', (byte) '"');
}
