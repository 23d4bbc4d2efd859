package glasshouse.wire.value;

/// Numbers the occurrences of one content over a run.
///
/// Events of one content are interchangeable, so they may be numbered as they come: the set of
/// (content, number) is the same whatever the order of lines and files.
public interface Occurrences {
    /// Leaves all at 0, for a consumer that keeps every unnamed event apart by itself and has no
    /// use for its name. Costs nothing.
    Occurrences UNNUMBERED = (_, _) -> 0;

    /// 1 for the first occurrence of the content with this hash, 2 for the second, and so on.
    int next(long high, long low);
}
