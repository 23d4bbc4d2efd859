package glasshouse.lab.society;

import glasshouse.detection.DenseBlocks;
import glasshouse.detection.Finding;
import glasshouse.detection.Reciprocity;
import glasshouse.lab.scene.Scene;
import glasshouse.rating.Fixed;
import glasshouse.rating.Ratings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who rated whom honestly since detectors last looked: kept where rings are, so that the core's
/// detectors of dense blocks and reciprocity can look at each neighbourhood's ratings.
///
/// [#WEEKS] weeks of meetings a person, 5 bytes each; a person's row is written by their own scene.
final class Guestbook {
    /// Weeks between looks.
    static final int WEEKS = 4;

    private final int meetings;
    private final int people;
    private final float lowest;
    private final float highest;
    private final int[] raters;
    private final byte[] stars;

    Guestbook(int meetings, int people, float lowest, float highest) {
        this.meetings = meetings;
        this.people = people;
        this.lowest = lowest;
        this.highest = highest;
        raters = new int[Math.multiplyExact(people, meetings * WEEKS)];
        stars = new byte[raters.length];
        forget();
    }

    /// Notes a rating of a meeting in a week of the window.
    void note(int person, int meeting, int week, int rater, float given) {
        int cell = (person * WEEKS + week % WEEKS) * meetings + meeting;
        raters[cell] = rater;
        stars[cell] = (byte) Math.round(given);
    }

    void forget() {
        Arrays.fill(raters, -1);
    }

    /// People of a neighbourhood whom a detector finds among its ratings and those of its rings.
    Set<Integer> found(int first, short[] rings, short[] standing) {
        int count = Math.min(Scene.SIZE, people - first);
        Map<Integer, Integer> numbers = new HashMap<>();
        int cells = WEEKS * meetings;
        for (int cell = first * cells; cell < (first + count) * cells; cell++) {
            int rater = raters[cell];
            if (rater >= 0 && (rater < first || rater >= first + count)) {
                numbers.putIfAbsent(rater, count + numbers.size());
            }
        }
        var ratings = new Ratings.Builder(count + numbers.size());
        for (int i = 0; i < count; i++) {
            for (int cell = (first + i) * cells; cell < (first + i + 1) * cells; cell++) {
                int rater = raters[cell];
                if (rater >= 0) {
                    int number = numbers.getOrDefault(rater, rater - first);
                    ratings.add(number, i, scaled(stars[cell]), cell % cells / meetings * 7);
                }
            }
        }
        rings(first, count, rings, standing, ratings);
        return members(ratings.build(), first, count);
    }

    private static void rings(
            int first, int count, short[] rings, short[] standing, Ratings.Builder ratings) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; rings[first + i] > 0 && j < count; j++) {
                boolean both = standing[first + i] > 0 && standing[first + j] > 0;
                if (i != j && both && rings[first + i] == rings[first + j]) {
                    ratings.add(i, j, Fixed.ONE, 0);
                }
            }
        }
    }

    private long scaled(int given) {
        return Math.round((2 * (given - lowest) / (highest - lowest) - 1) * (double) Fixed.ONE);
    }

    private static Set<Integer> members(Ratings ratings, int first, int count) {
        var found = new TreeSet<Integer>();
        for (Finding finding : DenseBlocks.in(ratings)) {
            finding.members().stream().filter(m -> m < count).forEach(m -> found.add(first + m));
        }
        for (Finding finding : Reciprocity.in(ratings)) {
            finding.members().stream().filter(m -> m < count).forEach(m -> found.add(first + m));
        }
        return found;
    }

    /// Ratings since the last look, for a checkpoint.
    java.util.List<Object> columns() {
        return java.util.List.of(raters, stars);
    }
}
