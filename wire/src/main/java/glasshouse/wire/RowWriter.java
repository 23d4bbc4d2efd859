package glasshouse.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.github.luben.zstd.ZstdOutputStream;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Writes rows of texts and numbers as CSV with a header or as NDJSON, as the file's extension
/// says; `.gz` and `.zst` may follow.
sealed interface RowWriter extends Closeable {
    /// A column: its name in CSV and its key in JSON, and whether its texts are numbers. A name
    /// with an `in` is a field of that object in JSON; such columns stand side by side.
    record Column(String name, String key, String in, boolean isNumber) {
        static Column text(String name, String key) {
            return new Column(name, key, "", false);
        }

        static Column number(String name, String key) {
            return new Column(name, key, "", true);
        }
    }

    /// One text for each column.
    void write(String... cells) throws IOException;

    static RowWriter to(Path file, List<Column> columns) throws IOException {
        Path named = file.getFileName();
        String name = named == null ? "" : named.toString();
        EventFormat format = EventFormat.of(name);
        if (format == EventFormat.CSV) {
            return new Csv(open(file, name), columns);
        }
        if (format == EventFormat.NDJSON) {
            return new Ndjson(open(file, name), columns);
        }
        throw new IllegalArgumentException(
                name
                        + " is of no kind that is written here; there are .csv and .ndjson, each"
                        + " also with .gz or .zst");
    }

    private static OutputStream open(Path file, String name) throws IOException {
        var plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) {
            return new GZIPOutputStream(plain, 1 << 16);
        }
        return lower.endsWith(".zst") ? new ZstdOutputStream(plain) : plain;
    }

    /// RFC 4180 with line feeds.
    final class Csv implements RowWriter {
        private final CsvWriter csv;

        private Csv(OutputStream stream, List<Column> columns) {
            csv =
                    CsvWriter.builder()
                            .lineDelimiter(LineDelimiter.LF)
                            .build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            csv.writeRecord(columns.stream().map(Column::name).toList());
        }

        @Override
        public void write(String... cells) {
            csv.writeRecord(cells);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /// One object a line.
    final class Ndjson implements RowWriter {
        private static final JsonFactory JSON = new JsonFactory();

        private final JsonGenerator json;
        private final List<Column> columns;
        private boolean written;

        private Ndjson(OutputStream stream, List<Column> columns) throws IOException {
            this.columns = List.copyOf(columns);
            json = JSON.createGenerator(stream);
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        }

        @Override
        public void write(String... cells) throws IOException {
            written = true;
            json.writeStartObject();
            String within = "";
            for (int i = 0; i < cells.length; i++) {
                Column column = columns.get(i);
                if (!column.in().equals(within)) {
                    if (!within.isEmpty()) {
                        json.writeEndObject();
                    }
                    if (!column.in().isEmpty()) {
                        json.writeObjectFieldStart(column.in());
                    }
                    within = column.in();
                }
                json.writeFieldName(column.key());
                if (column.isNumber()) {
                    json.writeNumber(cells[i]);
                } else {
                    json.writeString(cells[i]);
                }
            }
            if (!within.isEmpty()) {
                json.writeEndObject();
            }
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            if (written) {
                json.writeRaw('\n');
            }
            json.close();
        }
    }
}
