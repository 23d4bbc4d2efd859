package glasshouse.data;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How many events came of each signal that the scheme does not have; of the first thousand such
/// signals by name, of all others together. Any number of threads may count.
final class Unread {
    private static final int MOST_SIGNALS = 1_000;
    private static final String OTHERS = "…";

    private final Map<String, LongAdder> bySignal = new ConcurrentHashMap<>();

    void count(String signal) {
        LongAdder known = bySignal.get(signal);
        if (known == null) {
            String name = bySignal.size() < MOST_SIGNALS ? signal : OTHERS;
            known = bySignal.computeIfAbsent(name, _ -> new LongAdder());
        }
        known.increment();
    }

    Map<String, Long> bySignal() {
        var counts = new TreeMap<String, Long>();
        bySignal.forEach((signal, count) -> counts.put(signal, count.sum()));
        return counts;
    }
}
