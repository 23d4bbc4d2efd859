package glasshouse.wire;

import glasshouse.scheme.Micro;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes scores to a file, `.csv` or `.ndjson`, one person a row.
///
/// CSV: `person, score, band, as_of` and a column for each characteristic by its name. NDJSON:
/// `person, score, band, asOf` and `partials`, an object of the characteristics. Points are exact
/// decimals.
public final class ScoreWriter implements Closeable {
    private final RowWriter rows;
    private final String asOf;
    private final int width;

    /// `characteristics` are the scheme's, by name and in its order. Throws
    /// `IllegalArgumentException` for another extension.
    public ScoreWriter(Path file, List<String> characteristics, Instant asOf) throws IOException {
        var columns = new ArrayList<RowWriter.Column>();
        columns.add(RowWriter.Column.text("person", "person"));
        columns.add(RowWriter.Column.number("score", "score"));
        columns.add(RowWriter.Column.text("band", "band"));
        columns.add(RowWriter.Column.text("as_of", "asOf"));
        for (String name : characteristics) {
            columns.add(new RowWriter.Column(name, name, "partials", true));
        }
        this.rows = RowWriter.to(file, columns);
        this.asOf = asOf.toString();
        this.width = columns.size();
    }

    /// Writes a person's score; `partialsMicro` follows the characteristics.
    public void write(String person, long scoreMicro, String band, long[] partialsMicro)
            throws IOException {
        String[] cells = new String[width];
        cells[0] = person;
        cells[1] = Micro.format(scoreMicro);
        cells[2] = band;
        cells[3] = asOf;
        for (int i = 0; i < partialsMicro.length; i++) {
            cells[4 + i] = Micro.format(partialsMicro[i]);
        }
        rows.write(cells);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
