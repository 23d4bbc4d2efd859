package glasshouse.detection;

import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Finding.Fact;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// People who share something (a device, an address, an account that is paid to) and praise each
/// other far more than they praise others.
///
/// Sharing alone is no finding: families share addresses. For each attribute shared by [#LEAST]
/// people or more, the praise that its people gave each other is held against what they would give
/// each other if they chose among all who are praised as everybody does (a binomial tail, times the
/// attributes). Cost: one pass over the praise of those who share.
///
/// Source: sybils found by what their accounts have in common, as in Cao, Yang, Yu, Palow:
/// "Uncovering Large Groups of Active Malicious Accounts in Online Social Networks" (SynchroTrap),
/// CCS 2014; the test is ours.
public final class SharedAttributes {
    /// Fewest people who share.
    public static final int LEAST = 3;

    private static final double LEVEL = 0.01;

    private SharedAttributes() {}

    /// The groups in these ratings; `attributes` has a value for each person, negative where
    /// nothing is known.
    public static List<Finding> in(Ratings ratings, int[] attributes) {
        if (attributes.length != ratings.people()) {
            throw new IllegalArgumentException("everybody has an attribute, or a negative number");
        }
        Praise praise = Praise.of(ratings);
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int p = 0; p < attributes.length; p++) {
            if (attributes[p] >= 0) {
                groups.computeIfAbsent(attributes[p], _ -> new ArrayList<>()).add(p);
            }
        }
        groups.values().removeIf(group -> group.size() < LEAST);
        var findings = new ArrayList<Finding>();
        groups.values().stream()
                .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst()))
                .forEach(group -> judge(praise, attributes, group, groups.size(), findings));
        return findings;
    }

    private static void judge(
            Praise praise,
            int[] attributes,
            List<Integer> group,
            int tries,
            List<Finding> findings) {
        int shared = attributes[group.getFirst()];
        int given = 0;
        int inside = 0;
        int got = 0;
        for (int u : group) {
            given += praise.gives(u);
            got += praise.gets(u);
            for (int e = praise.givenFrom(u); e < praise.givenTo(u); e++) {
                inside += attributes[praise.whom(e)] == shared ? 1 : 0;
            }
        }
        // What others give them, and at least what equal chances for everybody would.
        double others = Math.max(1, praise.size() - given);
        double equal = group.size() / (double) praise.people();
        double share = Math.min(1, Math.max(equal, (got - inside) / others));
        double chance = Chance.atLeast(inside, given, share) * tries;
        if (inside > 1 && chance < LEVEL) {
            List<Fact> facts =
                    List.of(
                            new Fact("people who share it", group.size(), Double.NaN),
                            new Fact(
                                    "praise among them, and as much as others' choices would give",
                                    inside,
                                    given * share));
            findings.add(
                    new Finding(
                            Detector.SHARED_ATTRIBUTE,
                            group,
                            chance,
                            facts,
                            Scope.OfRatings.ever(group, group)));
        }
    }
}
