package glasshouse.account;

/// Reads one characteristic from an account. One per thread.
abstract sealed class PartReader permits AccrualReader, BinnedReader, RatedReader, ClosedReader {
    /// Makes ready for the views of another day.
    abstract void turn(int day);

    /// The partial score in micro-points; passes over the characteristic's entries.
    abstract long points(View view);
}
