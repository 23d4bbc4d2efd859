package glasshouse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// Sorts persons by the UTF-8 bytes of their names, on several threads.
///
/// Of the first sixteen bytes of all names, the bits in which they differ are drawn together into
/// one number: names of ten digits take forty bits. Persons are dealt into [#BUCKETS] by its
/// highest bits, and each bucket, which fits the cache, is sorted by the rest; where numbers are
/// equal, the same again, further on in the names.
///
/// Cost: 12 bytes a person besides the codes, twice; about 40 ns a person for short names.
final class PersonOrder {
    private static final int BUCKET_BITS = 11;
    private static final int BUCKETS = 1 << BUCKET_BITS;
    private static final int RADIX = 256;
    private static final int SMALL = 32;

    /// Bytes of a name that a number draws on.
    private static final int STRETCH = 2 * Long.BYTES;

    private static final int MOST_BITS = Long.SIZE - 1;

    private final People people;
    private final int[] codes;
    private final long[] keys;
    private final int[] otherCodes;
    private final long[] otherKeys;
    private final int[] starts = new int[BUCKETS + 1];
    private final AtomicInteger nextBucket = new AtomicInteger();

    /// Whether the keys of the buckets leave nothing of the first stretch out.
    private final boolean exact;

    private PersonOrder(People people, int[] unsorted) {
        this.people = people;
        otherCodes = unsorted;
        otherKeys = new long[unsorted.length];
        codes = new int[unsorted.length];
        keys = new long[unsorted.length];
        exact = deal();
    }

    /// Carries tasks out and waits for all of them.
    @FunctionalInterface
    interface Workers {
        void run(List<Callable<Boolean>> tasks);
    }

    /// These codes in order; the array given is used up.
    static int[] sorted(People people, int[] codes, int threads, Workers workers) {
        var order = new PersonOrder(people, codes);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            tasks.add(order::sortBuckets);
        }
        workers.run(tasks);
        return order.codes;
    }

    /// Fills `codes` and `keys` bucket by bucket; whether the keys are exact.
    private boolean deal() {
        Bits bits = Bits.of(people, otherCodes, 0, otherCodes.length, 0);
        int shift = Math.max(0, bits.count() - BUCKET_BITS);
        for (int i = 0; i < otherCodes.length; i++) {
            long key = bits.key(people, otherCodes[i], 0);
            otherKeys[i] = key;
            starts[(int) (key >>> shift) + 1]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        int[] next = starts.clone();
        for (int i = 0; i < otherCodes.length; i++) {
            int place = next[(int) (otherKeys[i] >>> shift)]++;
            keys[place] = otherKeys[i];
            codes[place] = otherCodes[i];
        }
        return bits.exact();
    }

    private boolean sortBuckets() {
        for (int bucket = nextBucket.getAndIncrement();
                bucket < BUCKETS;
                bucket = nextBucket.getAndIncrement()) {
            int from = starts[bucket];
            int to = starts[bucket + 1];
            if (to - from > 1) {
                sortByKeys(from, to, 0, exact);
            }
        }
        return true;
    }

    private void sort(int from, int to, int depth) {
        Bits bits = Bits.of(people, codes, from, to, depth);
        for (int i = from; i < to; i++) {
            keys[i] = bits.key(people, codes[i], depth);
        }
        sortByKeys(from, to, depth, bits.exact());
    }

    /// Sorts by keys and, where they are equal, by what they leave out or by what comes after.
    private void sortByKeys(int from, int to, int depth, boolean exact) {
        if (to - from <= SMALL) {
            insertion(from, to);
        } else {
            radix(from, to);
        }
        int first = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || keys[i] != keys[first]) {
                if (i - first > 1) {
                    if (!exact) {
                        sort(first, i, depth);
                    } else if (goesOn(first, i, depth)) {
                        sort(first, i, depth + STRETCH);
                    }
                }
                first = i;
            }
        }
    }

    private boolean goesOn(int from, int to, int depth) {
        for (int i = from; i < to; i++) {
            if (length(i) > depth + STRETCH) {
                return true;
            }
        }
        shorterFirst(from, to);
        return false;
    }

    /// Names that differ only in zero bytes at the end: the shorter first.
    private void shorterFirst(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (int k = i; k > from && length(k - 1) > length(k); k--) {
                int code = codes[k];
                codes[k] = codes[k - 1];
                codes[k - 1] = code;
            }
        }
    }

    private int length(int index) {
        int code = codes[index];
        return people.dictionary(People.shard(code)).length(People.local(code));
    }

    private void insertion(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int code = codes[i];
            int k = i;
            while (k > from && keys[k - 1] > key) {
                keys[k] = keys[k - 1];
                codes[k] = codes[k - 1];
                k--;
            }
            keys[k] = key;
            codes[k] = code;
        }
    }

    private void radix(int from, int to) {
        long differing = 0;
        for (int i = from + 1; i < to; i++) {
            differing |= keys[i] ^ keys[from];
        }
        var places = new int[RADIX];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            if ((differing >>> shift & 0xff) != 0) {
                pass(from, to, shift, places);
            }
        }
    }

    private void pass(int from, int to, int shift, int[] places) {
        Arrays.fill(places, 0);
        for (int i = from; i < to; i++) {
            places[(int) (keys[i] >>> shift) & 0xff]++;
        }
        int sum = from;
        for (int digit = 0; digit < RADIX; digit++) {
            int count = places[digit];
            places[digit] = sum;
            sum += count;
        }
        for (int i = from; i < to; i++) {
            int place = places[(int) (keys[i] >>> shift) & 0xff]++;
            otherKeys[place] = keys[i];
            otherCodes[place] = codes[i];
        }
        System.arraycopy(otherKeys, from, keys, from, to - from);
        System.arraycopy(otherCodes, from, codes, from, to - from);
    }

    /// The bits in which names differ, of eight bytes and the next eight; as many of the highest as
    /// go into a number without a sign. `exact`: these are all.
    private record Bits(long first, long second, boolean exact) {
        static Bits of(People people, int[] codes, int from, int to, int depth) {
            long first = 0;
            long second = 0;
            long someFirst = from < to ? eight(people, codes[from], depth) : 0;
            long someSecond = from < to ? eight(people, codes[from], depth + Long.BYTES) : 0;
            for (int i = from + 1; i < to; i++) {
                first |= eight(people, codes[i], depth) ^ someFirst;
                second |= eight(people, codes[i], depth + Long.BYTES) ^ someSecond;
            }
            int surplus = Long.bitCount(first) + Long.bitCount(second) - MOST_BITS;
            boolean exact = surplus <= 0;
            for (; surplus > 0 && second != 0; surplus--) {
                second &= second - 1;
            }
            for (; surplus > 0; surplus--) {
                first &= first - 1;
            }
            return new Bits(first, second, exact);
        }

        int count() {
            return Long.bitCount(first) + Long.bitCount(second);
        }

        long key(People people, int code, int depth) {
            long high = Long.compress(eight(people, code, depth), first);
            long low = Long.compress(eight(people, code, depth + Long.BYTES), second);
            return high << Long.bitCount(second) | low;
        }

        private static long eight(People people, int code, int depth) {
            return people.dictionary(People.shard(code)).eightBytes(People.local(code), depth);
        }
    }
}
