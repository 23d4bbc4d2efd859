package glasshouse.account;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Micro;
import java.util.Arrays;

/// Measures one window and finds its attribute.
final class BinnedReader extends PartReader {
    private final Part.Binned part;
    private final Measure measure;
    private final Bins bins;
    private final long firstEnd;
    private final long secondEnd;

    /// The least keys within the window, in the first slot and in the second.
    private long firstFrom;

    private long secondFrom;
    private Attribute attribute;
    private long[] items = new long[16];

    BinnedReader(Part.Binned part) {
        this.part = part;
        measure = part.characteristic().measure();
        bins = part.bins();
        firstEnd = Key.of(part.slot() + 1, 0);
        secondEnd = Key.of(part.slot() + 2, 0);
        attribute = part.characteristic().missing();
    }

    @Override
    void turn(int day) {
        int oldest = part.oldest(day);
        firstFrom = Key.of(part.slot(), oldest);
        secondFrom = Key.of(part.slot() + 1, oldest);
    }

    @Override
    long points(View view) {
        attribute = bins.at(measured(view));
        return attribute.pointsMicro();
    }

    /// The attribute that last applied.
    Attribute attribute() {
        return attribute;
    }

    /// The measure in micro-units (times: days), or [Bins#MISSING].
    private long measured(View view) {
        return switch (measure) {
            case COUNT -> Micro.of(view.sum(firstFrom, firstEnd));
            case SUM -> view.sum(firstFrom, firstEnd);
            case MEAN -> {
                long count = view.sum(firstFrom, firstEnd);
                long total = view.sum(secondFrom, secondEnd);
                yield count == 0 ? Bins.MISSING : Micro.divide(total, Micro.of(count));
            }
            case SHARE -> {
                long share = view.sum(firstFrom, firstEnd);
                long whole = view.sum(secondFrom, secondEnd);
                yield whole == 0 ? Bins.MISSING : Micro.divide(share, whole);
            }
            case TIME_SINCE_FIRST -> {
                int first = view.pass(firstFrom);
                yield since(view, first, first, view.pass(firstEnd));
            }
            case TIME_SINCE_LAST -> {
                int first = view.pass(firstFrom);
                int end = view.pass(firstEnd);
                yield since(view, end - 1, first, end);
            }
            case LAST -> {
                int first = view.pass(firstFrom);
                int end = view.pass(firstEnd);
                yield first < end ? view.items[end - 1] : Bins.MISSING;
            }
            case MIN -> extreme(view, 1);
            case MAX -> extreme(view, -1);
            case DISTINCT_SOURCES, DISTINCT_COUNTERPARTIES -> Micro.of(distinct(view));
        };
    }

    private static long since(View view, int index, int first, int end) {
        return first < end ? Micro.of(view.day - Key.day(view.keys[index])) : Bins.MISSING;
    }

    private long extreme(View view, int direction) {
        int first = view.pass(firstFrom);
        int end = view.pass(firstEnd);
        long found = Bins.MISSING;
        for (int i = first; i < end; i++) {
            long item = view.items[i];
            if (found == Bins.MISSING || Long.compare(item, found) * direction < 0) {
                found = item;
            }
        }
        return found;
    }

    private long distinct(View view) {
        int first = view.pass(firstFrom);
        int count = view.pass(firstEnd) - first;
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
