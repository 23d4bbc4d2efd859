package glasshouse.lab.luck;

/// A counter-based random source: the same cause has the same luck in every world.
///
/// A draw is a function of (seed, step, purpose, who) and of nothing else: no state, no order, no
/// thread. So two schemes on one seed deal the same shocks to the same people, and whatever differs
/// between them was caused by the scheme (common random numbers; Glasserman and Yao 1992).
///
/// [#stream] mixes seed, step, purpose and ordinal into the start of a stream; [#at] is output
/// `who` of SplitMix64 from there (Steele, Lea, Flood: "Fast splittable pseudorandom number
/// generators", OOPSLA 2014; Stafford's variant 13 of the finalizer). Numbers become values by the
/// inverse transform only. Cost: about one nanosecond a draw; one draw holds four lanes of 16 bits.
public final class Luck {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int LANE_BITS = 16;

    /// Values of one lane.
    public static final int LANE = 1 << LANE_BITS;

    private Luck() {}

    /// The start of the stream of one purpose in one step; `ordinal` tells apart the draws of a
    /// purpose.
    public static long stream(long seed, int step, Purpose purpose, int ordinal) {
        long what = (long) step << 16 | (long) purpose.number() << 8 | ordinal;
        return mix(mix(seed + GOLDEN) ^ mix(what * GOLDEN + 1));
    }

    /// 64 bits of a stream for a person.
    public static long at(long stream, long person) {
        return mix(stream + person * GOLDEN);
    }

    /// 64 bits of a stream for an ordered pair of people.
    public static long at(long stream, int from, int to) {
        return mix(stream + (((long) from << 32) | (to & 0xFFFFFFFFL)) * GOLDEN);
    }

    /// 64 bits of a stream for two people, whichever comes first.
    public static long between(long stream, int one, int other) {
        return at(stream, Math.min(one, other), Math.max(one, other));
    }

    /// Lane 0 to 3 of a draw: 0 up to [#LANE], exclusive.
    public static int lane(long draw, int lane) {
        return (int) (draw >>> (lane * LANE_BITS)) & (LANE - 1);
    }

    /// A lane as a number from 0 up to 1, exclusive, in the middle of its cell.
    public static float uniform(long draw, int lane) {
        return (lane(draw, lane) + 0.5f) * (1f / LANE);
    }

    /// The upper 32 bits as a number from 0 up to 1, exclusive, for what is rare.
    public static double fine(long draw) {
        return ((draw >>> 32) + 0.5) * 0x1p-32;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
