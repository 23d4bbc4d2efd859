package glasshouse.data;

import glasshouse.account.Plan;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Measure;

/// What of an event is kept for a scheme, and where in its record; all index arithmetic is here.
///
/// ```
/// word 0   bits 0..16 day, 17..30 signal, 31 role, 32..63 person
/// word 1   value in millionths
/// then, each only where the scheme asks: microseconds of the day; fingerprint of the reference;
///          bits 0..31 source, 32..63 other party
/// ```
///
/// Records whose name is still to be checked have three more words in front: 64 bits of the name;
/// 24 more bits of it, and from bit 0 the row in 40 bits; 64 bits of the content.
record Shape(boolean keepsTime, boolean keepsReference, boolean keepsParties) {
    /// Days beyond this do not occur; a record with it happened after the instant asked for.
    static final int LATER = 0x1FFFF;

    /// A signal that the scheme does not know.
    static final int NO_SIGNAL = 0x3FFF;

    /// A party that an event does not have.
    static final int NOBODY = -1;

    /// In word 0: the name is withdrawn.
    static final long RETRACTION = -1;

    static final int NAME_WORDS = 3;
    static final int ROW_BITS = 40;

    private static final int SIGNAL_SHIFT = 17;
    private static final int ROLE_SHIFT = 31;
    private static final int PERSON_SHIFT = 32;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    static Shape of(Plan plan) {
        boolean time = false;
        boolean reference = false;
        boolean parties = false;
        for (Characteristic characteristic : plan.scheme().characteristics()) {
            switch (characteristic) {
                case Characteristic.Binned binned -> {
                    time |= binned.measure() == Measure.LAST;
                    parties |=
                            binned.measure() == Measure.DISTINCT_SOURCES
                                    || binned.measure() == Measure.DISTINCT_COUNTERPARTIES;
                }
                case Characteristic.Accrual accrual -> {
                    for (Accrued accrued : accrual.signals()) {
                        reference |= accrued.pending() != null;
                    }
                }
                case Characteristic.Rated _, Characteristic.Contacts _ -> {}
            }
        }
        for (int i = 0; i < plan.scheme().signals().size(); i++) {
            parties |= plan.concerns(i, true);
        }
        if (plan.scheme().signals().size() >= NO_SIGNAL) {
            throw new IllegalArgumentException("a scheme has at most 16382 signals");
        }
        return new Shape(time, reference, parties);
    }

    int words() {
        return 2 + (keepsTime ? 1 : 0) + (keepsReference ? 1 : 0) + (keepsParties ? 1 : 0);
    }

    int referenceWord() {
        return 2 + (keepsTime ? 1 : 0);
    }

    int partiesWord() {
        return referenceWord() + (keepsReference ? 1 : 0);
    }

    static long key(int person, boolean asCounterparty, int signal, int day) {
        return ((long) person << PERSON_SHIFT)
                | (asCounterparty ? 1L << ROLE_SHIFT : 0)
                | ((long) signal << SIGNAL_SHIFT)
                | day;
    }

    /// A key of person 0 for somebody else.
    static long withPerson(long key, int person) {
        return key | ((long) person << PERSON_SHIFT);
    }

    static int person(long key) {
        return (int) (key >>> PERSON_SHIFT);
    }

    static boolean asCounterparty(long key) {
        return (key >>> ROLE_SHIFT & 1) != 0;
    }

    static int signal(long key) {
        return (int) (key >>> SIGNAL_SHIFT) & NO_SIGNAL;
    }

    static int day(long key) {
        return (int) key & LATER;
    }

    static long parties(int source, int other) {
        return (long) other << 32 | (source & 0xFFFFFFFFL);
    }

    static int source(long parties) {
        return (int) parties;
    }

    static int other(long parties) {
        return (int) (parties >>> 32);
    }

    static long nameAndRow(long nameBits, long row) {
        return (nameBits & ~ROW_MASK) | row;
    }

    static boolean sameName(long nameAndRow, long other) {
        return ((nameAndRow ^ other) & ~ROW_MASK) == 0;
    }

    static long row(long nameAndRow) {
        return nameAndRow & ROW_MASK;
    }
}
