package glasshouse.detection;

import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Finding.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Sources that report a signal unlike other sources: more value for each of their people, or more
/// reports for each. So it looks where hours of volunteering are sold, or purchases that are sent
/// back.
///
/// Of each source with [#LEAST_REPORTS] reports or more, the logarithms of value and of reports per
/// person are held against the median of all such sources, in units of 1.4826 times the median
/// distance from it (Iglewicz and Hoaglin's robust z-score, "How to Detect and Handle Outliers",
/// 1993); [#LEAST_DISTANCE] such units above is a finding about the people whom the source reports
/// on. It needs [#LEAST_SOURCES] sources. A source that serves other people than the rest is found,
/// too: that is what the human is for. Cost: one pass and a sort of the sources.
public final class OddSources {
    public static final int LEAST_REPORTS = 10;
    public static final int LEAST_SOURCES = 5;
    public static final double LEAST_DISTANCE = 5;

    private static final double NORMAL = 1.4826;

    /// Distances below a tenth are no distance.
    private static final double LEAST_SPREAD = 0.1;

    private OddSources() {}

    private record Profile(int source, Set<Integer> people, int reports, double value) {
        double reportsEach() {
            return StrictMath.log(reports / (double) people.size());
        }

        double valueEach() {
            return StrictMath.log(Math.max(1e-9, Math.abs(value) / people.size()));
        }
    }

    /// Whether there are enough sources to say what is ordinary.
    public static boolean canLook(Reports reports) {
        return profiles(reports).size() >= LEAST_SOURCES;
    }

    /// The sources that stand out, by their number. `source` comes first in the evidence.
    public static List<Finding> in(Reports reports) {
        List<Profile> profiles = profiles(reports);
        var findings = new ArrayList<Finding>();
        if (profiles.size() < LEAST_SOURCES) {
            return findings;
        }
        double[] each = {
            median(profiles, Profile::reportsEach), median(profiles, Profile::valueEach)
        };
        double[] spread = {
            spread(profiles, Profile::reportsEach, each[0]),
            spread(profiles, Profile::valueEach, each[1])
        };
        for (Profile profile : profiles) {
            double more = (profile.reportsEach() - each[0]) / spread[0];
            double dearer = (profile.valueEach() - each[1]) / spread[1];
            if (Math.max(more, dearer) >= LEAST_DISTANCE) {
                List<Fact> facts =
                        List.of(
                                new Fact("source", profile.source, Double.NaN),
                                new Fact(
                                        "reports for each person, and of the middle source",
                                        StrictMath.exp(profile.reportsEach()),
                                        StrictMath.exp(each[0])),
                                new Fact(
                                        "value for each person, and of the middle source",
                                        StrictMath.exp(profile.valueEach()),
                                        StrictMath.exp(each[1])),
                                new Fact(
                                        "robust distance from the middle, and where it is odd",
                                        Math.max(more, dearer),
                                        LEAST_DISTANCE));
                findings.add(
                        new Finding(
                                Detector.SOURCE,
                                List.copyOf(profile.people),
                                Double.NaN,
                                facts,
                                new Scope.OfSource(profile.source)));
            }
        }
        return findings;
    }

    private static List<Profile> profiles(Reports reports) {
        Map<Integer, Set<Integer>> people = new TreeMap<>();
        Map<Integer, double[]> sums = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            int source = reports.source(i);
            people.computeIfAbsent(source, _ -> new HashSet<>()).add(reports.person(i));
            double[] sum = sums.computeIfAbsent(source, _ -> new double[2]);
            sum[0]++;
            sum[1] += reports.value(i);
        }
        var profiles = new ArrayList<Profile>();
        people.forEach(
                (source, of) -> {
                    double[] sum = sums.getOrDefault(source, new double[2]);
                    if (sum[0] >= LEAST_REPORTS) {
                        profiles.add(new Profile(source, of, (int) sum[0], sum[1]));
                    }
                });
        return profiles;
    }

    private static double median(List<Profile> profiles, ToDoubleFunction<Profile> of) {
        return median(profiles.stream().mapToDouble(of).toArray());
    }

    private static double spread(
            List<Profile> profiles, ToDoubleFunction<Profile> of, double middle) {
        double[] apart = profiles.stream().mapToDouble(of).map(x -> Math.abs(x - middle)).toArray();
        return Math.max(LEAST_SPREAD, NORMAL * median(apart));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
