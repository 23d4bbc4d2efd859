package glasshouse.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes rejections to a file, `.csv` or `.ndjson`: `file, line, code, reason, record`.
///
/// The records in it are somebody's data: treat the file like the one that was read.
public final class RejectsWriter implements Closeable {
    private final RowWriter rows;

    /// Throws `IllegalArgumentException` for another extension.
    public RejectsWriter(Path file) throws IOException {
        rows =
                RowWriter.to(
                        file,
                        List.of(
                                RowWriter.Column.text("file", "file"),
                                RowWriter.Column.number("line", "line"),
                                RowWriter.Column.text("code", "code"),
                                RowWriter.Column.text("reason", "reason"),
                                RowWriter.Column.text("record", "record")));
    }

    public void write(Rejection rejection) throws IOException {
        rows.write(
                rejection.file(),
                Long.toString(rejection.line()),
                rejection.code(),
                rejection.reason(),
                rejection.record());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
