package glasshouse.bureau.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A line to a database that can be cut, held up, or made to lose what comes back.
final class Wire implements AutoCloseable {
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int upstream;
    private volatile boolean deaf;
    private volatile CompletableFuture<Boolean> passage = CompletableFuture.completedFuture(true);

    Wire(int upstream) throws IOException {
        this.upstream = upstream;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread _ = Thread.ofPlatform().daemon().start(work);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Leads somewhere else from now on.
    void lead(int port) {
        upstream = port;
    }

    /// Ends all connections.
    void cut() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        open.clear();
    }

    /// Passes on what is asked for a moment, loses the answers, and ends the connections: a commit
    /// may have happened, and nobody was told.
    void loseAnswers() throws IOException, InterruptedException {
        deaf = true;
        boolean _ = new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS);
        cut();
        deaf = false;
    }

    /// Lets nothing through until released.
    void hold() {
        passage = new CompletableFuture<>();
    }

    void release() {
        boolean _ = passage.complete(true);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                try {
                    var server = new Socket(InetAddress.getLoopbackAddress(), upstream);
                    open.add(client);
                    open.add(server);
                    start(() -> pump(client, server, false));
                    start(() -> pump(server, client, true));
                } catch (IOException down) {
                    client.close();
                }
            }
        } catch (IOException closed) {
            // The drill is over.
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                boolean _ = passage.join();
                if (!(answers && deaf)) {
                    out.write(bytes, 0, count);
                    out.flush();
                }
            }
        } catch (IOException cut) {
            // As it was meant.
        }
    }

    @Override
    public void close() throws IOException {
        release();
        listening.close();
        cut();
    }
}
