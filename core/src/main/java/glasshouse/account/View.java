package glasshouse.account;

/// An account as it is being read on one day: its columns, and where each slot begins.
///
/// `starts[s]` to `starts[s + 1]` are the entries of slot s. Opening is one pass over the keys;
/// nothing is copied, so a view is read before the account changes.
final class View {
    private final int[] starts;
    long[] keys = new long[0];
    long[] items = new long[0];
    long[] amounts = new long[0];
    int day;

    View(int slots) {
        starts = new int[slots + 1];
    }

    void open(Account account, int day) {
        keys = account.keys();
        items = account.items();
        amounts = account.amounts();
        this.day = day;
        int size = account.size();
        long[] sorted = keys;
        int[] index = starts;
        int slot = 0;
        for (int i = 0; i < size; i++) {
            int found = Key.slot(sorted[i]);
            while (slot <= found) {
                index[slot++] = i;
            }
        }
        while (slot < index.length) {
            index[slot++] = size;
        }
    }

    /// The first entry of a slot.
    int first(int slot) {
        return starts[slot];
    }

    /// The entry after the last of a slot.
    int end(int slot) {
        return starts[slot + 1];
    }

    /// The first entry of a slot that is not older than a day.
    int since(int slot, int oldest) {
        int first = starts[slot];
        int end = starts[slot + 1];
        while (first < end && Key.day(keys[first]) < oldest) {
            first++;
        }
        return first;
    }
}
