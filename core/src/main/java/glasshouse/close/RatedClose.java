package glasshouse.close;

import glasshouse.account.Plan;
import glasshouse.rating.EigenTrust;
import glasshouse.rating.FairnessGoodness;
import glasshouse.rating.Fixed;
import glasshouse.rating.Method;
import glasshouse.rating.Prior;
import glasshouse.rating.Range;
import glasshouse.rating.Ratings;
import glasshouse.rating.Reputations;
import glasshouse.rating.Rev2;
import glasshouse.rating.Standing;
import glasshouse.scheme.Characteristic;
import java.util.List;
import java.util.function.IntPredicate;
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

    /// The points of everybody after the close on a day, from the encounters that are kept.
    long[] points(Encounters encounters, int closeDay, IntPredicate kept) {
        var ratings = new Ratings.Builder(encounters.people());
        for (int row = 0; row < encounters.size(); row++) {
            if (counts(encounters, row, closeDay) && kept.test(row)) {
                ratings.add(
                        encounters.person(row),
                        encounters.counterparty(row),
                        range.scaled(encounters.valueMicro(row)),
                        encounters.day(row));
            }
        }
        Reputations reputations = method.of(ratings.build(), closeDay);
        var points = new long[encounters.people()];
        for (int person = 0; person < points.length; person++) {
            long goodness = reputations.goodness(person);
            points[person] =
                    goodness == Fixed.NONE ? 0 : characteristic.points().at(range.micro(goodness));
        }
        return points;
    }
}
