package glasshouse.account;

import java.util.Arrays;

/// The bytes of an account: what a host keeps of a person between two events.
///
/// ```
/// entries                                     varint
///   for each entry, in the account's order:
///   slot step << 2 | has item << 1 | has time varint     slot step: from the entry before
///   day, or day step within a slot            varint
///   micros of the day, if it has them         varint
///   item, if it has one                       varint, zigzag
///   amount                                    varint, zigzag
/// ```
///
/// Equal accounts have equal bytes. The form has no version of its own: whoever keeps bytes keeps
/// [#VERSION] beside them. What the slots mean is the plan's: bytes are read under the plan that
/// they were written under, or one of the same [Plan#layout()].
///
/// A yearly half-life takes about 40 bytes.
public final class AccountBytes {
    /// Number of this form; it changes whenever the bytes of an account do.
    public static final int VERSION = 1;

    private static final int MOST_VARINT = 10;
    private static final int MOST_ENTRY = 5 * MOST_VARINT;
    private static final int HAS_TIME = 1;
    private static final int HAS_ITEM = 2;
    private static final int FLAGS = 2;

    private byte[] bytes;
    private int at;

    private AccountBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The bytes of an account.
    public static byte[] of(Account account) {
        var writer = new AccountBytes(new byte[MOST_VARINT + 16 * account.size()]);
        writer.write(account);
        return Arrays.copyOf(writer.bytes, writer.at);
    }

    /// The account that these bytes hold. Throws `IllegalArgumentException` where they hold none.
    public static Account read(byte[] bytes) {
        var reader = new AccountBytes(bytes);
        try {
            var account = reader.read();
            if (reader.at != bytes.length) {
                throw damaged();
            }
            return account;
        } catch (ArrayIndexOutOfBoundsException cutShort) {
            throw damaged();
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("these are not the bytes of an account");
    }

    private void write(Account account) {
        varint(account.size());
        int slot = 0;
        int day = 0;
        for (int i = 0; i < account.size(); i++) {
            if (bytes.length - at < MOST_ENTRY) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2 + MOST_ENTRY);
            }
            long key = account.keys()[i];
            long item = account.items()[i];
            long micros = Key.microsOfDay(key);
            int step = Key.slot(key) - slot;
            day = step == 0 ? day : 0;
            varint(
                    (long) step << FLAGS
                            | (item == 0 ? 0 : HAS_ITEM)
                            | (micros == 0 ? 0 : HAS_TIME));
            varint(Key.day(key) - day);
            if (micros != 0) {
                varint(micros);
            }
            if (item != 0) {
                varint(zigzag(item));
            }
            varint(zigzag(account.amounts()[i]));
            slot = Key.slot(key);
            day = Key.day(key);
        }
    }

    private Account read() {
        var account = new Account();
        long entries = varint();
        long slot = 0;
        long day = 0;
        for (long i = 0; i < entries; i++) {
            long head = varint();
            long step = head >>> FLAGS;
            slot += step;
            day = (step == 0 ? day : 0) + varint();
            long micros = (head & HAS_TIME) == 0 ? 0 : varint();
            long item = (head & HAS_ITEM) == 0 ? 0 : unzigzag(varint());
            long amount = unzigzag(varint());
            if (!Key.holds(slot, day, micros) || amount == 0) {
                throw damaged();
            }
            account.add(Key.of((int) slot, (int) day, micros), item, amount);
        }
        return account;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long unzigzag(long bits) {
        return bits >>> 1 ^ -(bits & 1);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }
}
