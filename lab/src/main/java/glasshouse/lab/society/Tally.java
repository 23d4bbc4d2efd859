package glasshouse.lab.society;

import glasshouse.lab.population.Population;
import java.util.Arrays;
import java.util.List;

/// What happened, in whole numbers by group: added up by each thread for itself, then together, so
/// that threads leave no trace.
public final class Tally {
    /// What is counted a person, or summed in euros or score steps.
    public enum Count {
        PEOPLE(1),
        MEMBERS(1),
        SCORES(1),
        EMPLOYED(1),
        DEFAULTS(1),
        LATE(1),
        INTEREST_EUROS(100),
        PREMIUM_EUROS(100),
        REFUSAL_EUROS(100),
        RENT_EUROS(100),
        DISCOUNT_EUROS(100),
        REFUSAL_HOURS(100),
        EFFORT_HOURS(100),
        CRITICAL(1),
        WOULD_CRITICISE(1),
        CRITICISED(1),
        PRAISED(1),
        SILENCED(1),
        CLIMATE_HEARD(1),
        CLIMATE_AGAINST(1),
        TIES(1),
        TIES_DROPPED(1),
        TIES_COURTED(1),
        LISTED(1),
        WRONGLY_LISTED(1),
        PREFER(1),
        SAVINGS_EUROS(1),
        BRIBES_EUROS(100),
        BRIBES_GAIN(100),
        SOLD(1),
        RETRACTED(1),
        BUYERS(1),
        POINTS_BOUGHT(1),
        LOOKED_AT_BUYERS(1),
        BUYERS_FOUND(1),
        OTHERS_FOUND(1),
        FIRST_FOUND(1),
        WEEKS_TO_FINDING(100),
        CLAWED_BACK(1),
        VICTIMS(1),
        POINTS_LOST(1),
        LOOT_EUROS(100),
        OFFERED(1),
        REDEEMED(1),
        MOVED(1),
        VOUCHER_EUROS(100);

        private final int perUnit;

        Count(int perUnit) {
            this.perUnit = perUnit;
        }

        /// How many of what is counted make one person, euro or hour: cents and hundredths of hours
        /// are counted where amounts are small.
        public int perUnit() {
            return perUnit;
        }
    }

    private static final int COUNTS = Count.values().length;
    private static final int OUTCOMES = 3;

    /// Bins in which partial scores are counted, from minus to plus the width of the scale.
    public static final int PARTIAL_BINS = 64;

    private final int bands;
    private final int offers;
    private final int lists;
    private final long[] counts = new long[Population.MOST_GROUPS * COUNTS];
    private final long[] inBand;
    private final long[] decisions;
    private final long[] onList;
    private final long[] defaults;
    private final long[] partials;
    private final long[] pairs = new long[5];
    private final int scores;
    private final int characteristics;
    private final long[] applicants;

    Tally(int bands, int offers, int lists, int scores, int characteristics) {
        this.bands = bands;
        this.offers = offers;
        this.lists = lists;
        this.scores = scores;
        this.characteristics = characteristics;
        applicants = new long[offers * scores];
        inBand = new long[Population.MOST_GROUPS * bands];
        decisions = new long[Population.MOST_GROUPS * offers * OUTCOMES * 2];
        defaults = new long[Population.MOST_GROUPS * bands];
        partials = new long[Population.MOST_GROUPS * characteristics * PARTIAL_BINS];
        onList = new long[Population.MOST_GROUPS * lists];
    }

    /// Adds an amount of euros or hours.
    void addAmount(int group, Count count, float amount) {
        add(group, count, Math.round(amount * count.perUnit()));
    }

    @SuppressWarnings("EnumOrdinal")
    void add(int group, Count count, long amount) {
        counts[group * COUNTS + count.ordinal()] += amount;
    }

    void inBand(int group, int band) {
        inBand[group * bands + band]++;
    }

    /// Counts a decision about a person who is, or is not, at least as diligent as most.
    void decided(int group, int offer, int outcome, boolean diligent) {
        decisions[decision(group, offer, outcome, diligent)]++;
    }

    private int decision(int group, int offer, int outcome, boolean diligent) {
        return ((group * offers + offer) * OUTCOMES + outcome) * 2 + (diligent ? 1 : 0);
    }

    /// Counts a default of a person whose last published score lay in a band.
    void defaulted(int group, int band) {
        defaults[group * bands + band]++;
    }

    void partial(int group, int characteristic, int bin) {
        partials[(group * characteristics + characteristic) * PARTIAL_BINS + bin]++;
    }

    void onList(int group, int list) {
        onList[group * lists + list]++;
    }

    /// A person's score beside the sum of their contacts': for assortativity, over tie ends.
    void pair(long own, long contactSum, int contacts) {
        pairs[0] += contacts;
        pairs[1] += own * contacts;
        pairs[2] += contactSum;
        pairs[3] += own * own * contacts;
        pairs[4] += own * contactSum;
    }

    /// Counts one who met the rules of a service with few places.
    void applied(int offer, int score) {
        applicants[offer * scores + score]++;
    }

    long applicants(int offer, int score) {
        return applicants[offer * scores + score];
    }

    void forgetApplicants() {
        Arrays.fill(applicants, 0);
    }

    /// Adds what another thread counted, and empties it.
    void take(Tally other) {
        List<long[]> mine = columns();
        List<long[]> theirs = other.columns();
        for (int i = 0; i < mine.size(); i++) {
            add(mine.get(i), theirs.get(i));
        }
        add(applicants, other.applicants);
    }

    private static void add(long[] into, long[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] += from[i];
        }
        Arrays.fill(from, 0);
    }

    /// Forgets all but the applicants.
    void clear() {
        for (long[] column : columns()) {
            Arrays.fill(column, 0);
        }
    }

    @SuppressWarnings("EnumOrdinal")
    public long get(int group, Count count) {
        return counts[group * COUNTS + count.ordinal()];
    }

    public long inBandOf(int group, int band) {
        return inBand[group * bands + band];
    }

    /// Decisions with an outcome (by its place in the enum) about the diligent, or about the
    /// others.
    public long decidedOf(int group, int offer, int outcome, boolean diligent) {
        return decisions[decision(group, offer, outcome, diligent)];
    }

    public long defaultedIn(int group, int band) {
        return defaults[group * bands + band];
    }

    public long partialIn(int group, int characteristic, int bin) {
        return partials[(group * characteristics + characteristic) * PARTIAL_BINS + bin];
    }

    /// A tally of the same counts that goes its own way.
    public Tally copy() {
        var copy = new Tally(bands, offers, lists, scores, characteristics);
        List<long[]> mine = columns();
        List<long[]> theirs = copy.columns();
        for (int i = 0; i < mine.size(); i++) {
            System.arraycopy(mine.get(i), 0, theirs.get(i), 0, mine.get(i).length);
        }
        return copy;
    }

    /// All counts, in a fixed order.
    public List<long[]> columns() {
        return List.of(counts, inBand, decisions, onList, defaults, partials, pairs);
    }

    public long onListOf(int group, int list) {
        return onList[group * lists + list];
    }

    /// Correlation of scores over living ties (Newman 2003, assortativity of a scalar); NaN where
    /// all are alike. Every tie is seen from both ends, so both ends have one distribution.
    public double assortativity() {
        double ends = pairs[0];
        double mean = pairs[1] / ends;
        double variance = pairs[3] / ends - mean * mean;
        double covariance = pairs[4] / ends - mean * pairs[2] / ends;
        return variance <= 0 ? Double.NaN : covariance / variance;
    }
}
