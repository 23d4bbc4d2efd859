package glasshouse.rating;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Who rated whom, how and when, in columns: the rater, the rated, the rating from -1 (the least of
/// the range) to 1 (the greatest) as [Fixed], and the day.
///
/// People are numbers from 0; no result depends on which number is whose. A rating of oneself is
/// refused. Several ratings of one person by another are several rows; each method says whether
/// they count each or once. 20 bytes a rating.
public final class Ratings {
    /// The last day that a rating may have, in the year 2243.
    public static final int LAST_DAY = 100_000;

    private final int people;
    private final int size;
    private final int[] raters;
    private final int[] rated;
    private final int[] values;
    private final int[] days;

    private Ratings(int people, int size, int[] raters, int[] rated, int[] values, int[] days) {
        this.people = people;
        this.size = size;
        this.raters = raters;
        this.rated = rated;
        this.values = values;
        this.days = days;
    }

    /// Number of people, rated or not.
    public int people() {
        return people;
    }

    /// Number of ratings.
    public int size() {
        return size;
    }

    public int rater(int rating) {
        return raters[rating];
    }

    public int rated(int rating) {
        return rated[rating];
    }

    /// From -1 to 1, as [Fixed].
    public int value(int rating) {
        return values[rating];
    }

    public int day(int rating) {
        return days[rating];
    }

    int[] raters() {
        return raters;
    }

    int[] ratedOnes() {
        return rated;
    }

    int[] values() {
        return values;
    }

    int[] days() {
        return days;
    }

    /// The ratings before a day; these themselves where that is all of them.
    public Ratings before(int day) {
        for (int i = 0; i < size; i++) {
            if (days[i] >= day) {
                return where(rating -> days[rating] < day);
            }
        }
        return this;
    }

    /// The ratings, by index, that meet a condition; of the same people.
    public Ratings where(IntPredicate kept) {
        var chosen = new Builder(people);
        for (int i = 0; i < size; i++) {
            if (kept.test(i)) {
                chosen.add(raters[i], rated[i], values[i], days[i]);
            }
        }
        return chosen.build();
    }

    /// Collects ratings of a known number of people.
    public static final class Builder {
        private final int people;
        private int size;
        private int[] raters = new int[64];
        private int[] rated = new int[64];
        private int[] values = new int[64];
        private int[] days = new int[64];

        public Builder(int people) {
            this.people = people;
        }

        /// Adds a rating, `value` from -1 to 1 as [Fixed].
        public Builder add(int rater, int ratedOne, long value, int day) {
            if (rater < 0 || rater >= people || ratedOne < 0 || ratedOne >= people) {
                throw new IllegalArgumentException("a rating is between people who are there");
            }
            if (rater == ratedOne) {
                throw new IllegalArgumentException("nobody rates themselves");
            }
            if (value < -Fixed.ONE || value > Fixed.ONE) {
                throw new IllegalArgumentException("a rating lies from -1 to 1");
            }
            if (day < 0 || day > LAST_DAY) {
                throw new IllegalArgumentException("a rating has a day from 1970 to 2243");
            }
            if (size == raters.length) {
                int capacity = size * 2;
                raters = Arrays.copyOf(raters, capacity);
                rated = Arrays.copyOf(rated, capacity);
                values = Arrays.copyOf(values, capacity);
                days = Arrays.copyOf(days, capacity);
            }
            raters[size] = rater;
            rated[size] = ratedOne;
            values[size] = (int) value;
            days[size] = day;
            size++;
            return this;
        }

        public Ratings build() {
            return new Ratings(people, size, raters, rated, values, days);
        }
    }
}
