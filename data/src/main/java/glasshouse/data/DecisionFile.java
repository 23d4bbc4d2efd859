package glasshouse.data;

import glasshouse.document.Nearest;
import glasshouse.parity.Alike;
import glasshouse.parity.Answer;
import glasshouse.parity.DecisionMapping;
import glasshouse.parity.DecisionMapping.Said;
import glasshouse.parity.DecisionMapping.Trait;
import glasshouse.parity.Decisions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Decisions read from a table: CSV, TSV, NDJSON or Parquet, with scores of another file joined by
/// person where one is given. Who is alike is counted together in the database.
public final class DecisionFile {
    /// No more rows of people who are alike; beyond, a score has too many places.
    private static final long MOST_ROWS = 5_000_000;

    /// No more groups by one attribute.
    private static final long MOST_GROUPS = 50;

    private static final List<String> KINDS = List.of("csv", "tsv", "txt", "ndjson", "parquet");

    private final DecisionMapping mapping;
    private final Path file;
    private final @Nullable Path scores;
    private final boolean decidedByScore;

    private DecisionFile(
            DecisionMapping mapping, Path file, @Nullable Path scores, boolean decidedByScore) {
        this.mapping = mapping;
        this.file = file;
        this.scores = scores;
        this.decidedByScore = decidedByScore;
    }

    /// The decisions of a file; with `decidedByScore` those without a score are left out, else
    /// those without a decision. Throws `IOException` with a message for the reader where a file or
    /// a column is not as needed.
    public static Decisions read(
            DecisionMapping mapping, Path file, @Nullable Path scores, boolean decidedByScore)
            throws IOException {
        var reading = new DecisionFile(mapping, file, scores, decidedByScore);
        try (Connection duck = DuckDb.open();
                Statement query = duck.createStatement()) {
            return reading.read(query);
        } catch (SQLException failed) {
            String reason = String.valueOf(failed.getMessage());
            throw new IOException(
                    "%s cannot be read as a table: %s"
                            .formatted(file, reason.lines().findFirst().orElse("no reason given")),
                    failed);
        }
    }

    private Decisions read(Statement query) throws SQLException, IOException {
        query.execute("CREATE VIEW given AS SELECT * FROM " + source(file, mapping.shape()));
        List<String> columns = columns(query, "given");
        String from = "given";
        if (scores != null) {
            joined(query, columns);
            from = "given JOIN scored USING (glasshouse_person)";
            columns.addAll(List.of("score", "band"));
        }
        needed(columns);
        long read = number(query, "SELECT count(*) FROM given");
        query.execute("CREATE TABLE counted AS " + counted(from));
        Map<String, Long> leftOut = leftOut(query, read);
        groups(query);
        long rows = number(query, "SELECT count(*) FROM (" + alike() + ")");
        if (rows > MOST_ROWS) {
            throw new IOException(
                    "%s holds %d kinds of people, at most %d are read; round the score"
                            .formatted(file, rows, MOST_ROWS));
        }
        var alike = new ArrayList<Alike>((int) rows);
        try (ResultSet row = query.executeQuery(alike())) {
            while (row.next()) {
                alike.add(alike(row));
            }
        }
        if (alike.isEmpty()) {
            throw new IOException("%s holds nobody to count: %s".formatted(file, told(leftOut)));
        }
        return new Decisions(alike, read, leftOut);
    }

    private static String told(Map<String, Long> leftOut) {
        return leftOut.isEmpty()
                ? "it has no rows"
                : leftOut.entrySet().stream()
                        .map(each -> each.getValue() + " have " + each.getKey())
                        .collect(Collectors.joining(", "));
    }

    /// Joins the scores, by the person's exact id, which is in neither file twice.
    private void joined(Statement query, List<String> columns) throws SQLException, IOException {
        if (mapping.person().isEmpty()) {
            throw new IOException(
                    "scores are joined by person; say in the mapping which column that is, such as"
                            + " person: ID");
        }
        need(columns, mapping.person(), file);
        Path scored = java.util.Objects.requireNonNull(scores);
        query.execute(
                "CREATE VIEW scores AS SELECT * FROM "
                        + source(scored, new DecisionMapping.Shape(',', List.of())));
        List<String> theirs = columns(query, "scores");
        for (String column : List.of("person", "score", "band")) {
            need(theirs, column, scored);
        }
        query.execute(
                """
                CREATE OR REPLACE VIEW given AS SELECT *, CAST(%s AS VARCHAR) AS glasshouse_person
                FROM %s
                """
                        .formatted(Sql.name(mapping.person()), source(file, mapping.shape())));
        query.execute(
                """
                CREATE VIEW scored AS SELECT CAST(person AS VARCHAR) AS glasshouse_person,
                    CAST(score AS VARCHAR) AS score, CAST(band AS VARCHAR) AS band FROM scores
                """);
        for (String view : List.of("given", "scored")) {
            long twice =
                    number(
                            query,
                            "SELECT count(*) - count(DISTINCT glasshouse_person) FROM " + view);
            if (twice > 0) {
                throw new IOException(
                        "%s has %d rows whose person is empty or stands in another row"
                                .formatted(view.equals("given") ? file : scored, twice));
            }
        }
    }

