package glasshouse.close;

import glasshouse.account.Plan;
import glasshouse.rating.EigenTrust;
import glasshouse.rating.FairnessGoodness;
import glasshouse.rating.Fixed;
import glasshouse.rating.Leaving;
import glasshouse.rating.Method;
import glasshouse.rating.Prior;
import glasshouse.rating.Range;
import glasshouse.rating.Ratings;
import glasshouse.rating.Rev2;
import glasshouse.rating.Standing;
import glasshouse.scheme.Characteristic;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// One rated characteristic that only a close can tell.
final class RatedClose {
    private final Characteristic.Rated characteristic;
    private final Timetable timetable;
    private final Range range;
    private final Method method;
    private final boolean[] reads;

    /// `numbers` finds a person by name; a negative number is nobody.
    RatedClose(
            Plan plan,
            Characteristic.Rated characteristic,
            Timetable timetable,
            ToIntFunction<String> numbers) {
        this.characteristic = characteristic;
        this.timetable = timetable;
        range = new Range(characteristic.lowestMicro(), characteristic.highestMicro());
        method = method(numbers);
        reads = reads(plan, characteristic.signals());
    }

    static boolean[] reads(Plan plan, List<String> signals) {
        var reads = new boolean[plan.scheme().signals().size()];
        for (String signal : signals) {
            reads[plan.signal(signal)] = true;
        }
        return reads;
    }

    private Method method(ToIntFunction<String> numbers) {
        long weight = Fixed.fromMicro(characteristic.priorWeightMicro());
        Prior prior =
                weight == 0
                        ? Prior.NONE
                        : new Prior(range.scaled(characteristic.priorMeanMicro()), weight);
        return switch (characteristic.method()) {
            case STANDING -> new Standing(prior, timetable.anchor(), characteristic.closeDays());
            case FAIRNESS_GOODNESS -> new FairnessGoodness();
            case REV2 -> new Rev2(prior);
            case EIGENTRUST ->
                    new EigenTrust(
                            characteristic.trusted().stream()
                                    .map(numbers::applyAsInt)
                                    .filter(person -> person >= 0)
                                    .toList());
            case MEAN, BAYES, FADING ->
                    throw new IllegalArgumentException("an account tells means by itself");
        };
    }

    /// The day of the last close on or before a day.
    int lastClose(int day) {
        return timetable.last(day, characteristic.closeDays());
    }

    /// Whether an encounter is a rating.
    boolean reads(Encounters encounters, int row) {
        return reads[encounters.signal(row)];
    }

    /// Whether an encounter is a rating that counts at a close.
    boolean counts(Encounters encounters, int row, int closeDay) {
        return reads[encounters.signal(row)] && encounters.day(row) < closeDay;
    }

    /// The ratings that count at the close on a day, and the row of each.
    Counted counted(Encounters encounters, int closeDay) {
        var ratings = new Ratings.Builder(encounters.people());
        var rows = new int[encounters.size()];
        int size = 0;
        for (int row = 0; row < encounters.size(); row++) {
            if (counts(encounters, row, closeDay)) {
                rows[size++] = row;
                ratings.add(
                        encounters.person(row),
                        encounters.counterparty(row),
                        range.scaled(encounters.valueMicro(row)),
                        encounters.day(row));
            }
        }
        return new Counted(ratings.build(), Arrays.copyOf(rows, size));
    }

    /// Ratings, and the rows of encounters that they are.
    record Counted(Ratings ratings, int[] rows) {}

    /// How good everybody is after the close on a day.
    long[] goodness(Encounters encounters, int closeDay) {
        return method.of(counted(encounters, closeDay).ratings(), closeDay).goodness();
    }

    /// Everybody's points by how good they are.
    long[] points(long[] goodness) {
        var points = new long[goodness.length];
        for (int person = 0; person < points.length; person++) {
            points[person] = points(goodness[person]);
        }
        return points;
    }

    /// Whether standing goes on from close to close.
    boolean isStanding() {
        return method instanceof Standing;
    }

    /// The standing of everybody from close to close; of nobody under another method.
    Standing.Course course(Encounters encounters) {
        return method instanceof Standing standing
                ? standing.course(counted(encounters, Integer.MAX_VALUE).ratings())
                : Standing.Course.NONE;
    }

    /// The points for how good somebody is.
    long points(long goodness) {
        return goodness == Fixed.NONE ? 0 : characteristic.points().at(range.micro(goodness));
    }

    /// Leaves ratings out, by their index among those counted.
    Leaving leaving(Counted counted, int closeDay) {
        return method.leaving(counted.ratings(), closeDay);
    }

    /// Whether nothing is kept from one time of leaving out to the next.
    boolean beginsAnew() {
        return method instanceof EigenTrust;
    }
}
