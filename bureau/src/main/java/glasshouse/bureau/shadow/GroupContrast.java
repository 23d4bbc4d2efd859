package glasshouse.bureau.shadow;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a proposal would change for the people of a group, taken together.
public final class GroupContrast {
    private final String name;
    private final Map<String, Integer> turns = new TreeMap<>();
    private final Map<String, Integer> bands = new TreeMap<>();
    private int people;
    private int higher;
    private int lower;
    private long sumMicro;
    private long largestGainMicro;
    private long largestLossMicro;

    GroupContrast(String name) {
        this.name = name;
    }

    void add(Contrast contrast) {
        long difference = contrast.differenceMicro();
        people++;
        higher += difference > 0 ? 1 : 0;
        lower += difference < 0 ? 1 : 0;
        sumMicro = Math.addExact(sumMicro, difference);
        largestGainMicro = Math.max(largestGainMicro, difference);
        largestLossMicro = Math.min(largestLossMicro, difference);
        if (!contrast.before().band().equals(contrast.after().band())) {
            count(bands, contrast.before().band() + " → " + contrast.after().band());
        }
        for (String service : contrast.turned()) {
            String before = outcome(contrast.before(), service);
            String after = outcome(contrast.after(), service);
            count(
                    turns,
                    before.equals(after)
                            ? service + ": " + before + ", " + dearer(contrast, service)
                            : service + ": " + before + " → " + after);
        }
    }

    private static void count(Map<String, Integer> counts, String what) {
        int _ = counts.merge(what, 1, Integer::sum);
    }

    private static String outcome(Side side, String service) {
        var decision = side.decisions().get(service);
        return decision == null ? "none" : decision.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static String dearer(Contrast contrast, String service) {
        var before = contrast.before().decisions().get(service);
        var after = contrast.after().decisions().get(service);
        if (before == null || after == null || !before.priced() || !after.priced()) {
            return "priced otherwise";
        }
        return after.priceMicro() > before.priceMicro() ? "dearer" : "cheaper";
    }

    public String name() {
        return name;
    }

    public int people() {
        return people;
    }

    public int higher() {
        return higher;
    }

    public int lower() {
        return lower;
    }

    /// The mean difference, rounded to the nearest micro-point; 0 for nobody.
    public long meanMicro() {
        return people == 0 ? 0 : Math.round((double) sumMicro / people);
    }

    public long largestGainMicro() {
        return largestGainMicro;
    }

    public long largestLossMicro() {
        return largestLossMicro;
    }

    /// How many changed from which band to which.
    public Map<String, Integer> bands() {
        return bands;
    }

    /// How many a service would answer otherwise, and how.
    public Map<String, Integer> turns() {
        return turns;
    }
}
