package glasshouse.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Standard output. A writer swallows what goes wrong below it; this remembers, so that an answer
/// that was not written to its end is not taken for whole.
final class Outflow extends OutputStream {
    private final OutputStream below;
    private @Nullable IOException failure;

    Outflow(OutputStream below) {
        this.below = below;
    }

    /// Whether something was lost. A reader that has seen enough, as `head` has, lost nothing.
    boolean isCut() {
        return failure != null && !String.valueOf(failure.getMessage()).contains("Broken pipe");
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            below.write(bytes, offset, length);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }
}
