package glasshouse.wire;

/// What a reader read.
///
/// `rows` are lines of text or elements of an array; `passedOver` are rows of a mapped file that by
/// its mapping stand for no event. Every entry and every rejection is one record read.
public record Tally(long rows, long accepted, long rejected, long passedOver) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /// Records read: `accepted + rejected`.
    public long read() {
        return accepted + rejected;
    }

    public Tally plus(Tally other) {
        return new Tally(
                rows + other.rows,
                accepted + other.accepted,
                rejected + other.rejected,
                passedOver + other.passedOver);
    }
}
