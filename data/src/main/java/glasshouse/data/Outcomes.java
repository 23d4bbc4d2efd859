package glasshouse.data;

import glasshouse.document.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How often something came true in each band: a score held against what happened next.
///
/// Bands are in the order of the least score in them, the lowest first; a band in which nobody is
/// does not occur. `withoutOutcome` are persons with a score of whom nothing is known,
/// `withoutScore` the other way round.
public record Outcomes(List<InBand> bands, long withoutOutcome, long withoutScore) {
    private static final List<String> KINDS = List.of("csv", "tsv", "ndjson", "parquet");

    public Outcomes {
        bands = List.copyOf(bands);
    }

    /// The persons of one band, and for how many of them it came true.
    public record InBand(String band, long persons, long outcomes) {
        private static final double Z = 1.959963984540054;

        /// The share for whom it came true, from 0 to 1.
        public double rate() {
            return persons == 0 ? 0 : (double) outcomes / persons;
        }

        /// The lower end of the 95 % interval of Wilson (1927).
        public double low() {
            return Math.max(0, middle() - half());
        }

        /// The upper end.
        public double high() {
            return Math.min(1, middle() + half());
        }

        private double middle() {
            return (rate() + Z * Z / (2 * persons)) / (1 + Z * Z / persons);
        }

        private double half() {
            double variance = rate() * (1 - rate()) / persons + Z * Z / (4.0 * persons * persons);
            return Z * Math.sqrt(variance) / (1 + Z * Z / persons);
        }
    }

    /// Which way the rate goes from the lowest band to the highest.
    public enum Order {
        FALLING,
        RISING,
        NEITHER
    }

    public Order order() {
        boolean falls = true;
        boolean rises = true;
        for (int i = 1; i < bands.size(); i++) {
            double change = bands.get(i).rate() - bands.get(i - 1).rate();
            falls &= change < 0;
            rises &= change > 0;
        }
        return falls == rises ? Order.NEITHER : falls ? Order.FALLING : Order.RISING;
    }

    /// All bands together.
    public InBand all() {
        return new InBand(
                "",
                bands.stream().mapToLong(InBand::persons).sum(),
                bands.stream().mapToLong(InBand::outcomes).sum());
    }

    /// A table with a row for each person, and its columns for the person and for what came true.
    public record Table(Path file, String person, String outcome) {}

    /// Joins a file of scores, as `score --out` writes it, with outcomes, both by the person's
    /// exact id.
    ///
    /// An outcome is 1, 0, yes, no, true or false; an empty one is none. Throws `IOException` with
    /// a message for the reader where a file or a column is not as needed.
    public static Outcomes read(Path scores, Table table) throws IOException {
        try (Connection duck = DuckDb.open();
                Statement query = duck.createStatement()) {
            String scored = source(scores);
            need(query, scores, scored, List.of(ScoreFiles.PERSON, ScoreFiles.SCORE));
            need(query, scores, scored, List.of(ScoreFiles.BAND));
            String known = source(table.file());
            need(query, table.file(), known, List.of(table.person(), table.outcome()));
            query.execute(
                    """
                    CREATE TABLE scored AS SELECT CAST(person AS VARCHAR) AS person,
                        CAST(score AS DOUBLE) AS score, CAST(band AS VARCHAR) AS band FROM %s
                    """
                            .formatted(scored));
            query.execute(
                    """
                    CREATE TABLE known AS SELECT CAST(%s AS VARCHAR) AS person,
                        lower(trim(CAST(%s AS VARCHAR))) AS word FROM %s
                    """
                            .formatted(Sql.name(table.person()), Sql.name(table.outcome()), known));
            return joined(query, table);
        } catch (SQLException failed) {
            throw new IOException(
                    "%s and %s cannot be read as tables: %s"
                            .formatted(scores, table.file(), firstLine(failed)),
                    failed);
        }
    }

    private static Outcomes joined(Statement query, Table table) throws SQLException, IOException {
        long twice =
                number(query, "SELECT count(*) - count(DISTINCT person) FROM known")
                        + number(query, "SELECT count(*) FROM known WHERE person IS NULL");
        if (twice > 0) {
            throw new IOException(
                    "%s has %d rows whose %s is empty or stands in another row; a person has one."
                            .formatted(table.file(), twice, table.person()));
        }
        long neither =
                number(
                        query,
                        """
                        SELECT count(*) FROM known WHERE word <> ''
                        AND word NOT IN ('1', '1.0', 'true', 'yes', '0', '0.0', 'false', 'no')
                        """);
        if (neither > 0) {
            throw new IOException(
                    "%s of %s is neither 1, yes, true nor 0, no, false in %d rows."
                            .formatted(table.outcome(), table.file(), neither));
        }
        query.execute("DELETE FROM known WHERE word IS NULL OR word = ''");
        var bands = new ArrayList<InBand>();
        try (ResultSet row =
                query.executeQuery(
                        """
                        SELECT band, count(*),
                            count(*) FILTER (word IN ('1', '1.0', 'true', 'yes'))
                        FROM scored JOIN known USING (person) GROUP BY band ORDER BY min(score)
                        """)) {
            while (row.next()) {
                bands.add(new InBand(row.getString(1), row.getLong(2), row.getLong(3)));
            }
        }
        return new Outcomes(
                bands,
                number(query, "SELECT count(*) FROM scored ANTI JOIN known USING (person)"),
                number(query, "SELECT count(*) FROM known ANTI JOIN scored USING (person)"));
    }

    static long number(Statement query, String sql) throws SQLException {
        try (ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void need(Statement query, Path file, String source, List<String> columns)
            throws SQLException, IOException {
        var there = new ArrayList<String>();
        try (ResultSet row = query.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (row.next()) {
                there.add(row.getString(1));
            }
        }
        for (String column : columns) {
            if (!there.contains(column)) {
                throw new IOException(
                        "%s has no column %s: %s"
                                .formatted(file, column, Nearest.hint(column, there)));
            }
        }
    }

    static String source(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.replaceFirst("\\.(gz|zst)$", "");
        String path = Sql.path(file);
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "csv" -> "read_csv(%s, header = true, all_varchar = true)".formatted(path);
            case "tsv" ->
                    "read_csv(%s, header = true, all_varchar = true, delim = '\t')".formatted(path);
            case "ndjson" -> "read_json(%s, format = 'newline_delimited')".formatted(path);
            case "parquet" -> "read_parquet(%s)".formatted(path);
            default ->
                    throw new IOException(
                            "%s is of no kind that is read here; there are .%s."
                                    .formatted(file, String.join(" .", KINDS)));
        };
    }

    static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
