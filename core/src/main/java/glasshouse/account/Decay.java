package glasshouse.account;

/// A half-life held as one growing number: forward decay in exact integers.
///
/// Instead of shrinking old points, each event's points are multiplied by a growth that doubles
/// every half-life, `G(d) = B[d mod h] * 2^(d div h)` with `B[r] = round(2^(30 + r/h))`, and
/// summed. At read-out on day t the sum is multiplied by `R[t mod h] * 2^-(t div h)`, with `R[r] =
/// round(2^(30 - r/h))`: an event of age h weighs half, to nine digits, and a sum of any number of
/// events over any number of years is one integer. It is kept in digits of 32 bits that add up
/// separately (no carries before read-out), at most five for ten years and a yearly half-life, so
/// that adding and retracting stay pointwise.
///
/// Cormode, Shkapenyuk, Srivastava, Xu: "Forward Decay: A Practical Time Decay Model for Streaming
/// Systems", ICDE 2009.
final class Decay {
    static final int DIGIT_BITS = 32;
    static final long DIGIT_MASK = (1L << DIGIT_BITS) - 1;
    private static final int BITS = Weights.BITS;

    private final int halfLifeDays;
    private final long[] growth;
    private final long[] shrink;

    Decay(int halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
        growth = new long[halfLifeDays];
        shrink = new long[halfLifeDays];
        for (int r = 0; r < halfLifeDays; r++) {
            double exponent = r / (double) halfLifeDays;
            growth[r] = Math.round(Weights.ONE * StrictMath.pow(2, exponent));
            shrink[r] = Math.round(Weights.ONE * StrictMath.pow(2, -exponent));
        }
    }

    /// Adds points of a day; `sign` -1 retracts.
    void add(Account account, int slot, int day, long pointsMicro, int sign) {
        if (pointsMicro == 0) {
            return;
        }
        long direction = pointsMicro < 0 ? -sign : sign;
        long magnitude = Math.abs(pointsMicro);
        long factor = growth[day % halfLifeDays];
        long low = magnitude * factor;
        long high = Math.multiplyHigh(magnitude, factor);
        int doublings = day / halfLifeDays;
        int digit = doublings / DIGIT_BITS;
        int shift = doublings % DIGIT_BITS;
        // 128 bits << shift, cut into digits from the lowest
        long carry = 0;
        long rest = low;
        for (int i = 0; i < 4; i++) {
            long part = rest & DIGIT_MASK;
            long shifted = part << shift;
            account.add(Key.of(slot, digit + i), 0, direction * ((shifted & DIGIT_MASK) | carry));
            carry = shifted >>> DIGIT_BITS;
            rest = i == 1 ? high : rest >>> DIGIT_BITS;
        }
        account.add(Key.of(slot, digit + 4), 0, direction * carry);
    }

    /// How sums are read on a day.
    Shrink on(int day) {
        return new Shrink(shrink[day % halfLifeDays], day / halfLifeDays + BITS);
    }

    /// Digits that a sum has at most, from the lowest, if its newest day is `day`.
    int digits(int day) {
        return day / halfLifeDays / DIGIT_BITS + 5;
    }

    /// [#add] into digits side by side, the lowest at `from`; returns the first digit it touches.
    int add(long[] digits, int from, int day, long pointsMicro) {
        int doublings = day / halfLifeDays;
        long factor = growth[day - doublings * halfLifeDays];
        int first = doublings / DIGIT_BITS;
        int shift = doublings % DIGIT_BITS;
        long direction = pointsMicro < 0 ? -1 : 1;
        long magnitude = Math.abs(pointsMicro);
        long rest = magnitude * factor;
        long high = Math.multiplyHigh(magnitude, factor);
        long carry = 0;
        int at = from + first;
        for (int i = 0; i < 4 && (rest | high) != 0; i++) {
            long shifted = (rest & DIGIT_MASK) << shift;
            digits[at++] += direction * ((shifted & DIGIT_MASK) | carry);
            carry = shifted >>> DIGIT_BITS;
            rest = (rest >>> DIGIT_BITS) | (high << DIGIT_BITS);
            high >>>= DIGIT_BITS;
        }
        digits[at] += direction * carry;
        return first;
    }

    @Override
    public String toString() {
        return "half-life " + halfLifeDays + "d";
    }
}
