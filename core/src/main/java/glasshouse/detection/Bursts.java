package glasshouse.detection;

import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Finding.Fact;
import glasshouse.rating.Fixed;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// People rated by many within a few days, when others were not.
///
/// A scan: for each person the window of [#DAYS] days with the most different raters is held
/// against the share of everybody's ratings that fell into the same window (a binomial tail, times
/// the days on which a window of theirs may begin and the people rated). So a busy week of the
/// whole place is no burst of anybody's. At least [#LEAST] raters make one; at one in a hundred by
/// luck it is a finding.
///
/// Simpler than BIRDNEST (Hooi et al., SDM 2016), which models times between ratings and their
/// values together: what is asked here is one question that a human can check with a calendar.
/// Newcomers who had one busy week are found too, and have to be judged. Cost: sorting the ratings
/// of each person by day.
public final class Bursts {
    /// Days of a window.
    public static final int DAYS = 3;

    /// Fewest raters.
    public static final int LEAST = 5;

    private static final double LEVEL = 0.01;

    private final Ratings ratings;
    private final int[] before;
    private final int[] starts;
    private final int[] order;

    private Bursts(Ratings ratings) {
        this.ratings = ratings;
        before = new int[Ratings.LAST_DAY + DAYS + 2];
        starts = new int[ratings.people() + 1];
        for (int i = 0; i < ratings.size(); i++) {
            before[ratings.day(i) + 1]++;
            starts[ratings.rated(i) + 1]++;
        }
        for (int d = 1; d < before.length; d++) {
            before[d] += before[d - 1];
        }
        for (int p = 1; p < starts.length; p++) {
            starts[p] += starts[p - 1];
        }
        int[] next = starts.clone();
        order = new int[ratings.size()];
        for (int i = 0; i < order.length; i++) {
            order[next[ratings.rated(i)]++] = i;
        }
    }

    /// The bursts in these ratings, one a person at most.
    public static List<Finding> in(Ratings ratings) {
        return new Bursts(ratings).find();
    }

    private List<Finding> find() {
        int rated = 0;
        for (int p = 0; p < ratings.people(); p++) {
            rated += starts[p] < starts[p + 1] ? 1 : 0;
        }
        var findings = new ArrayList<Finding>();
        for (int p = 0; p < ratings.people(); p++) {
            if (starts[p + 1] - starts[p] >= LEAST) {
                scan(p, rated, findings);
            }
        }
        return findings;
    }

    private void scan(int person, int rated, List<Finding> findings) {
        long[] days = new long[starts[person + 1] - starts[person]];
        for (int i = 0; i < days.length; i++) {
            int row = order[starts[person] + i];
            days[i] = (long) ratings.day(row) << Integer.SIZE | row;
        }
        Arrays.sort(days);
        int windows = (int) Arrays.stream(days).map(d -> d >> Integer.SIZE).distinct().count();
        double least = LEVEL;
        int from = -1;
        int to = 0;
        for (int first = 0, last = 0; first < days.length; first++) {
            int day = day(days[first]);
            if (first > 0 && day(days[first - 1]) == day) {
                continue;
            }
            while (last < days.length && day(days[last]) < day + DAYS) {
                last++;
            }
            int raters = raters(days, first, last);
            if (raters >= LEAST) {
                int inWindow = before[day + DAYS] - before[day] - (last - first);
                int others = ratings.size() - days.length;
                double share = (inWindow + 1) / (others + 2.0);
                double chance =
                        Chance.atLeast(raters, Math.max(raters, days.length), share)
                                * windows
                                * rated;
                if (chance < least) {
                    least = chance;
                    from = first;
                    to = last;
                }
            }
        }
        if (from >= 0) {
            findings.add(finding(person, days, from, to, least));
        }
    }

    private static int day(long entry) {
        return (int) (entry >> Integer.SIZE);
    }

    private int raters(long[] days, int from, int to) {
        return (int)
                Arrays.stream(days, from, to)
                        .mapToInt(d -> ratings.rater((int) d))
                        .distinct()
                        .count();
    }

    private Finding finding(int person, long[] days, int from, int to, double chance) {
        var members = new ArrayList<Integer>();
        members.add(person);
        double inside = 0;
        double outside = 0;
        for (int i = 0; i < days.length; i++) {
            double value = ratings.value((int) days[i]) / (double) Fixed.ONE;
            if (i >= from && i < to) {
                inside += value;
                members.add(ratings.rater((int) days[i]));
            } else {
                outside += value;
            }
        }
        int others = days.length - (to - from);
        int first = day(days[from]);
        double share = (before[first + DAYS] - before[first]) / (double) ratings.size();
        List<Fact> facts =
                List.of(
                        new Fact(
                                "ratings within " + DAYS + " days, and as many as others had then",
                                to - from,
                                days.length * share),
                        new Fact(
                                "mean rating then, and at other times, from -1 to 1",
                                inside / (to - from),
                                others == 0 ? Double.NaN : outside / others));
        var scope =
                new Scope.OfRatings(
                        members.subList(1, members.size()),
                        List.of(person),
                        first,
                        first + DAYS - 1);
        return new Finding(Detector.BURST, members, chance, facts, scope);
    }
}
