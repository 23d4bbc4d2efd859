package glasshouse.bureau.ledger;

/// Hashes of the names that the ledger holds: tells at once that a name is new, which most are, so
/// that only known names cost a look into the database. A set of longs other than 0, open
/// addressing, at most two thirds full: 12 to 24 bytes a name. Owned by one thread.
final class NameSet {
    private long[] table = new long[1 << 12];
    private int size;

    boolean contains(long hash) {
        return table[place(table, hash)] == hash;
    }

    /// Adds a hash; false where it was there.
    boolean add(long hash) {
        int place = place(table, hash);
        if (table[place] == hash) {
            return false;
        }
        table[place] = hash;
        size++;
        if (size * 3L > table.length * 2L) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                larger[place(larger, hash)] = hash;
            }
        }
        table = larger;
    }

    /// Where a hash is, or the free place where it belongs.
    private static int place(long[] table, long hash) {
        int mask = table.length - 1;
        int place = (int) (hash >>> 32) & mask;
        while (table[place] != 0 && table[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
