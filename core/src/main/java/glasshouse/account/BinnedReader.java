package glasshouse.account;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import java.util.Arrays;

/// Measures a window and finds its attribute.
final class BinnedReader {
    /// What a measure has where there is nothing to measure.
    private static final long MISSING = Long.MIN_VALUE;

    private long[] items = new long[16];

    /// The attribute that applies on a day.
    Attribute attribute(Part.Binned part, Account account, int day) {
        long measured = measure(part, account, day);
        Characteristic.Binned binned = part.characteristic();
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
    private long measure(Part.Binned part, Account account, int day) {
        Characteristic.Binned binned = part.characteristic();
        int slot = part.slot();
        boolean windowed = binned.windowDays() != 0;
        int oldest = windowed ? Math.max(0, day - binned.windowDays() + 1) : 0;
        int first = account.find(Key.of(slot, oldest), Long.MIN_VALUE);
        int end = account.from(slot + 1);
        return switch (binned.measure()) {
            case COUNT -> Micro.of(sum(account, first, end));
            case SUM -> sum(account, first, end);
            case MEAN -> {
                long count = sum(account, first, end);
                long total = second(account, slot, oldest);
                yield count == 0 ? MISSING : Micro.divide(total, Micro.of(count));
            }
            case SHARE -> {
                long whole = second(account, slot, oldest);
                long share = sum(account, first, end);
                yield whole == 0 ? MISSING : Micro.divide(share, whole);
            }
            case MIN -> extreme(account, first, end, 1);
            case MAX -> extreme(account, first, end, -1);
            case LAST -> first < end ? account.item(end - 1) : MISSING;
            case TIME_SINCE_FIRST ->
                    first < end ? Micro.of(day - Key.day(account.key(first))) : MISSING;
            case TIME_SINCE_LAST ->
                    first < end ? Micro.of(day - Key.day(account.key(end - 1))) : MISSING;
            case DISTINCT_SOURCES, DISTINCT_COUNTERPARTIES ->
                    Micro.of(distinct(account, first, end));
        };
    }

    private static long second(Account account, int slot, int oldest) {
        int first = account.find(Key.of(slot + 1, oldest), Long.MIN_VALUE);
        return sum(account, first, account.from(slot + 2));
    }

    private static long sum(Account account, int first, int end) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += account.amount(i);
        }
        return sum;
    }

    private static long extreme(Account account, int first, int end, int direction) {
        long found = MISSING;
        for (int i = first; i < end; i++) {
            long item = account.item(i);
            if (found == MISSING || Long.compare(item, found) * direction < 0) {
                found = item;
            }
        }
        return found;
    }

    private long distinct(Account account, int first, int end) {
        int count = end - first;
        if (items.length < count) {
            items = new long[count * 2];
        }
        for (int i = 0; i < count; i++) {
            items[i] = account.item(first + i);
        }
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
