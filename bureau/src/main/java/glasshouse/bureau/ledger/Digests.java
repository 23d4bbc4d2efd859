package glasshouse.bureau.ledger;

import glasshouse.account.Calendar;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The digests of entries and the chain of batches.
///
/// An entry's digest is HMAC-SHA256 of its content under the keys of the people in it, one after
/// the other, and its salt. Whoever has not all of these can neither make a digest nor try contents
/// against one; once a key or the salt is destroyed, nobody can. A batch's hash is SHA-256 over the
/// previous batch's hash, its own number, instant and count, and the digests in order: it holds
/// without any key. One per thread.
final class Digests {
    static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    static final byte[] FIRST = new byte[BYTES];

    /// The key of entries in which nobody is named: a retraction that came first.
    private static final byte[] NOBODY = new byte[BYTES];

    private static final int MOST_CONTENT = 16 * 1024;

    private final Mac mac;
    private final MessageDigest sha256;
    private final SecureRandom random = new SecureRandom();
    private final ByteBuffer salts = ByteBuffer.allocate(SALT_BYTES * 256).limit(0);
    private final ByteBuffer content = ByteBuffer.allocate(MOST_CONTENT);

    Digests() {
        try {
            mac = Mac.getInstance("HmacSHA256");
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// A fresh salt for an entry.
    byte[] salt() {
        if (salts.remaining() < SALT_BYTES) {
            random.nextBytes(salts.array());
            salts.clear();
        }
        byte[] salt = new byte[SALT_BYTES];
        salts.get(salt);
        return salt;
    }

    /// The digest of an entry; empty arrays stand for nobody, and for no salt.
    byte[] of(Row row, byte[] personKey, byte[] counterpartyKey, byte[] salt) {
        content.clear();
        row.writeTo(content);
        byte[] first = personKey.length == 0 ? NOBODY : personKey;
        byte[] key =
                ByteBuffer.allocate(first.length + counterpartyKey.length + salt.length)
                        .put(first)
                        .put(counterpartyKey)
                        .put(salt)
                        .array();
        try {
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC takes any key", impossible);
        }
        mac.update(content.array(), 0, content.position());
        return mac.doFinal();
    }

    /// The hash of a batch.
    byte[] chain(byte[] previous, long number, Instant recordedAt, List<byte[]> digests) {
        sha256.update(previous);
        sha256.update(
                ByteBuffer.allocate(20)
                        .putLong(number)
                        .putLong(Calendar.micros(recordedAt))
                        .putInt(digests.size())
                        .array());
        digests.forEach(sha256::update);
        return sha256.digest();
    }
}
