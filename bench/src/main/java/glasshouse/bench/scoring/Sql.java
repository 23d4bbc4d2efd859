package glasshouse.bench.scoring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The scores of [W1Scheme] in SQL, as one who knows DuckDB would write them, and the bare scan.
///
/// Signals become an enumeration, so that they are compared as numbers; one aggregation by person
/// with a filter for each characteristic, which was faster than grouping by person and
/// characteristic first (6.5 s against 8.5 s for 20 million events); limits by a window over the
/// sixth of the events that has them. Half-lives by whole days, limits by calendar month and week,
/// cut from the latest, as in the scheme.
final class Sql {
    /// 2026-01-01 as a day since 1970.
    private static final int AS_OF_DAY = 20_454;

    private Sql() {}

    static Connection open(String memory) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + W1.THREADS);
            statement.execute("SET memory_limit = '" + memory + "'");
            String signals =
                    IntStream.range(0, W1Scheme.SIGNALS)
                            .mapToObj(i -> "'" + W1Scheme.signal(i) + "'")
                            .collect(Collectors.joining(", "));
            statement.execute("CREATE TYPE signal AS ENUM (" + signals + ")");
        }
        return connection;
    }

    /// Reads the columns that a score needs and keeps nothing of them.
    static void scan(Connection connection, Path events) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "SELECT sum(length(person)), sum(length(signal)), sum(value),"
                                        + " bit_xor(epoch_us(happened_at))"
                                        + " FROM read_parquet('%s')".formatted(events))) {
            result.next();
        }
    }

    static void score(Connection connection, Path events, Path scores) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (%s) TO '%s' (FORMAT parquet, DICTIONARY_SIZE_LIMIT 1000)"
                            .formatted(query(events), scores));
        }
    }

    private static String query(Path events) {
        return "WITH base AS (%s), agg AS (%s), lim AS (%s), parts AS (%s) %s"
                .formatted(base(events), aggregated(), limited(), parts(), scored());
    }

    private static String base(Path events) {
        return """
        SELECT person, enum_code(signal::signal)::UTINYINT AS s, value::DOUBLE AS v,
            (epoch_us(happened_at) // 86400000000)::INTEGER AS day, %d - day AS age
        FROM read_parquet('%s') WHERE happened_at <= TIMESTAMP '2026-01-01'
        """
                .formatted(AS_OF_DAY, events);
    }

    private static String aggregated() {
        List<String> sums = new ArrayList<>();
        String[] points = {
            "CASE s WHEN 0 THEN 3.0 ELSE -0.07 * v END * pow(2, -age / 365.0)",
            "CASE s WHEN 2 THEN 5.0 ELSE -0.02 * v END * pow(2, -age / 180.0)",
            "CASE s WHEN 4 THEN 4.0 ELSE 0.06 * v END * pow(2, -age / 90.0)",
            "CASE s WHEN 6 THEN -9.0 ELSE 0.02 * v END * pow(2, -age / 730.0)",
            "CASE s WHEN 8 THEN 6.0 ELSE -0.04 * v END * greatest(0, 730 - age) / 730.0",
            "CASE s WHEN 10 THEN 1.0 ELSE -0.01 * v END"
        };
        for (int i = 0; i < points.length; i++) {
            sums.add(
                    "sum(%s) FILTER (WHERE s IN (%d, %d)) AS c%d"
                            .formatted(points[i], 2 * i, 2 * i + 1, i));
        }
        return """
        SELECT person, %s,
            count(*) FILTER (WHERE s IN (16, 17) AND age < 365) AS n8,
            coalesce(sum(v) FILTER (WHERE s IN (18, 19) AND age < 180), 0) AS n9,
            min(age) FILTER (WHERE s IN (20, 21)) AS n10,
            avg(v) FILTER (WHERE s IN (22, 23) AND age < 730) AS n11
        FROM base GROUP BY person
        """
                .formatted(String.join(", ", sums));
    }

    private static String limited() {
        return """
        SELECT person,
            sum(CASE WHEN s < 14 THEN kept(p, 6.0, before) * pow(2, -age / 365.0) END) AS c6,
            sum(CASE WHEN s >= 14 THEN kept(p, 5.0, before) * pow(2, -age / 365.0) END) AS c7
        FROM (SELECT person, s, age, p, coalesce(sum(p) OVER (
                PARTITION BY person, lane, period ORDER BY day
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
            FROM (SELECT person, s, age, day,
                    CASE s WHEN 12 THEN 4.0 WHEN 13 THEN 0.03 * v WHEN 14 THEN 2.0 ELSE 3.0 END
                        AS p,
                    least(s, 14) AS lane,
                    CASE WHEN s < 14 THEN datepart('year', DATE '1970-01-01' + day) * 12
                        + datepart('month', DATE '1970-01-01' + day) ELSE (day + 3) // 7 END
                        AS period
                FROM base WHERE s BETWEEN 12 AND 15))
        GROUP BY person
        """
                .replaceAll("kept\\(p, ([0-9.]+), before\\)", "greatest(0, least(p, $1 - before))");
    }

    private static String parts() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            parts.add(
                    "greatest(-100, least(100, coalesce(%s.c%d, 0))) AS c%d"
                            .formatted(i < 6 ? "agg" : "lim", i, i));
        }
        parts.add(bins("n8", 1) + " AS c8");
        parts.add(bins("n9", 500) + " AS c9");
        parts.add("CASE WHEN n10 IS NULL THEN -5 ELSE " + bins("n10", 90) + " END AS c10");
        parts.add("CASE WHEN n11 IS NULL THEN -5 ELSE " + bins("n11", 400) + " END AS c11");
        return "SELECT agg.person, %s FROM agg LEFT JOIN lim USING (person)"
                .formatted(String.join(", ", parts));
    }

    private static String bins(String measure, int step) {
        return "CASE WHEN %s < %d THEN -10 WHEN %s < %d THEN 0 WHEN %s < %d THEN 10 ELSE 20 END"
                .formatted(measure, step, measure, 2 * step, measure, 3 * step);
    }

    private static String scored() {
        String columns = columns(", ");
        return """
        SELECT person, score, CASE WHEN score < 600 THEN 'red' WHEN score < 700 THEN 'amber'
            ELSE 'green' END AS band, TIMESTAMP '2026-01-01' AS as_of, %s
        FROM (SELECT *, floor(least(950, greatest(350, 650 + %s)) + 0.5) AS score FROM parts)
        ORDER BY person
        """
                .formatted(columns, columns(" + "));
    }

    private static String columns(String between) {
        return IntStream.range(0, 12).mapToObj(i -> "c" + i).collect(Collectors.joining(between));
    }

    /// How two files of scores differ: persons in one only, and where in both, published scores
    /// that differ and the largest difference of a partial score.
    static String difference(Connection connection, Path left, Path right) throws SQLException {
        String largest =
                IntStream.range(0, 12)
                        .mapToObj(i -> "max(abs(a.c%d::DOUBLE - b.c%d))".formatted(i, i))
                        .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                """
                                SELECT count(*), count(*) FILTER (WHERE a.person IS NULL
                                    OR b.person IS NULL), count(*) FILTER (WHERE
                                    a.score::DOUBLE <> b.score), greatest(%s)
                                FROM read_parquet('%s') a
                                FULL JOIN read_parquet('%s') b USING (person)
                                """
                                        .formatted(largest, left, right))) {
            result.next();
            return ("%d persons, %d in one file only, %d with another score, partial scores"
                            + " apart by %s at most")
                    .formatted(
                            result.getLong(1),
                            result.getLong(2),
                            result.getLong(3),
                            result.getString(4));
        }
    }
}
