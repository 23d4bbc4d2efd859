package glasshouse.bureau;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/// Makes many small writes durable together: whoever submits waits until the transaction that has
/// their item is committed; one thread commits all that gathered meanwhile.
public final class GroupCommit<T> implements AutoCloseable {
    private static final int MOST_IN_GROUP = 1000;

    /// Writes items within the connection's transaction. After a failure it must be able to write
    /// the next ones; `undo` is called first.
    public interface Writer<T> {
        void write(Connection connection, List<T> items) throws SQLException;

        /// The transaction may have failed: what was reckoned from it is void.
        default void undo() throws SQLException {}
    }

    private record Waiting<T>(T item, CompletableFuture<Boolean> done) {}

    private final Database database;
    private final Writer<T> writer;
    private final LinkedBlockingQueue<Waiting<T>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;

    public GroupCommit(String name, Database database, Writer<T> writer) {
        this.database = database;
        this.writer = writer;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /// Returns when the item is durable; throws [LedgerDown] where that is not certain.
    public void submit(T item) {
        var waiting = new Waiting<>(item, new CompletableFuture<Boolean>());
        queue.add(waiting);
        if (closing) {
            throw new LedgerDown(new SQLException("the bureau stops"));
        }
        try {
            Boolean _ = waiting.done().get();
        } catch (ExecutionException failure) {
            throw new LedgerDown(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerDown(interrupted);
        }
    }

    private void run() {
        var group = new ArrayList<Waiting<T>>();
        boolean failed = false;
        while (!closing) {
            try {
                group.clear();
                group.add(queue.take());
                int _ = queue.drainTo(group, MOST_IN_GROUP - 1);
                if (failed) {
                    writer.undo();
                    failed = false;
                }
                commit(group.stream().map(Waiting::item).toList());
                group.forEach(each -> each.done().complete(true));
            } catch (InterruptedException stopping) {
                break;
            } catch (SQLException | RuntimeException failure) {
                failed = true;
                group.forEach(each -> each.done().completeExceptionally(failure));
            }
        }
        queue.forEach(each -> each.done().completeExceptionally(new SQLException("it stops")));
    }

    private void commit(List<T> items) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                writer.write(connection, items);
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
