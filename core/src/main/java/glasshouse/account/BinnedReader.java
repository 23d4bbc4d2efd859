package glasshouse.account;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import java.util.Arrays;

/// Measures a window and finds its attribute.
final class BinnedReader {
    /// What a measure has where there is nothing to measure.
    static final long MISSING = Long.MIN_VALUE;

    private long[] items = new long[16];

    /// The attribute that applies.
    Attribute attribute(Part.Binned part, View view) {
        return attribute(part.characteristic(), measure(part, view));
    }

    /// The attribute of what was measured.
    static Attribute attribute(Characteristic.Binned binned, long measured) {
        if (measured == MISSING) {
            return binned.missing();
        }
        var attributes = binned.attributes();
        int last = attributes.size() - 1;
        for (int i = 0; i < last; i++) {
            if (measured < attributes.get(i).belowMicro()) {
                return attributes.get(i);
            }
        }
        return attributes.get(last);
    }

    /// The measure in micro-units (times: days), or [#MISSING].
    private long measure(Part.Binned part, View view) {
        Characteristic.Binned binned = part.characteristic();
        int slot = part.slot();
        int oldest = part.oldest(view.day);
        int first = view.since(slot, oldest);
        int end = view.end(slot);
        return switch (binned.measure()) {
            case COUNT -> Micro.of(sum(view, first, end));
            case SUM -> sum(view, first, end);
            case MEAN -> {
                long count = sum(view, first, end);
                long total = second(view, slot, oldest);
                yield count == 0 ? MISSING : Micro.divide(total, Micro.of(count));
            }
            case SHARE -> {
                long whole = second(view, slot, oldest);
                long share = sum(view, first, end);
                yield whole == 0 ? MISSING : Micro.divide(share, whole);
            }
            case MIN -> extreme(view, first, end, 1);
            case MAX -> extreme(view, first, end, -1);
            case LAST -> first < end ? view.items[end - 1] : MISSING;
            case TIME_SINCE_FIRST ->
                    first < end ? Micro.of(view.day - Key.day(view.keys[first])) : MISSING;
            case TIME_SINCE_LAST ->
                    first < end ? Micro.of(view.day - Key.day(view.keys[end - 1])) : MISSING;
            case DISTINCT_SOURCES, DISTINCT_COUNTERPARTIES -> Micro.of(distinct(view, first, end));
        };
    }

    private static long second(View view, int slot, int oldest) {
        return sum(view, view.since(slot + 1, oldest), view.end(slot + 1));
    }

    private static long sum(View view, int first, int end) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += view.amounts[i];
        }
        return sum;
    }

    private static long extreme(View view, int first, int end, int direction) {
        long found = MISSING;
        for (int i = first; i < end; i++) {
            long item = view.items[i];
            if (found == MISSING || Long.compare(item, found) * direction < 0) {
                found = item;
            }
        }
        return found;
    }

    private long distinct(View view, int first, int end) {
        int count = end - first;
        if (items.length < count) {
            items = new long[count * 2];
        }
        System.arraycopy(view.items, first, items, 0, count);
        Arrays.sort(items, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || items[i] != items[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }
}
