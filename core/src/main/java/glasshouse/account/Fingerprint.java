package glasshouse.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// 64 bits of SHA-256 that stand for a name in an account; never 0.
///
/// Two of a person's n distinct sources or counterparties share one with probability n²/2⁶⁵.
public final class Fingerprint {
    private Fingerprint() {}

    /// The fingerprint of a text. About 0.3 microseconds.
    public static long of(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            long bits = ByteBuffer.wrap(digest).getLong();
            return bits == 0 ? 1 : bits;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
