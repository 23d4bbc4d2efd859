package glasshouse.stream.table;

import glasshouse.stream.person.Result;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/// Writes results into a [ScoreTable], exactly once.
///
/// What a task says is gathered, becomes part of a checkpoint, and is written when the checkpoint
/// is complete: what a failure takes back was never in the table. A failure between writing and
/// noting that it was written makes Flink write the portion again, which changes nothing. A
/// database that does not answer fails the run, which starts again from the checkpoint and writes
/// then.
///
/// A person's results come from one task, and portions are written in the order of checkpoints.
public final class ScoreTableSink implements Sink<Result>, SupportsCommitter<Portion> {
    private static final long serialVersionUID = 1L;

    private final String url;
    private final String scheme;

    public ScoreTableSink(String url, String scheme) {
        this.url = url;
        this.scheme = scheme;
    }

    @Override
    public SinkWriter<Result> createWriter(WriterInitContext context) {
        return new Gathering();
    }

    @Override
    public Committer<Portion> createCommitter(CommitterInitContext context) throws IOException {
        try {
            return new Writing(ScoreTable.open(url, scheme));
        } catch (SQLException failed) {
            throw new IOException("the database of the table of scores does not open", failed);
        }
    }

    @Override
    public SimpleVersionedSerializer<Portion> getCommittableSerializer() {
        return new PortionSerializer();
    }

    private record Writing(ScoreTable table) implements Committer<Portion> {
        @Override
        public void commit(Collection<CommitRequest<Portion>> requests) throws IOException {
            try {
                for (CommitRequest<Portion> request : requests) {
                    table.write(request.getCommittable());
                }
            } catch (SQLException failed) {
                throw new IOException("the table of scores cannot be written", failed);
            }
        }

        @Override
        public void close() throws SQLException {
            table.close();
        }
    }
}
