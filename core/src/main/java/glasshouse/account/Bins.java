package glasshouse.account;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;

/// The attributes of a binned characteristic, with their bounds side by side.
final class Bins {
    /// What a measure has where there is nothing to measure.
    static final long MISSING = Long.MIN_VALUE;

    /// The upper bounds of all attributes but the last, rising.
    private final long[] bounds;

    private final Attribute[] attributes;
    private final Attribute missing;

    Bins(Characteristic.Binned binned) {
        attributes = binned.attributes().toArray(new Attribute[0]);
        missing = binned.missing();
        bounds = new long[attributes.length - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = attributes[i].belowMicro();
        }
    }

    /// The attribute of what was measured.
    Attribute at(long measured) {
        if (measured == MISSING) {
            return missing;
        }
        int reached = 0;
        for (long bound : bounds) {
            reached += measured >= bound ? 1 : 0;
        }
        return attributes[reached];
    }
}
