package glasshouse.stream.table;

import glasshouse.stream.person.Result;
import glasshouse.stream.person.Result.BandChange;
import glasshouse.stream.person.Result.Gone;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Published;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;

/// The tables `stream_score`, one row a scheme and person, and `stream_list_move`, one row a step.
///
/// A portion is written in one transaction. To write it again changes nothing: a score takes the
/// place of the one before, and a step that is there stays as it is. One thread.
public final class ScoreTable implements AutoCloseable {
    /// What the URL of a database begins with.
    public static final String URL_PREFIX = "jdbc:postgresql:";

    private static final long LOCK = 7_403_125_511L;

    private static final String TABLES =
            """
            create table if not exists stream_score (
                scheme text not null,
                person text not null,
                version text not null,
                day date not null,
                score numeric not null,
                band text not null,
                partials numeric[] not null,
                primary key (scheme, person));
            create table if not exists stream_list_move (
                scheme text not null,
                person text not null,
                list text not null,
                day date not null,
                move text not null,
                primary key (scheme, person, list, day, move));
            """;

    private static final String PUT =
            """
            insert into stream_score (scheme, person, version, day, score, band, partials)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (scheme, person) do update set
                version = excluded.version, day = excluded.day, score = excluded.score,
                band = excluded.band, partials = excluded.partials
            """;

    private static final String TAKE = "delete from stream_score where scheme = ? and person = ?";

    private static final String MOVE =
            """
            insert into stream_list_move (scheme, person, list, day, move) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final String scheme;
    private final Connection connection;

    private ScoreTable(String scheme, Connection connection) {
        this.scheme = scheme;
        this.connection = connection;
    }

    /// Opens the tables of a scheme, making them where there are none.
    public static ScoreTable open(String url, String scheme) throws SQLException {
        // Not by the DriverManager: it does not see drivers in the jar of a job.
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setReWriteBatchedInserts(true);
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // By one task at a time: two at once would both find none.
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                statement.execute(TABLES);
            }
            connection.commit();
            return new ScoreTable(scheme, connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    void write(Portion portion) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT);
                PreparedStatement take = connection.prepareStatement(TAKE);
                PreparedStatement step = connection.prepareStatement(MOVE)) {
            for (Result result : portion.results()) {
                switch (result) {
                    case Published score -> add(put, score);
                    case Gone gone -> {
                        take.setString(1, scheme);
                        take.setString(2, gone.person());
                        take.addBatch();
                    }
                    case ListMove move -> add(step, move);
                    case BandChange _ -> {}
                }
            }
            put.executeBatch();
            take.executeBatch();
            step.executeBatch();
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private void add(PreparedStatement put, Published score) throws SQLException {
        List<BigDecimal> partials = score.partialsMicro().stream().map(ScoreTable::points).toList();
        put.setString(1, scheme);
        put.setString(2, score.person());
        put.setString(3, score.version());
        put.setObject(4, score.day());
        put.setBigDecimal(5, points(score.scoreMicro()));
        put.setString(6, score.band());
        put.setArray(7, connection.createArrayOf("numeric", partials.toArray()));
        put.addBatch();
    }

    private void add(PreparedStatement step, ListMove move) throws SQLException {
        step.setString(1, scheme);
        step.setString(2, move.person());
        step.setString(3, move.list());
        step.setObject(4, move.day());
        step.setString(5, move.move().name().toLowerCase(Locale.ROOT));
        step.addBatch();
    }

    private static BigDecimal points(long micro) {
        return BigDecimal.valueOf(micro, 6).stripTrailingZeros();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
