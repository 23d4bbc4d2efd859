package glasshouse.bureau.http;

import glasshouse.bureau.Limits;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.servlet.function.ServerRequest;

/// What the bodies of all requests under way may hold in memory. A request takes its share as its
/// body is read, decompressed bytes included, and gives it back once it is answered; where nothing
/// is left, the request is refused before it is understood, and nothing of it was taken.
final class Intake {
    private static final String SHARE = Intake.class.getName();

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Intake(Limits limits) {
        most = (long) limits.bodyMegabytes() << 20;
    }

    /// Bytes held by requests under way.
    long taken() {
        return taken.get();
    }

    /// What one request holds. Owned by the request's thread.
    final class Share implements AutoCloseable {
        private long bytes;

        void take(long more) {
            if (taken.addAndGet(more) > most) {
                taken.addAndGet(-more);
                throw new Refused(
                        Problem.BUSY,
                        "So much is being read already that this would not fit into memory; nothing"
                                + " of it was taken, send it again.");
            }
            bytes += more;
        }

        @Override
        public void close() {
            taken.addAndGet(-bytes);
            bytes = 0;
        }
    }

    Share share() {
        return new Share();
    }

    /// The share of a request, to be closed when it is answered.
    Share open(ServerRequest request) {
        Share share = share();
        request.attributes().put(SHARE, share);
        return share;
    }

    /// The share that was opened for a request.
    static Share of(ServerRequest request) {
        if (request.attributes().get(SHARE) instanceof Share share) {
            return share;
        }
        throw new IllegalStateException("a body is read within the router only");
    }
}
