package glasshouse.account;

import java.util.Arrays;

/// What a person's events add up to: a sparse vector of integers with pointwise addition.
///
/// Every event adds a few amounts at a few keys, and retracting it subtracts the same. Since
/// integer addition is a commutative group, the account is a pure function of the set of events:
/// their order, lateness, and the threads or machines on which parts of it were summed leave no
/// trace, and what was retracted leaves none either. An amount that falls to zero is dropped, so
/// equal accounts have equal bits. All that is not a sum (fades, windows, limits, bins, floors)
/// happens at read-out.
///
/// An entry is (key, item, amount): the key is laid out in [Key]; the item tells apart what a
/// multiset holds (a value, a fingerprint) and is 0 elsewhere. Entries are sorted by key, then
/// item; after the last key stands [#END], so that a reader who looks for the end of a slot needs
/// not count.
///
/// An account is owned by one thread at a time. Adding costs a binary search and, for a new entry,
/// a move of the entries after it.
public final class Account {
    /// Above every key.
    static final long END = Long.MAX_VALUE;

    private static final int FIRST_CAPACITY = 16;

    private long[] keys;
    private long[] items;
    private long[] amounts;
    private int size;

    public Account() {
        keys = new long[FIRST_CAPACITY];
        items = new long[FIRST_CAPACITY];
        amounts = new long[FIRST_CAPACITY];
        keys[0] = END;
    }

    /// Number of entries; 24 bytes each.
    public int size() {
        return size;
    }

    /// The columns, of which the first [#size] entries count; for reading only.
    long[] keys() {
        return keys;
    }

    long[] items() {
        return items;
    }

    long[] amounts() {
        return amounts;
    }

    /// Forgets everything, for use on the next person.
    public void clear() {
        size = 0;
        keys[0] = END;
    }

    void add(long key, long item, long amount) {
        if (amount == 0) {
            return;
        }
        int index = find(key, item);
        if (index < size && keys[index] == key && items[index] == item) {
            amounts[index] += amount;
            if (amounts[index] == 0) {
                remove(index);
            }
        } else {
            insert(index, key, item, amount);
        }
    }

    /// Adds all of another account, as if its events had been folded here.
    public void merge(Account other) {
        for (int i = 0; i < other.size; i++) {
            add(other.keys[i], other.items[i], other.amounts[i]);
        }
    }

    /// Index of the first entry that is not before (key, item).
    int find(long key, long item) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key || (keys[middle] == key && items[middle] < item)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Index of the first entry of this slot or a later one.
    int from(int slot) {
        return find(Key.of(slot, 0), Long.MIN_VALUE);
    }

    private void insert(int index, long key, long item, long amount) {
        if (size + 1 == keys.length) {
            int capacity = keys.length * 2;
            keys = Arrays.copyOf(keys, capacity);
            items = Arrays.copyOf(items, capacity);
            amounts = Arrays.copyOf(amounts, capacity);
        }
        int moved = size - index;
        System.arraycopy(keys, index, keys, index + 1, moved + 1);
        System.arraycopy(items, index, items, index + 1, moved);
        System.arraycopy(amounts, index, amounts, index + 1, moved);
        keys[index] = key;
        items[index] = item;
        amounts[index] = amount;
        size++;
    }

    private void remove(int index) {
        int moved = size - index - 1;
        System.arraycopy(keys, index + 1, keys, index, moved + 1);
        System.arraycopy(items, index + 1, items, index, moved);
        System.arraycopy(amounts, index + 1, amounts, index, moved);
        size--;
    }

    /// Keeps only the entries from `day` on in these slots; others stay.
    void dropBefore(int slot, int day) {
        int first = from(slot);
        int end = find(Key.of(slot, day), Long.MIN_VALUE);
        int dropped = end - first;
        if (dropped <= 0) {
            return;
        }
        System.arraycopy(keys, end, keys, first, size - end + 1);
        System.arraycopy(items, end, items, first, size - end);
        System.arraycopy(amounts, end, amounts, first, size - end);
        size -= dropped;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Account other
                && Arrays.equals(keys, 0, size, other.keys, 0, other.size)
                && Arrays.equals(items, 0, size, other.items, 0, other.size)
                && Arrays.equals(amounts, 0, size, other.amounts, 0, other.size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + Long.hashCode(keys[i] * 31 + items[i] * 17 + amounts[i]);
        }
        return hash;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("Account[");
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(Key.slot(keys[i]))
                    .append('@')
                    .append(Key.day(keys[i]))
                    .append(':')
                    .append(amounts[i]);
        }
        return text.append(']').toString();
    }
}
