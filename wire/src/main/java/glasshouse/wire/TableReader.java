package glasshouse.wire;

import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.wire.mapping.BindResult;
import glasshouse.wire.mapping.BoundMapping;
import glasshouse.wire.mapping.ColumnNames;
import glasshouse.wire.mapping.Layout;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.mapping.TextTable;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Occurrences;
import glasshouse.wire.value.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a text table row by row through a mapping, or by the standard columns.
final class TableReader {
    private final TextTable table;
    private final @Nullable Mapping mapping;
    private final Occurrences occurrences;
    private final Lines lines;
    private final Reading reading;
    private final TextRow row;
    private final Utf8 utf8 = new Utf8();
    private final byte[] comment;

    TableReader(
            TextTable table,
            @Nullable Mapping mapping,
            Occurrences occurrences,
            Lines lines,
            Reading reading) {
        this.table = table;
        this.mapping = mapping;
        this.occurrences = occurrences;
        this.lines = lines;
        this.reading = reading;
        this.row = new TextRow(table, lines);
        this.comment = table.comment().getBytes(StandardCharsets.UTF_8);
    }

    void read() throws UnreadableException {
        for (int skipped = 0; skipped < table.skip() && lines.next(); skipped++) {
            // A line before the table.
        }
        List<String> columns = table.columns();
        if (table.header()) {
            if (!nextRow()) {
                return;
            }
            List<String> header = header();
            columns = columns.isEmpty() ? header : renamed(header, columns);
        }
        BoundMapping bound = bind(columns);
        boolean fixed = table.layout() instanceof Layout.Fixed;
        while (nextRow()) {
            if (lines.cut()) {
                break;
            }
            reading.row(lines);
            if (isSound(columns.size(), fixed) && bound.apply(row, reading) == 0) {
                reading.passedOver();
            }
        }
    }

    /// Moves to the next line that is neither blank nor a comment.
    private boolean nextRow() {
        while (lines.next()) {
            if (lines.tooLong() || !(isBlank() || isComment())) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlank() {
        byte[] bytes = lines.bytes();
        int i = lines.start();
        while (i < lines.end() && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i == lines.end();
    }

    private boolean isComment() {
        int length = lines.end() - lines.start();
        if (comment.length == 0 || length < comment.length) {
            return false;
        }
        for (int i = 0; i < comment.length; i++) {
            if (lines.bytes()[lines.start() + i] != comment[i]) {
                return false;
            }
        }
        return true;
    }

    /// Splits the record into cells; false, and rejected, where it is no row of the table. A record
    /// over several lines that is no row was no record: then only its first line is lost.
    private boolean isSound(int width, boolean fixed) {
        if (lines.tooLong()) {
            reading.tooLong(lines.number(), lines.record());
            return false;
        }
        try {
            row.split();
            if (row.width() != width && !fixed) {
                throw new Refused(
                        EventCode.BAD_ROW,
                        "the row has "
                                + row.width()
                                + " cells where the table has "
                                + width
                                + " columns; check the delimiter and quotes");
            }
        } catch (Refused refusal) {
            lines.shrink();
            reading.refused(refusal);
            return false;
        }
        if (!row.ascii() && !utf8.isValid(lines.bytes(), lines.start(), lines.end())) {
            reading.notUtf8(lines.number(), lines.record());
            return false;
        }
        return true;
    }

    private List<String> header() throws UnreadableException {
        try {
            if (lines.tooLong() || lines.cut()) {
                throw new Refused(EventCode.UNREADABLE, "the header breaks off or is too long");
            }
            row.split();
        } catch (Refused refusal) {
            throw unreadable(refusal.reason());
        }
        var names = new ArrayList<String>(row.width());
        for (int i = 0; i < row.width(); i++) {
            names.add(row.text(i).strip());
        }
        return names;
    }

    private List<String> renamed(List<String> header, List<String> columns)
            throws UnreadableException {
        if (header.size() != columns.size()) {
            throw unreadable(
                    "the header has "
                            + header.size()
                            + " columns and the mapping names "
                            + columns.size()
                            + "; name all, or none to keep the header's names");
        }
        return columns;
    }

    private BoundMapping bind(List<String> columns) throws UnreadableException {
        Optional<String> delimiter = ColumnNames.otherDelimiter(columns);
        if (delimiter.isPresent()) {
            throw unreadable(
                    "the first line is one cell, with "
                            + delimiter.get()
                            + " in it; a mapping says how cells are parted, such as"
                            + " file: {delimiter: \";\"} or file: {delimiter: tab}");
        }
        Mapping used = mapping == null ? Mapping.standard(table, columns) : mapping;
        String source = sourceOf(reading.file());
        return switch (used.bind(columns, source, occurrences)) {
            case BoundMapping bound -> bound;
            case BindResult.Unbound unbound when mapping == null ->
                    throw new UnreadableException(
                            unbound.problems().stream()
                                    .map(problem -> problem(problem.message()))
                                    .toList());
            case BindResult.Unbound unbound -> throw new UnreadableException(unbound.problems());
        };
    }

    /// A file's declared name: without folders and extensions.
    static String sourceOf(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    private UnreadableException unreadable(String message) {
        return new UnreadableException(List.of(problem(message)));
    }

    private Problem problem(String message) {
        return new Problem(
                EventCode.UNREADABLE.code(),
                new Position(reading.file(), (int) Math.min(lines.number(), Integer.MAX_VALUE), 1),
                message,
                null);
    }
}
