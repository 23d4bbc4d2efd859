package glasshouse.detection;

import glasshouse.rating.Ratings;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// What a finding is about, so that a human can look at it and, where it is confirmed, take it
/// back.
public sealed interface Scope {
    /// Ratings by some people of some people from one day to another, both included.
    record OfRatings(List<Integer> raters, List<Integer> rated, int firstDay, int lastDay)
            implements Scope {
        public OfRatings {
            raters = raters.stream().sorted().distinct().toList();
            rated = rated.stream().sorted().distinct().toList();
            if (firstDay > lastDay) {
                throw new IllegalArgumentException("days rise");
            }
        }

        /// Ratings by some people of some people on whatever day.
        static OfRatings ever(List<Integer> raters, List<Integer> rated) {
            return new OfRatings(raters, rated, 0, Ratings.LAST_DAY);
        }

        /// Which of the ratings, by index, it is about.
        public IntPredicate in(Ratings ratings) {
            BitSet by = set(raters);
            BitSet of = set(rated);
            return i ->
                    by.get(ratings.rater(i))
                            && of.get(ratings.rated(i))
                            && ratings.day(i) >= firstDay
                            && ratings.day(i) <= lastDay;
        }

        private static BitSet set(List<Integer> people) {
            var set = new BitSet();
            people.forEach(set::set);
            return set;
        }
    }

    /// All reports of one source.
    record OfSource(int source) implements Scope {}
}
