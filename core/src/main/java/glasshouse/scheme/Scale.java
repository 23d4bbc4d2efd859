package glasshouse.scheme;

/// The range of a score, in micro-points: where it starts, its least and greatest value, and the
/// step in which it is published.
public record Scale(long floorMicro, long initialMicro, long ceilingMicro, long precisionMicro) {
    public Scale {
        if (floorMicro >= ceilingMicro
                || initialMicro < floorMicro
                || initialMicro > ceilingMicro) {
            throw new IllegalArgumentException("a scale runs floor <= initial <= ceiling");
        }
        if (precisionMicro <= 0 || precisionMicro > ceilingMicro - floorMicro) {
            throw new IllegalArgumentException(
                    "the published step is positive and no larger than the scale");
        }
    }

    /// The score as published: held within the scale, then to the nearest step (half up).
    public long publish(long micro) {
        long held = Math.clamp(micro, floorMicro, ceilingMicro);
        long stepped = Math.floorDiv(held + precisionMicro / 2, precisionMicro) * precisionMicro;
        return Math.clamp(stepped, floorMicro, ceilingMicro);
    }
}
