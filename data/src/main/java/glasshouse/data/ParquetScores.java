package glasshouse.data;

import glasshouse.scheme.Band;
import glasshouse.scheme.Scheme;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Writes scores as Parquet: plain pages under zstd, a row group of [#GROUP_ROWS] rows after the
/// other, each encoded on a thread of its own.
///
/// DuckDB writes rows that come in an order on one thread, which took as long as all the rest of a
/// run; `docs/decisions` has the figures. The columns here have no nulls and three types, so a page
/// is its values. The bytes depend on the scores alone. The format is that of
/// <https://parquet.apache.org/docs/file-format/>.
final class ParquetScores {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int GROUP_ROWS = 1 << 17;

    private final ScoreTable scores;
    private final Scheme scheme;
    private final long asOfMicros;
    private final int threads;
    private final List<ScoreColumn> columns = new ArrayList<>();
    private final List<ScoreGroup> groups = new ArrayList<>();

    private ParquetScores(ScoreTable scores, Scheme scheme, long asOfMicros, int threads) {
        this.scores = scores;
        this.scheme = scheme;
        this.asOfMicros = asOfMicros;
        this.threads = threads;
        columns.add(new ScoreColumn(ScoreFiles.PERSON, ScoreColumn.Kind.TEXT));
        columns.add(new ScoreColumn(ScoreFiles.SCORE, ScoreColumn.Kind.POINTS));
        columns.add(new ScoreColumn(ScoreFiles.BAND, ScoreColumn.Kind.TEXT));
        columns.add(new ScoreColumn(ScoreFiles.AS_OF, ScoreColumn.Kind.TIME));
        scheme.characteristics()
                .forEach(c -> columns.add(new ScoreColumn(c.name(), ScoreColumn.Kind.POINTS)));
    }

    static void write(ScoreTable scores, Scheme scheme, long asOfMicros, Path file, int threads)
            throws IOException {
        var writer = new ParquetScores(scores, scheme, asOfMicros, threads);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            writer.write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        out.write(MAGIC);
        long offset = MAGIC.length;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var pending = new ArrayDeque<Future<ScoreGroup>>();
            int next = 0;
            while (next < scores.size() || !pending.isEmpty()) {
                // A few groups ahead, so that memory does not grow with the file.
                while (next < scores.size() && pending.size() < 2 * threads) {
                    int from = next;
                    int to = Math.min(scores.size(), from + GROUP_ROWS);
                    pending.add(pool.submit(() -> encode(from, to)));
                    next = to;
                }
                ScoreGroup group = result(pending.remove());
                offset = group.writeTo(out, offset);
                groups.add(group);
            }
        }
        byte[] footer = footer();
        out.write(footer);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(footer.length >>> shift);
        }
        out.write(MAGIC);
    }

    private ScoreGroup encode(int from, int to) {
        var bands = new byte[scheme.bands().size()][];
        for (int i = 0; i < bands.length; i++) {
            Band band = scheme.bands().get(i);
            bands[i] = band.name().getBytes(StandardCharsets.UTF_8);
        }
        var group = new ScoreGroup(to - from);
        byte[][] points = group.points(scores, from, 1 + scheme.characteristics().size());
        group.person(scores, from);
        group.page(points[0], points[0].length);
        group.band(points[0], scheme, bands);
        group.constant(asOfMicros);
        for (int i = 1; i < points.length; i++) {
            group.page(points[i], points[i].length);
        }
        group.finish();
        return group;
    }

    private static ScoreGroup result(Future<ScoreGroup> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("writing was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new IOException("scores could not be encoded", failure.getCause());
        }
    }

    private byte[] footer() {
        var thrift = new Thrift();
        thrift.i32(1, 1).structs(2, 1 + columns.size());
        thrift.open().text(4, "scores").i32(5, columns.size()).end();
        columns.forEach(column -> column.describe(thrift));
        thrift.i64(3, scores.size()).structs(4, groups.size());
        groups.forEach(group -> group.describe(thrift, columns));
        return thrift.text(6, "glasshouse").end().bytes();
    }
}
