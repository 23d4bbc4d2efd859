package glasshouse.close;

import glasshouse.rating.Standing;
import glasshouse.scheme.Characteristic;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// What ratings bring everybody by the last close before one day after another. Days that rise cost
/// least: what nothing new was said about is not reckoned again, and standing goes on from where it
/// was. Any other order comes to the same.
final class RatedInTurn {
    private static final int MOST_KEPT = 2 * Closes.HORIZON;

    private final Encounters encounters;
    private final Map<Integer, Turn> turns = new HashMap<>();

    RatedInTurn(Closes closes, Encounters encounters, ToIntFunction<String> numbers) {
        this.encounters = encounters;
        for (int i = 0; i < closes.characteristics().size(); i++) {
            Characteristic characteristic = closes.characteristics().get(i);
            if (characteristic instanceof Characteristic.Rated && Closes.closes(characteristic)) {
                turns.put(i, new Turn(closes.rated(i, numbers)));
            }
        }
    }

    /// The characteristics of ratings that only closes can tell.
    Iterable<Integer> characteristics() {
        return turns.keySet();
    }

    /// Everybody's points of a characteristic, as of a day.
    long[] points(int characteristic, int day) {
        Turn turn = turns.get(characteristic);
        if (turn == null) {
            throw new IllegalArgumentException("no close tells this characteristic");
        }
        return turn.points(turn.close.lastClose(day));
    }

    private final class Turn {
        private final RatedClose close;

        /// How many ratings fall on each day or before.
        private final TreeMap<Integer, Integer> until = new TreeMap<>();

        /// By the number of ratings that count.
        private final TreeMap<Integer, long[]> known = new TreeMap<>();

        private Standing.Course course;

        Turn(RatedClose close) {
            this.close = close;
            course = close.course(encounters);
            for (int row = 0; row < encounters.size(); row++) {
                if (close.reads(encounters, row)) {
                    until.merge(encounters.day(row), 1, Integer::sum);
                }
            }
            int sum = 0;
            for (var entry : until.entrySet()) {
                sum += entry.getValue();
                entry.setValue(sum);
            }
        }

        long[] points(int closeDay) {
            var before = until.lowerEntry(closeDay);
            int count = before == null ? 0 : before.getValue();
            long[] points = known.get(count);
            if (points == null) {
                points = close.points(reputations(closeDay));
                known.put(count, points);
                if (known.size() > MOST_KEPT) {
                    known.pollFirstEntry();
                }
            }
            return points;
        }

        private long[] reputations(int closeDay) {
            if (!close.isStanding()) {
                return close.goodness(encounters, closeDay);
            }
            if (course.day() > closeDay) {
                course = close.course(encounters);
            }
            return course.to(closeDay);
        }
    }
}
