package glasshouse.close;

import glasshouse.scheme.Scheme;

/// The closes of a scheme: a close falls at the beginning of every `closeDays`-th day, counted from
/// the day on which the scheme is valid (and backwards before it), and counts what happened on days
/// before.
record Timetable(int anchor) {
    static Timetable of(Scheme scheme) {
        return new Timetable((int) scheme.header().validFrom().toEpochDay());
    }

    /// The day of the last close on or before a day.
    int last(int day, int closeDays) {
        return anchor + Math.floorDiv(day - anchor, closeDays) * closeDays;
    }
}
