package glasshouse.lab.study;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.luck.Quantiles;
import glasshouse.rating.Fixed;
import java.util.ArrayList;
import java.util.List;

/// An honest marketplace: members of several groups who trade and rate each other for a year, and
/// room for identities that do not exist yet.
///
/// A rating follows the quality of the rated one, with noise, in whole stars from 1 to 5. Groups
/// differ in how much they rate, how much of it stays within a circle of friends (who are rated a
/// star higher), and when they came; in quality they are alike. All is drawn by [Luck], so that an
/// attack on a bazaar of the same seed meets the same people.
final class Bazaar {
    /// Members who share a device with two others.
    private static final double HOUSEHOLDS = 0.3;

    private static final int HOUSEHOLD = 3;
    private static final double BACK = 0.2;
    private static final float[] NORMAL = Quantiles.normal(0, 1);
    private static final double QUALITY = 0.6;
    private static final double SPREAD = 0.8;
    private static final double NOISE = 0.7;

    /// A group of members. `circle` is the size of its circles of friends, `close` the share of its
    /// ratings that stay in them, `newest` the share of the year within which its members came (1:
    /// all were there from the start).
    record Group(
            String name, double share, double ratings, int circle, double close, double newest) {}

    /// One rating with its day, from 0, and the source that reported it.
    record Row(int rater, int rated, int stars, int day, int source) {
        /// The rating from -1 to 1.
        long value() {
            return (stars - 3) * Fixed.ONE / 2;
        }
    }

    private final long seed;
    private final int members;
    private final int days;
    private final int sources;
    private final byte[] groups;
    private final double[] quality;
    private final int[] joined;
    private final int[] devices;
    private final List<Group> kinds;
    private final List<Row> rows = new ArrayList<>();

    Bazaar(List<Group> kinds, int members, int days, int sources, long seed) {
        this.kinds = List.copyOf(kinds);
        this.members = members;
        this.days = days;
        this.sources = sources;
        this.seed = seed;
        groups = new byte[members];
        quality = new double[members];
        joined = new int[members];
        devices = new int[members];
        settle();
        for (int person = 0; person < members; person++) {
            rate(person);
        }
    }

    int members() {
        return members;
    }

    int days() {
        return days;
    }

    /// Honest sources; others have higher numbers.
    int sources() {
        return sources;
    }

    byte group(int person) {
        return groups[person];
    }

    double quality(int person) {
        return quality[person];
    }

    /// A number for the device that a member uses.
    int device(int person) {
        return devices[person];
    }

    int joined(int person) {
        return joined[person];
    }

    /// The honest ratings.
    List<Row> rows() {
        return List.copyOf(rows);
    }

    /// Groups are blocks of numbers, so that circles are of one group.
    private void settle() {
        long stream = Luck.stream(seed, 0, Purpose.STUDY, 20);
        double all = kinds.stream().mapToDouble(Group::share).sum();
        int group = 0;
        double reached = kinds.getFirst().share();
        for (int person = 0; person < members; person++) {
            while (group < kinds.size() - 1 && person >= Math.round(reached / all * members)) {
                group++;
                reached += kinds.get(group).share();
            }
            long draw = Luck.at(stream, person);
            groups[person] = (byte) group;
            quality[person] = QUALITY + SPREAD * NORMAL[Luck.lane(draw, 0) >>> 8];
            double newest = kinds.get(group).newest();
            joined[person] = newest >= 1 ? 0 : (int) (days * (1 - newest * Luck.uniform(draw, 1)));
            boolean shares = Luck.uniform(Luck.at(stream, person / HOUSEHOLD), 2) < HOUSEHOLDS;
            devices[person] = shares ? members + person / HOUSEHOLD : person;
        }
    }

    private void rate(int person) {
        Group group = kinds.get(groups[person]);
        long own = Luck.at(Luck.stream(seed, 0, Purpose.STUDY, 21), person);
        int times = (int) Math.round(group.ratings() * (0.5 + Luck.uniform(own, 0)));
        for (int nth = 0; nth < times; nth++) {
            long draw = Luck.at(Luck.stream(seed, nth, Purpose.STUDY, 22), person);
            boolean friend = Luck.uniform(draw, 0) < group.close();
            int rated = friend ? friend(person, draw) : stranger(person, draw);
            if (rated != person) {
                int first = Math.max(joined[person], joined[rated]);
                int day = first + (int) (Luck.uniform(draw, 2) * (days - first));
                rows.add(honest(person, rated, day, friend ? 1 : 0, draw));
                long back = Luck.at(Luck.stream(seed, nth, Purpose.STUDY, 23), person);
                if (Luck.uniform(back, 0) < BACK) {
                    rows.add(honest(rated, person, day, friend ? 1 : 0, back));
                }
            }
        }
    }

    private int friend(int person, long draw) {
        int circle = kinds.get(groups[person]).circle();
        int first = person / circle * circle;
        int size = Math.min(circle, members - first);
        return first + (int) (Luck.uniform(draw, 1) * size);
    }

    /// Anybody, by the fine number of a further draw.
    int stranger(int person, long draw) {
        return (int) (Luck.fine(Luck.at(draw, person)) * members);
    }

    /// What an honest member gives for a trade with somebody.
    Row honest(int rater, int rated, int day, int more, long draw) {
        return new Row(rater, rated, stars(quality[rated] + more, draw), day, source(rated));
    }

    /// Whole stars for a quality, with the noise of a draw.
    int stars(double worth, long draw) {
        double noisy = worth + NOISE * NORMAL[Luck.lane(draw, 3) >>> 8];
        return Math.clamp(Math.round(3 + noisy), 1, 5);
    }

    /// The honest source that reports ratings of somebody.
    int source(int rated) {
        return rated % sources;
    }
}
