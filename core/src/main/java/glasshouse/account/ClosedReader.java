package glasshouse.account;

/// What only a close can tell counts nothing.
final class ClosedReader extends PartReader {
    @Override
    void turn(int day) {}

    @Override
    long points(View view) {
        return 0;
    }
}
