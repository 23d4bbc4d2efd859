package glasshouse.reach;

import glasshouse.reach.Draft.Sparing;
import glasshouse.scheme.Micro;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks for efforts that reach a score within so many days.
///
/// Scores have thresholds (bins, limits, floors), so there is no formula to solve. For a given last
/// day the search first does all that helps as often as possible; if that reaches the target, it
/// takes away as much as it can, the dearest points first, and compares with each single doing on
/// its own. It tries every fourth week, and each day near the earliest week that reaches. What it
/// finds reaches the target by construction; that nothing cheaper exists it does not claim.
///
/// Deterministic. Cost: at most about 20,000 evaluations of a [Course] with its 24 doings.
final class Search {
    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;
    private static final int MOST_DOINGS = 24;

    private final Course course;
    private final int days;
    private final int[] nothing;
    private long target;

    Search(Course course, int days, long targetMicro) {
        this.course = course;
        this.days = days;
        target = targetMicro;
        nothing = new int[course.doings().size()];
    }

    /// The doings that help most within a year, at most 24.
    static List<Doing> best(Course course, int days) {
        var search = new Search(course, days, Long.MAX_VALUE);
        long[] gains = search.gains(search.caps(days), days);
        return IntStream.range(0, gains.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> -gains[i]))
                .limit(MOST_DOINGS)
                .sorted()
                .map(i -> course.doings().get(i))
                .toList();
    }

    /// The first day on which the target is reached without doing anything.
    @Nullable Draft waiting() {
        course.go(nothing, days);
        for (int day = 1; day <= days; day++) {
            course.read(day);
            if (course.scoreMicro() >= target) {
                return Draft.of(course, nothing, day);
            }
        }
        return null;
    }

    /// The earliest day found on which the target can be reached, with the fewest hours.
    @Nullable Draft fastest() {
        for (int week = WEEK; week < days + WEEK; week += WEEK) {
            if (reaches(fullest(Math.min(week, days)), Math.min(week, days))) {
                for (int day = week - WEEK + 1; day <= Math.min(week, days); day++) {
                    int[] full = fullest(day);
                    if (reaches(full, day)) {
                        return least(full, day, Sparing.HOURS);
                    }
                }
            }
        }
        return null;
    }

    /// The cheapest effort found, over many last days from `firstDay` on.
    @Nullable Draft cheapest(int firstDay, Sparing sparing) {
        Draft best = null;
        for (int day : lastDays(firstDay)) {
            int[] full = fullest(day);
            if (reaches(full, day)) {
                Draft found = least(full, day, sparing);
                best = best == null ? found : sparing.better(best, found);
            }
        }
        return best;
    }

    /// The effort that comes nearest to the target, with nothing in it that does not help.
    Draft nearest() {
        int bestDay = 1;
        int[] best = nothing;
        long most = Long.MIN_VALUE;
        for (int week = WEEK; week < days + WEEK; week += WEEK) {
            int day = Math.min(week, days);
            for (int[] counts : List.of(nothing, fullest(day))) {
                course.go(counts, day);
                if (course.scoreMicro() > most) {
                    most = course.scoreMicro();
                    best = counts;
                    bestDay = day;
                }
            }
        }
        target = most;
        return least(best, bestDay, Sparing.HOURS);
    }

    private List<Integer> lastDays(int firstDay) {
        var found = new ArrayList<Integer>();
        found.add(firstDay);
        for (int day = FOUR_WEEKS; day < days; day += FOUR_WEEKS) {
            if (day > firstDay) {
                found.add(day);
            }
        }
        if (days > firstDay) {
            found.add(days);
        }
        return found;
    }

    private boolean reaches(int[] counts, int day) {
        course.go(counts, day);
        return course.scoreMicro() >= target;
    }

    private long raw(int[] counts, int day) {
        course.go(counts, day);
        return course.rawMicro();
    }

    /// How often each doing is worth most on its own until a day.
    private int[] caps(int day) {
        int[] caps = new int[nothing.length];
        long before = raw(nothing, day);
        for (int i = 0; i < caps.length; i++) {
            int most = course.most(i, day);
            long best = before;
            for (int count : new int[] {most, most / 2, most / 4, Math.min(1, most)}) {
                long raw = raw(only(i, count), day);
                if (raw > best || (raw == before && caps[i] == 0)) {
                    best = raw;
                    caps[i] = count;
                }
            }
        }
        return caps;
    }

    private int[] only(int doing, int count) {
        int[] counts = nothing.clone();
        counts[doing] = count;
        return counts;
    }

    private long[] gains(int[] caps, int day) {
        long before = raw(nothing, day);
        long[] gains = new long[caps.length];
        for (int i = 0; i < caps.length; i++) {
            gains[i] = raw(only(i, caps[i]), day) - before;
        }
        return gains;
    }

    /// All that helps until a day, the greatest gain first, leaving out what harms.
    private int[] fullest(int day) {
        int[] caps = caps(day);
        long[] gains = gains(caps, day);
        List<Integer> order = order(Comparator.comparingLong(i -> -gains[i]));
        int[] counts = nothing.clone();
        long reached = raw(counts, day);
        for (int i : order) {
            counts[i] = caps[i];
            long raw = raw(counts, day);
            if (raw < reached) {
                counts[i] = 0;
            } else {
                reached = raw;
            }
        }
        return counts;
    }

    private List<Integer> order(Comparator<Integer> comparator) {
        return IntStream.range(0, nothing.length).boxed().sorted(comparator).toList();
    }

    /// The cheapest of: these counts with all taken away that is not needed, and each doing alone.
    private Draft least(int[] full, int day, Sparing sparing) {
        Draft best = Draft.of(course, thinned(full, day, sparing), day);
        for (int i = 0; i < full.length; i++) {
            int[] alone = only(i, full[i]);
            if (full[i] > 0 && reaches(alone, day)) {
                alone[i] = fewest(alone, i, day);
                Draft single = Draft.of(course, alone, day);
                best = sparing.better(best, single);
            }
        }
        return best;
    }

    private int[] thinned(int[] full, int day, Sparing sparing) {
        long[] gains = gains(full, day);
        long[] prices = new long[full.length];
        for (int i = 0; i < full.length; i++) {
            prices[i] = gains[i] <= 0 ? Long.MAX_VALUE : price(i, full[i], gains[i], sparing);
        }
        int[] counts = full.clone();
        for (int i : order(Comparator.comparingLong(i -> -prices[i]))) {
            counts[i] = fewest(counts, i, day);
        }
        return counts;
    }

    /// What a point costs: the effort that counts, and a little of the other.
    private long price(int doing, int count, long gainMicro, Sparing sparing) {
        Doing done = course.doings().get(doing);
        boolean euros = sparing == Sparing.EUROS;
        long first = euros ? done.eurosMicro() : done.hoursMicro();
        long second = euros ? done.hoursMicro() : done.eurosMicro();
        long each = first + second / 1000 + 1;
        return Micro.divide(count * Math.min(each, Long.MAX_VALUE / 1_000_000), gainMicro);
    }

    /// The fewest events of a doing that still reach the target while the others stay; assumes that
    /// more of it does not harm, and never answers a count that was not tried.
    private int fewest(int[] counts, int doing, int day) {
        int[] tried = counts.clone();
        int enough = counts[doing];
        int few = -1;
        while (enough - few > 1) {
            int middle = few < 0 ? 0 : (few + enough) >>> 1;
            tried[doing] = middle;
            if (reaches(tried, day)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }
}
