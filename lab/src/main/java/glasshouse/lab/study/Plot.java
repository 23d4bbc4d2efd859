package glasshouse.lab.study;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.study.Bazaar.Row;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// One attack on a bazaar: who is in it, what they rate, what it costs, and for whom it is done.
///
/// It begins after two thirds of the year; its ratings fall within some days from there. `guilty`
/// are the accounts that took part or profited. What is forged can be taken back; what was lived
/// cannot. `instead` is what had happened without the attack, against which its gain is measured.
final class Plot {
    private static final int CUSTOMERS = 5;
    private static final int SHOW = 8;
    private static final int FEWEST = 5;
    private static final int MATES = 3;
    private static final int MOST = 5;
    private static final int LEAST = 1;
    private static final int ONE_DEVICE = Integer.MAX_VALUE - 1;

    /// What things cost in euros: a rating, a new identity, a good trade.
    record Prices(double rating, double identity, double trade) {}

    /// Whose reputation counts with the attack, and without it.
    record Aim(int with, int without) {}

    private final Bazaar bazaar;
    private final int size;
    private final int within;
    private final int start;
    private final int people;
    private final long seed;
    private final List<Row> forged = new ArrayList<>();
    private final List<Row> lived = new ArrayList<>();
    private final List<Row> instead = new ArrayList<>();
    private final List<Aim> aims = new ArrayList<>();
    private final Set<Integer> guilty = new HashSet<>();
    private final int[] devices;
    private final boolean harms;
    private final boolean renames;
    private double cost;

    Plot(Bazaar bazaar, Attack attack, int size, int within, Prices prices, long seed) {
        this.bazaar = bazaar;
        this.size = size;
        this.within = within;
        this.seed = seed;
        start = bazaar.days() * 2 / 3;
        people = bazaar.members() + Math.max(1, size);
        devices = IntStream.range(0, people).map(this::device).toArray();
        harms = attack == Attack.BADMOUTHING;
        renames = attack == Attack.WHITEWASHING;
        switch (attack) {
            case SELLERS -> sellers(prices);
            case RING -> ring(prices);
            case SYBILS -> sybils(prices);
            case WHITEWASHING -> whitewashing(prices);
            case BADMOUTHING -> badmouthing(prices);
            case BETRAYAL -> betrayal(prices);
        }
    }

    private int device(int person) {
        return person < bazaar.members() ? bazaar.device(person) : 2 * people + person;
    }

    int start() {
        return start;
    }

    Set<Integer> guilty() {
        return Set.copyOf(guilty);
    }

    List<Aim> aims() {
        return List.copyOf(aims);
    }

    /// Euros for each who profits.
    double cost() {
        return cost;
    }

    /// Whether the gain is somebody else's loss.
    boolean harms() {
        return harms;
    }

    int[] devices() {
        return devices.clone();
    }

