package glasshouse.account;

/// A half-life read on one day: sums of digits ([Decay]) times `factor * 2^-cut`.
record Shrink(long factor, int cut) {
    /// Stands where nothing halves.
    static final Shrink NONE = new Shrink(0, 0);

    private static final int DIGIT_BITS = Decay.DIGIT_BITS;
    private static final long DIGIT_MASK = Decay.DIGIT_MASK;

    /// Passes over the entries of a view up to the key `end`; returns the lower 64 bits of what
    /// they come to in micro-points times 2^30, rounded down, and leaves the upper in [View#high].
    ///
    /// Each digit carries into the next: `borrow` of the sum itself, `carry` of the product. What
    /// is left of the product in each digit overlaps with no other and is put in its place by `|`.
    long read(View view, long end) {
        int index = view.next;
        long[] keys = view.keys;
        long[] amounts = view.amounts;
        view.high = 0;
        if (keys[index] >= end) {
            return 0;
        }
        int digit = Key.day(keys[index]);
        int shift = digit * DIGIT_BITS - cut;
        long borrow = 0;
        long carry = 0;
        long high = 0;
        long low = 0;
        while (keys[index] < end) {
            long amount = Key.day(keys[index]) == digit ? amounts[index++] : 0;
            long whole = amount + borrow;
            borrow = whole >> DIGIT_BITS;
            long product = (whole & DIGIT_MASK) * factor + carry;
            carry = product >>> DIGIT_BITS;
            if (shift > -DIGIT_BITS) {
                low |= low(product & DIGIT_MASK, shift);
                high |= high(product & DIGIT_MASK, shift);
            }
            digit++;
            shift += DIGIT_BITS;
        }
        view.next = index;
        long rest = borrow * factor + carry;
        view.high = high | high(rest, shift);
        return low | low(rest, shift);
    }

    /// [#read] of digits side by side from `first` to `last`, the lowest of all at `from`.
    void read(long[] digits, int from, int first, int last, Wide sum) {
        int end = last;
        while (end > first && digits[from + end - 1] == 0) {
            end--;
        }
        int shift = first * DIGIT_BITS - cut;
        long borrow = 0;
        long carry = 0;
        long high = 0;
        long low = 0;
        for (int digit = first; digit < end; digit++) {
            long whole = digits[from + digit] + borrow;
            borrow = whole >> DIGIT_BITS;
            long product = (whole & DIGIT_MASK) * factor + carry;
            carry = product >>> DIGIT_BITS;
            low |= low(product & DIGIT_MASK, shift);
            high |= high(product & DIGIT_MASK, shift);
            shift += DIGIT_BITS;
        }
        long rest = borrow * factor + carry;
        sum.add(high | high(rest, shift), low | low(rest, shift));
    }

    /// The lower 64 bits of a digit times `2^shift`.
    private static long low(long digit, int shift) {
        if (shift >= 0) {
            return shift < Long.SIZE ? digit << shift : 0;
        }
        return shift > -Long.SIZE ? digit >> -shift : digit >> (Long.SIZE - 1);
    }

    /// The upper 64 bits of a digit times `2^shift`.
    private static long high(long digit, int shift) {
        if (shift >= Long.SIZE) {
            return digit << (shift - Long.SIZE);
        }
        return shift > 0 ? digit >> (Long.SIZE - shift) : digit >> (Long.SIZE - 1);
    }
}
