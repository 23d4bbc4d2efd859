package glasshouse.bureau.notice;

/// Rings when somebody was told something, so that whoever passes it on need not ask all the time.
public final class Bell implements AutoCloseable {
    private long rings;
    private boolean closed;

    /// How often it rang.
    public synchronized long rings() {
        return rings;
    }

    /// Something new is in the database.
    public synchronized void ring() {
        rings++;
        notifyAll();
    }

    /// Waits until it has rung more often than `heard`, or so long; how often it rang.
    public synchronized long await(long heard, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (rings == heard && !closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return rings;
    }

    /// Whether the bureau stops, and nobody is told anything any more.
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