    /// All rows with the attack, when some people were found and it was confirmed: what they forged
    /// or had forged is taken back, and two names of one person are one again.
    List<Row> rows(Predicate<Integer> found) {
        var rows = new ArrayList<>(bazaar.rows());
        rows.addAll(unmasked(found) ? instead : lived);
        for (Row row : forged) {
            boolean known = found.test(row.rater()) && guilty.contains(row.rater());
            boolean paid = found.test(row.rated()) && guilty.contains(row.rated());
            if (!known && !paid) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// Whether both names of one person were found.
    boolean unmasked(Predicate<Integer> found) {
        return renames && guilty.stream().allMatch(found);
    }

    /// All rows had the attack not been made.
    List<Row> without() {
        var rows = new ArrayList<>(bazaar.rows());
        rows.addAll(instead);
        return rows;
    }

    Ratings ratings(List<Row> rows) {
        var ratings = new Ratings.Builder(people);
        for (Row row : rows) {
            ratings.add(row.rater(), row.rated(), row.value(), row.day());
        }
        return ratings.build();
    }

    private int day(int first, int nth, int person) {
        long draw = Luck.at(Luck.stream(seed, nth, Purpose.STUDY, 30), person);
        return Math.min(bazaar.days() - 1, first + (int) (Luck.uniform(draw, 0) * within));
    }

    /// Members by what honest ratings make of them, the worst first; those with some ratings.
    private int[] ranked() {
        int[] sum = new int[bazaar.members()];
        int[] count = new int[bazaar.members()];
        for (Row row : bazaar.rows()) {
            if (row.day() < start) {
                sum[row.rated()] += row.stars();
                count[row.rated()]++;
            }
        }
        return IntStream.range(0, bazaar.members())
                .filter(p -> count[p] >= FEWEST)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(p -> sum[p] / (double) count[p])
                                .thenComparing(p -> p))
                .mapToInt(p -> p)
                .toArray();
    }

    private void add(int rater, int rated, int stars, int day, int source) {
        if (rater != rated) {
            forged.add(new Row(rater, rated, stars, day, source));
        }
    }

    private void aim(int person) {
        aims.add(new Aim(person, person));
    }

    /// An account that was there before, and rates strangers for show.
    private void show(int account) {
        for (int nth = 0; nth < SHOW; nth++) {
            long draw = Luck.at(Luck.stream(seed, nth, Purpose.STUDY, 31), account);
            int rated = bazaar.stranger(account, draw);
            int day = (int) (Luck.uniform(draw, 0) * bazaar.days());
            int first = Math.max(day, bazaar.joined(rated));
            lived.add(bazaar.honest(account, rated, Math.min(first, bazaar.days() - 1), 0, draw));
        }
    }

    private void sellers(Prices prices) {
        int own = bazaar.sources();
        int[] ranked = ranked();
        for (int i = 0; i < size; i++) {
            int account = bazaar.members() + i;
            guilty.add(account);
            devices[account] = ONE_DEVICE;
            show(account);
        }
        for (int customer : Arrays.copyOf(ranked, Math.min(CUSTOMERS, ranked.length))) {
            guilty.add(customer);
            aim(customer);
            for (int i = 0; i < size; i++) {
                int account = bazaar.members() + i;
                add(account, customer, MOST, day(start, customer, account), own);
            }
        }
        cost = size * prices.rating();
    }

    private void ring(Prices prices) {
        int[] ranked = ranked();
        int[] ring = Arrays.copyOf(ranked, Math.min(size, ranked.length));
        for (int one : ring) {
            guilty.add(one);
            aim(one);
            for (int other : ring) {
                add(one, other, MOST, day(start, other, one), bazaar.sources());
            }
        }
        cost = (ring.length - 1) * prices.rating();
    }

    private void sybils(Prices prices) {
        int master = ranked()[0];
        guilty.add(master);
        aim(master);
        devices[master] = ONE_DEVICE;
        for (int i = 0; i < size; i++) {
            int account = bazaar.members() + i;
            guilty.add(account);
            devices[account] = ONE_DEVICE;
            add(account, master, MOST, day(start, 0, account), bazaar.source(master));
            for (int mate = 1; mate <= Math.min(MATES, size - 1); mate++) {
                int other = bazaar.members() + (i + mate) % size;
                add(account, other, MOST, day(start, mate, account), bazaar.source(other));
            }
            cost += prices.identity() + prices.rating() * (1 + Math.min(MATES, size - 1));
        }
    }

    /// As many trades follow, under the new name or, without the attack, under the old one.
    private void whitewashing(Prices prices) {
        int old = ranked()[0];
        int fresh = bazaar.members();
        guilty.addAll(List.of(old, fresh));
        devices[fresh] = devices[old];
        aims.add(new Aim(fresh, old));
        for (int i = 0; i < size; i++) {
            long draw = Luck.at(Luck.stream(seed, i, Purpose.STUDY, 32), old);
            int rater = bazaar.stranger(old, draw);
            int stars = bazaar.stars(bazaar.quality(old), draw);
            int day = day(start, i, old);
            if (rater != old) {
                lived.add(new Row(rater, fresh, stars, day, bazaar.source(old)));
                instead.add(new Row(rater, old, stars, day, bazaar.source(old)));
            }
        }
        cost = prices.identity();
    }

    private void badmouthing(Prices prices) {
        int[] ranked = ranked();
        int rival = ranked[ranked.length * 9 / 10];
        aim(rival);
        for (int i = 0; i < size; i++) {
            int account = bazaar.members() + i;
            guilty.add(account);
            devices[account] = ONE_DEVICE;
            add(account, rival, LEAST, day(start, 0, account), bazaar.source(rival));
            cost += prices.identity() + prices.rating();
        }
    }

    /// Without the attack there were no good trades.
    private void betrayal(Prices prices) {
        int[] ranked = ranked();
        int traitor = ranked[ranked.length / 2];
        guilty.add(traitor);
        aim(traitor);
        for (int i = 0; i < size; i++) {
            long draw = Luck.at(Luck.stream(seed, i, Purpose.STUDY, 33), traitor);
            int good = bazaar.stranger(traitor, draw);
            int bad = bazaar.stranger(good, draw);
            int before = (int) (Luck.uniform(draw, 0) * start);
            int after = day(start, i, traitor);
            int source = bazaar.source(traitor);
            if (good != traitor) {
                lived.add(new Row(good, traitor, MOST, before, source));
            }
            if (bad != traitor) {
                lived.add(new Row(bad, traitor, LEAST, after, source));
                instead.add(new Row(bad, traitor, LEAST, after, source));
            }
        }
        cost = size * prices.trade();
    }
}
