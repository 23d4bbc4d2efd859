package glasshouse.wire;

import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.mapping.TextTable;
import glasshouse.wire.value.CountedOccurrences;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Occurrences;
import glasshouse.wire.value.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads files of events and hands every entry and every rejection to a handler.
///
/// The kind of a file is its extension's: `.ndjson .jsonl .json` hold CloudEvents, `.csv .tsv` and,
/// with a mapping, any other a table; `.gz` and `.zst` may follow. Whatever a file holds, reading
/// goes on: a bad record is rejected, a record beyond a mebibyte skipped, a file that breaks off
/// rejected at that place. Memory does not grow with the file, apart from the numbering of events
/// that have no id ([CountedOccurrences]).
///
/// One reader is one run: events without id are numbered over all that it reads. Owned by one
/// thread.
public final class EventReader {
    private final @Nullable Mapping mapping;
    private final Occurrences occurrences;
    private final CloudEventParser parser = new CloudEventParser();
    private final Utf8 utf8 = new Utf8();

    /// Reads CloudEvents and tables of the standard columns.
    public EventReader() {
        this(null, new CountedOccurrences());
    }

    /// Reads tables through the mapping.
    public EventReader(Mapping mapping) {
        this(mapping, new CountedOccurrences());
    }

    public EventReader(@Nullable Mapping mapping, Occurrences occurrences) {
        this.mapping = mapping;
        this.occurrences = occurrences;
    }

    /// Reads the files in the order given. Throws before the first event when a file is missing or
    /// of an unknown kind, and at its turn when a table lacks the columns that are needed.
    public Tally read(List<Path> files, EventHandler handler) throws UnreadableException {
        var problems = new ArrayList<Problem>();
        long total = 0;
        for (Path file : files) {
            total += check(file, problems);
        }
        if (!problems.isEmpty()) {
            throw new UnreadableException(problems);
        }
        Tally tally = Tally.NONE;
        long before = 0;
        for (Path file : files) {
            String name = nameOf(file);
            long offset = before;
            long whole = total;
            try (InputStream raw = Files.newInputStream(file)) {
                tally =
                        tally.plus(
                                read(
                                        raw,
                                        new Reading(name, handler),
                                        EventFormat.of(name),
                                        count -> handler.progress(offset + count, whole)));
                before += Files.size(file);
            } catch (IOException failure) {
                throw new UnreadableException(List.of(problem(name, "cannot be read")));
            }
        }
        handler.progress(total, total);
        return tally;
    }

    /// Reads one stream; `name` is what rejections and, in a table without source, events call it,
    /// and its extension `.gz` or `.zst` says how it is compressed.
    public Tally read(InputStream stream, String name, EventFormat format, EventHandler handler)
            throws UnreadableException {
        return read(
                stream, new Reading(name, handler), format, count -> handler.progress(count, 0));
    }

    private Tally read(InputStream raw, Reading reading, EventFormat format, LongConsumer progress)
            throws UnreadableException {
        TextTable table = table(format, reading.file());
        Charset charset = format.isTable() ? table.charset() : StandardCharsets.UTF_8;
        var opened = new OpenedFile(raw, reading.file(), charset, progress);
        if (format == EventFormat.JSON) {
            json(new JsonElements(opened), reading);
            return reading.tally();
        }
        var lines = new Lines(opened);
        if (format == EventFormat.NDJSON) {
            ndjson(lines, reading);
        } else {
            new TableReader(table, mapping, occurrences, lines, reading).read();
        }
        IOException failure = lines.failure();
        if (failure != null) {
            reading.broken(lines.number(), failure, lines.cut() ? lines.record() : "");
        }
        return reading.tally();
    }

    private TextTable table(EventFormat format, String name) throws UnreadableException {
        if (mapping != null) {
            return mapping.table();
        }
        return switch (format) {
            case NDJSON, JSON, CSV -> TextTable.CSV;
            case TSV -> TextTable.TSV;
            case MAPPED -> throw new UnreadableException(List.of(unknownKind(name)));
        };
    }

    private void ndjson(Lines lines, Reading reading) {
        while (lines.next() && !lines.cut()) {
            if (lines.tooLong()) {
                reading.row(lines);
                reading.tooLong(lines.number(), lines.record());
            } else if (!isBlank(lines)) {
                reading.row(lines);
                event(lines, reading);
            }
        }
    }

    private void event(Lines lines, Reading reading) {
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int end = lines.end();
        if (!Utf8.isAscii(bytes, start, end) && !utf8.isValid(bytes, start, end)) {
            reading.notUtf8(lines.number(), lines.record());
            return;
        }
        try {
            reading.accepted(parser.parse(bytes, start, end - start));
        } catch (Refused refusal) {
            reading.refused(refusal);
        }
    }

    private static boolean isBlank(Lines lines) {
        int i = lines.start();
        while (i < lines.end() && lines.bytes()[i] <= ' ' && lines.bytes()[i] >= 0) {
            i++;
        }
        return i == lines.end();
    }

    private void json(JsonElements elements, Reading reading) {
        while (elements.next() && elements.failure() == null) {
            reading.element(elements.number());
            if (elements.unfinished()) {
                break;
            }
            element(elements, reading);
        }
        IOException failure = elements.failure();
        if (failure != null) {
            reading.broken(elements.number(), failure, elements.record());
        } else if (elements.unfinished() || elements.openAtEnd()) {
            reading.reject(
                    elements.number(),
                    EventCode.DAMAGED_ARRAY,
                    "from here to its end the file holds no whole JSON value; the events"
                            + " before are kept: look for a lost bracket or quote, or a file"
                            + " cut short",
                    elements.record());
        }
    }

    private void element(JsonElements elements, Reading reading) {
        if (elements.tooLong()) {
            reading.tooLong(elements.number(), elements.record());
        } else if (!utf8.isValid(elements.bytes(), 0, elements.length())) {
            reading.notUtf8(elements.number(), elements.record());
        } else {
            try {
                reading.accepted(parser.parse(elements.bytes(), 0, elements.length()));
            } catch (Refused refusal) {
                reading.reject(
                        elements.number(), refusal.code(), refusal.reason(), elements.record());
            }
        }
    }

    private long check(Path file, List<Problem> problems) {
        String name = nameOf(file);
        try {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                problems.add(problem(name, "is not a file that can be read"));
            } else if (mapping == null && EventFormat.of(name) == EventFormat.MAPPED) {
                problems.add(unknownKind(name));
            }
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException failure) {
            problems.add(problem(name, "cannot be read"));
            return 0;
        }
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static Problem unknownKind(String name) {
        return problem(
                name,
                "is of no known kind; there are .ndjson .jsonl .json .csv .tsv, each also with .gz"
                        + " or .zst; for others describe the file in a mapping");
    }

    private static Problem problem(String name, String what) {
        return new Problem(
                EventCode.UNREADABLE.code(), new Position(name, 0, 0), name + " " + what, null);
    }
}
