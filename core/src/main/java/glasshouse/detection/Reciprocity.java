package glasshouse.detection;

import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Finding.Fact;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.List;

/// People who praise those who praise them, far more than people here do.
///
/// For each person the praise that they got and gave back is held against the share that everybody
/// else gives back (one binomial tail). Those for whom that is less likely than one in a hundred,
/// after as many tries as there are people praised, are joined along praise given back; each group
/// is a finding.
///
/// Where giving back is the custom (four in five on Bitcoin OTC), giving back is no evidence, and
/// none is made of it. Cost: a search in a row for each praise. Source: reciprocity as a mark of
/// link exchange, after Gyöngyi and Garcia-Molina, "Link Spam Alliances", VLDB 2005; the test is
/// ours.
public final class Reciprocity {
    private static final double LEVEL = 0.01;

    private Reciprocity() {}

    /// The groups in these ratings.
    public static List<Finding> in(Ratings ratings) {
        Praise praise = Praise.of(ratings);
        int people = praise.people();
        var back = new int[people];
        int all = 0;
        int praised = 0;
        for (int v = 0; v < people; v++) {
            for (int e = praise.gotFrom(v); e < praise.gotTo(v); e++) {
                back[v] += praise.edge(v, praise.by(e)) >= 0 ? 1 : 0;
            }
            all += back[v];
            praised += praise.gets(v) > 0 ? 1 : 0;
        }
        var chances = new double[people];
        var odd = new boolean[people];
        for (int v = 0; v < people; v++) {
            int others = praise.size() - praise.gets(v);
            // One more either way: with nobody to compare with, half is ordinary.
            double ordinary = (all - back[v] + 1) / (others + 2.0);
            chances[v] = Chance.atLeast(back[v], praise.gets(v), ordinary) * praised;
            odd[v] = back[v] > 1 && chances[v] < LEVEL;
        }
        return groups(praise, odd, chances, all / (double) Math.max(1, praise.size()));
    }

    private static List<Finding> groups(
            Praise praise, boolean[] odd, double[] chances, double share) {
        var findings = new ArrayList<Finding>();
        var seen = new boolean[odd.length];
        for (int start = 0; start < odd.length; start++) {
            if (!odd[start] || seen[start]) {
                continue;
            }
            var group = new ArrayList<Integer>();
            group.add(start);
            seen[start] = true;
            double least = 1;
            int got = 0;
            int back = 0;
            var partners = new ArrayList<Integer>();
            for (int i = 0; i < group.size(); i++) {
                int v = group.get(i);
                least = Math.min(least, chances[v]);
                got += praise.gets(v);
                for (int e = praise.gotFrom(v); e < praise.gotTo(v); e++) {
                    int u = praise.by(e);
                    if (praise.edge(v, u) >= 0) {
                        back++;
                        partners.add(u);
                        if (odd[u] && !seen[u]) {
                            seen[u] = true;
                            group.add(u);
                        }
                    }
                }
            }
            List<Fact> facts =
                    List.of(
                            new Fact(
                                    "share of praise given back, in the group and by all",
                                    back / (double) got,
                                    share),
                            new Fact(
                                    "praise given back, and as much at the usual share",
                                    back,
                                    got * share));
            findings.add(
                    new Finding(
                            Detector.RECIPROCITY,
                            group,
                            least,
                            facts,
                            Scope.OfRatings.ever(partners, group)));
        }
        return findings;
    }
}
