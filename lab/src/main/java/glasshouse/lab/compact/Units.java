package glasshouse.lab.compact;

/// Points as small integers: [#PER_STEP] units make one published step of the scheme.
record Units(long stepMicro) {
    static final int PER_STEP = 32;

    /// Units nearest to micro-points, held within an `int`.
    int of(long micro) {
        return (int)
                Math.clamp(Math.round((double) micro * PER_STEP / stepMicro), -1L << 30, 1L << 30);
    }

    long micro(long units) {
        return units * stepMicro / PER_STEP;
    }
}