    private void needed(List<String> columns) throws IOException {
        for (Trait trait : mapping.traits()) {
            need(columns, trait.column(), file);
        }
        if (mapping.score() != null
                && scores == null
                && !columns.contains(mapping.score().column())) {
            throw new IOException(
                    "%s has no column %s; give the file that score --out wrote with --scores, or"
                                    .formatted(file, mapping.score().column())
                            + " name a column of this one in the mapping");
        }
        if (mapping.score() != null) {
            need(columns, mapping.score().column(), file);
        }
        for (Said said : said()) {
            need(columns, said.column(), file);
        }
        if (!mapping.count().isEmpty()) {
            need(columns, mapping.count(), file);
        }
    }

    private List<Said> said() {
        var said = new ArrayList<Said>();
        if (mapping.decision() != null) {
            said.add(mapping.decision());
        }
        if (mapping.outcome() != null) {
            said.add(mapping.outcome());
        }
        return said;
    }

    private static void need(List<String> columns, String column, Path file) throws IOException {
        if (!columns.contains(column)) {
            throw new IOException(
                    "%s has no column %s: %s"
                            .formatted(file, column, Nearest.hint(column, columns)));
        }
    }

    private static List<String> columns(Statement query, String view) throws SQLException {
        var columns = new ArrayList<String>();
        try (ResultSet row = query.executeQuery("DESCRIBE SELECT * FROM " + view)) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    /// Every row with its traits, score, decision and outcome, and why it is left out if it is.
    private String counted(String from) {
        var select = new StringBuilder("SELECT ");
        var reasons = new StringBuilder("CASE");
        for (int i = 0; i < mapping.traits().size(); i++) {
            Trait trait = mapping.traits().get(i);
            select.append(trait(trait)).append(" AS t").append(i).append(", ");
            reasons.append(
                    " WHEN t%d IS NULL THEN %s".formatted(i, Sql.text("no " + trait.name())));
        }
        var score = mapping.score();
        String number = score == null ? "NULL" : "TRY_CAST(" + text(score.column()) + " AS DOUBLE)";
        select.append("CASE WHEN isfinite(%1$s) THEN %1$s END AS score, ".formatted(number));
        select.append(answer(mapping.decision())).append(" AS decision, ");
        select.append(answer(mapping.outcome())).append(" AS outcome, ");
        String count = mapping.count().isEmpty() ? "1" : "TRY_CAST(%s AS BIGINT)";
        select.append(count.formatted(Sql.name(mapping.count()))).append(" AS persons");
        reasons.append(
                decidedByScore
                        ? " WHEN score IS NULL THEN 'no score'"
                        : " WHEN coalesce(decision, 'other') = 'other' THEN 'no decision'");
        reasons.append(" WHEN outcome = 'other' THEN 'an outcome that is neither yes nor no'");
        reasons.append(" WHEN coalesce(persons, 0) < 1 THEN 'a count that is no whole number'");
        reasons.append(" END");
        return "SELECT *, %s AS reason FROM (%s FROM %s)".formatted(reasons, select, from);
    }

    private static String text(String column) {
        return "nullif(trim(CAST(" + Sql.name(column) + " AS VARCHAR)), '')";
    }

    private static String trait(Trait trait) {
        String text = text(trait.column());
        if (!trait.edges().isEmpty()) {
            String number = "TRY_CAST(" + text + " AS DOUBLE)";
            var bands = new StringBuilder("CASE WHEN " + number + " IS NULL THEN NULL");
            for (int i = 0; i < trait.edges().size(); i++) {
                bands.append(
                        " WHEN %s < %s THEN %s"
                                .formatted(
                                        number,
                                        Trait.plain(trait.edges().get(i)),
                                        Sql.text(trait.groups().get(i))));
            }
            return bands + " ELSE " + Sql.text(trait.groups().getLast()) + " END";
        }
        if (trait.values().isEmpty()) {
            return text;
        }
        return "CASE %s %s ELSE %s END"
                .formatted(
                        text,
                        trait.values().entrySet().stream()
                                .map(
                                        each ->
                                                "WHEN "
                                                        + Sql.text(each.getKey())
                                                        + " THEN "
                                                        + Sql.text(each.getValue()))
                                .collect(Collectors.joining(" ")),
                        text);
    }

    /// `yes`, `no`, `other` where a value is said to be neither, and null where there is none.
    private static String answer(@Nullable Said said) {
        if (said == null) {
            return "CAST(NULL AS VARCHAR)";
        }
        String text = text(said.column());
        String no = said.no().isEmpty() ? text + " IS NOT NULL" : text + " IN " + in(said.no());
        return """
        CASE WHEN %s IN %s THEN 'yes' WHEN %s THEN 'no' WHEN %s IS NOT NULL THEN 'other' END"""
                .formatted(text, in(said.yes()), no, text);
    }

    private static String in(List<String> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private Map<String, Long> leftOut(Statement query, long read) throws SQLException {
        Map<String, Long> leftOut = new LinkedHashMap<>();
        long unscored = read - number(query, "SELECT count(*) FROM counted");
        if (unscored > 0) {
            leftOut.put("no score", unscored);
        }
        try (ResultSet row =
                query.executeQuery(
                        """
                        SELECT reason, count(*) FROM counted WHERE reason IS NOT NULL
                        GROUP BY reason ORDER BY reason
                        """)) {
            while (row.next()) {
                leftOut.merge(row.getString(1), row.getLong(2), Long::sum);
            }
        }
        return leftOut;
    }

    private void groups(Statement query) throws SQLException, IOException {
        for (int i = 0; i < mapping.traits().size(); i++) {
            long groups = number(query, "SELECT count(DISTINCT t%d) FROM counted".formatted(i));
            if (groups > MOST_GROUPS) {
                throw new IOException(
                        "%s of %s has %d different values, at most %d make groups; put them"
                                        .formatted(
                                                mapping.traits().get(i).column(),
                                                file,
                                                groups,
                                                MOST_GROUPS)
                                + " together in the mapping with values or below");
            }
        }
    }

    private String alike() {
        String traits =
                IntStream.range(0, mapping.traits().size())
                        .mapToObj(i -> "t" + i)
                        .collect(Collectors.joining(", "));
        String what = traits + ", score, decision, outcome";
        return """
        SELECT %1$s, sum(persons)::BIGINT FROM counted WHERE reason IS NULL
        GROUP BY %1$s ORDER BY %1$s
        """
                .formatted(what);
    }

    private Alike alike(ResultSet row) throws SQLException {
        int count = mapping.traits().size();
        var traits = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            traits.add(row.getString(i));
        }
        double score = row.getDouble(count + 1);
        return new Alike(
                traits,
                row.wasNull() ? Double.NaN : score,
                answer(row.getString(count + 2)),
                answer(row.getString(count + 3)),
                row.getLong(count + 4));
    }

    private static Answer answer(@Nullable String said) {
        return switch (said) {
            case "yes" -> Answer.YES;
            case "no" -> Answer.NO;
            case null, default -> Answer.UNKNOWN;
        };
    }

    private static long number(Statement query, String sql) throws SQLException {
        try (ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String source(Path file, DecisionMapping.Shape shape) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.replaceFirst("\\.(gz|zst)$", "");
        String path = Sql.path(file);
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "tsv" -> csv(path, '\t', shape.columns());
            case "csv", "txt", "data" -> csv(path, shape.delimiter(), shape.columns());
            case "ndjson" -> "read_json(%s, format = 'newline_delimited')".formatted(path);
            case "parquet" -> "read_parquet(%s)".formatted(path);
            default ->
                    throw new IOException(
                            "%s is of no kind that is read here; there are .%s."
                                    .formatted(file, String.join(" .", KINDS)));
        };
    }

    private static String csv(String path, char delimiter, List<String> columns) {
        String header =
                columns.isEmpty()
                        ? "header = true"
                        : "header = false, names = ["
                                + columns.stream().map(Sql::text).collect(Collectors.joining(", "))
                                + "]";
        return "read_csv(%s, %s, all_varchar = true, delim = %s)"
                .formatted(path, header, Sql.text(String.valueOf(delimiter)));
    }
}
