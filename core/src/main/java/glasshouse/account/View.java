package glasshouse.account;

/// An account as it is being read on one day: its columns, whose keys end with [Account#END], and
/// how far reading has come.
///
/// Slots are read in their order, which is that of the entries, so that one pass reads all. Nothing
/// is copied: a view is read before the account changes.
final class View {
    long[] keys = new long[0];
    long[] items = new long[0];
    long[] amounts = new long[0];
    int day;
    int size;

    /// The next entry to read.
    int next;

    /// The upper 64 bits of the sum last read, whose lower ones were returned.
    long high;

    void open(Account account, int day) {
        keys = account.keys();
        items = account.items();
        amounts = account.amounts();
        this.day = day;
        size = account.size();
        next = 0;
    }

    /// Passes over the entries whose keys are below this one, and returns the first that is not.
    int pass(long key) {
        long[] sorted = keys;
        int i = next;
        while (sorted[i] < key) {
            i++;
        }
        next = i;
        return i;
    }

    /// Passes over the next entry if its key is below `end`, and returns its amount or 0: for slots
    /// that have one entry at most.
    long only(long end) {
        int i = next;
        if (keys[i] >= end) {
            return 0;
        }
        next = i + 1;
        return amounts[i];
    }

    /// Passes over the entries whose keys are below `end` and sums their amounts.
    long sum(long end) {
        long[] sorted = keys;
        long[] added = amounts;
        int last = size;
        long sum = 0;
        int i = next;
        while (i < last && sorted[i] < end) {
            sum += added[i];
            i++;
        }
        next = i;
        return sum;
    }

    /// Passes over the entries whose keys are below `end` and sums the amounts of those from `from`
    /// on. Where some are older, which ones is a mask, since no processor could guess it.
    long sum(long from, long end) {
        long[] sorted = keys;
        int i = next;
        if (sorted[i] >= from) {
            return sum(end);
        }
        long[] added = amounts;
        int last = size;
        long sum = 0;
        while (i < last && sorted[i] < end) {
            sum += added[i] & ~((sorted[i] - from) >> 63);
            i++;
        }
        next = i;
        return sum;
    }
}
