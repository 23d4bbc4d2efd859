package glasshouse.bureau.inquiry;

import glasshouse.account.Calendar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The links that chain decisions. One per thread.
final class Links {
    static final byte[] FIRST = new byte[32];

    private final MessageDigest sha256;
    private final Mac mac;

    Links() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
            mac = Mac.getInstance("HmacSHA256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// The digest of a request under the person's key.
    byte[] request(String request, byte[] key) {
        try {
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC takes any key", impossible);
        }
        return mac.doFinal(request.getBytes(StandardCharsets.UTF_8));
    }

    /// The link of a row after a link.
    byte[] next(byte[] previous, Logged row, byte[] requestDigest) {
        sha256.update(previous);
        sha256.update(
                ByteBuffer.allocate(44)
                        .putLong(row.number())
                        .putLong(Calendar.micros(row.at()))
                        .putLong(row.person())
                        .putInt(row.edition())
                        .putLong(row.through())
                        .putLong(row.lists())
                        .array());
        for (String text :
                List.of(row.organisation(), row.service(), row.purpose(), row.answer())) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        sha256.update(requestDigest);
        return sha256.digest();
    }
}
