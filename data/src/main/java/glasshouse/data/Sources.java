package glasshouse.data;

import glasshouse.account.Fingerprint;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Numbers the sources of a run and keeps the fingerprint of each; for several threads at once.
final class Sources {
    private final Map<String, Integer> codes = new HashMap<>();
    private volatile long[] fingerprints = new long[0];

    /// The code of a source, new or known.
    synchronized int code(String name) {
        Integer known = codes.get(name);
        if (known != null) {
            return known;
        }
        int code = codes.size();
        codes.put(name, code);
        long[] longer = Arrays.copyOf(fingerprints, code + 1);
        longer[code] = Fingerprint.of(name);
        fingerprints = longer;
        return code;
    }

    long fingerprint(int code) {
        return fingerprints[code];
    }
}
