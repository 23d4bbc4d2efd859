package glasshouse.scheme;

import java.util.List;

/// A piecewise-linear function through knots with rising `xMicro`, flat beyond the first and last.
public record Curve(List<Knot> knots) {
    public Curve {
        knots = List.copyOf(knots);
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("at least one pair is needed");
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i - 1).xMicro() >= knots.get(i).xMicro()) {
                throw new IllegalArgumentException(
                        "the first numbers of the pairs rise; found %s after %s"
                                .formatted(
                                        Micro.format(knots.get(i).xMicro()),
                                        Micro.format(knots.get(i - 1).xMicro())));
            }
        }
    }

    /// One corner of the curve.
    public record Knot(long xMicro, long yMicro) {}

    /// The value at `xMicro`, rounded to the nearest micro-unit (half up).
    public long at(long xMicro) {
        Knot before = knots.getFirst();
        if (xMicro <= before.xMicro()) {
            return before.yMicro();
        }
        for (Knot knot : knots) {
            if (xMicro <= knot.xMicro()) {
                return between(before, knot, xMicro);
            }
            before = knot;
        }
        return before.yMicro();
    }

    private static long between(Knot a, Knot b, long xMicro) {
        if (xMicro == b.xMicro()) {
            return b.yMicro();
        }
        var run = java.math.BigInteger.valueOf(b.xMicro() - a.xMicro());
        var risen =
                java.math.BigInteger.valueOf(b.yMicro() - a.yMicro())
                        .multiply(java.math.BigInteger.valueOf(xMicro - a.xMicro()));
        var doubled = risen.shiftLeft(1).add(run);
        var divisor = run.shiftLeft(1);
        var parts = doubled.divideAndRemainder(divisor);
        long rounded = parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
        return a.yMicro() + rounded;
    }
}
