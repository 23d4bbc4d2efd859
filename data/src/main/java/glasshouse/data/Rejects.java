package glasshouse.data;

import glasshouse.wire.Rejection;
import glasshouse.wire.value.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Rows of one file that were refused, each with its reason: 8 bytes a row, however many there are.
///
/// ```
/// bits 24..63 row, counted from 0; bits 0..23 number of the reason
/// ```
final class Rejects {
    private static final int REASON_BITS = 24;
    private static final int MOST_REASONS = 1 << REASON_BITS;

    private record Reason(String code, String message) {}

    private final List<Reason> reasons = new ArrayList<>();
    private final Map<Reason, Integer> numbers = new HashMap<>();
    private long[] refused = new long[16];
    private int size;

    int size() {
        return size;
    }

    /// Takes in a refused row.
    void add(long row, Refused refusal) {
        add(row, refusal.code().code(), refusal.reason());
    }

    void add(long row, String code, String message) {
        if (size == refused.length) {
            refused = Arrays.copyOf(refused, size * 2);
        }
        refused[size++] = (row << REASON_BITS) | number(new Reason(code, message));
    }

    private int number(Reason reason) {
        Integer known = numbers.get(reason);
        if (known != null) {
            return known;
        }
        if (reasons.size() == MOST_REASONS) {
            return MOST_REASONS - 1;
        }
        reasons.add(reason);
        numbers.put(reason, reasons.size() - 1);
        return reasons.size() - 1;
    }

    void addAll(Rejects others) {
        for (int i = 0; i < others.size; i++) {
            Reason reason = others.reason(others.refused[i]);
            add(others.refused[i] >>> REASON_BITS, reason.code(), reason.message());
        }
    }

    private Reason reason(long packed) {
        return reasons.get((int) packed & (MOST_REASONS - 1));
    }

    /// Hands all on in the order of the file, with lines from 1.
    void forEach(String file, Consumer<Rejection> consumer) {
        Arrays.sort(refused, 0, size);
        for (int i = 0; i < size; i++) {
            Reason reason = reason(refused[i]);
            long line = (refused[i] >>> REASON_BITS) + 1;
            consumer.accept(new Rejection(file, line, reason.code(), reason.message(), ""));
        }
    }
}
