package glasshouse.lab.measure;

import glasshouse.lab.history.History;
import glasshouse.lab.history.Panel;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How people move between bands from year to year, how long a lapse is felt, and whether the
/// bottom lets go: all over the panel.
public final class Mobility {
    /// Counts in a year.
    public static final int YEAR = 13;

    /// A fall from one count to the next that is a lapse, as a share of the scale.
    private static final double LAPSE = 0.03;

    private Mobility() {}

    static void measure(Measured into, History history, Scheme scheme) {
        double[][] moves = transitions(history, scheme);
        into.add("mobility.shorrocks", shorrocks(moves));
        into.add("mobility.stay", stay(moves, history, scheme));
        recovery(into, history, scheme);
        bottom(into, history, scheme);
    }

    /// Share of the people of a band who are in each band a year later, over the last year for
    /// which the panel was followed; NaN where a band was empty.
    public static double[][] transitions(History history, Scheme scheme) {
        Panel panel = history.panel();
        int bands = scheme.bands().size();
        double[][] moves = new double[bands][bands];
        int last = panel.counts() - 1;
        int before = last - YEAR;
        if (before >= 0) {
            for (int i = 0; i < panel.size(); i++) {
                if (panel.member(before, i) && panel.member(last, i)) {
                    moves[band(panel, before, i, scheme)][band(panel, last, i, scheme)]++;
                }
            }
        }
        for (double[] row : moves) {
            double all = 0;
            for (double cell : row) {
                all += cell;
            }
            for (int i = 0; i < bands; i++) {
                row[i] /= all;
            }
        }
        return moves;
    }

    private static int band(Panel panel, int count, int person, Scheme scheme) {
        return Offer.band(scheme, Offer.micro(scheme.scale(), panel.score(count, person)));
    }

    /// Shorrocks' index `(n - trace) / (n - 1)` over the bands that were not empty: 0 where all
    /// stay, 1 where the next band does not depend on the last (Shorrocks, Econometrica 1978).
    static double shorrocks(double[][] moves) {
        int bands = 0;
        double trace = 0;
        for (int i = 0; i < moves.length; i++) {
            if (!Double.isNaN(moves[i][i])) {
                bands++;
                trace += moves[i][i];
            }
        }
        return bands < 2 ? Double.NaN : (bands - trace) / (bands - 1);
    }

    private static double stay(double[][] moves, History history, Scheme scheme) {
        Panel panel = history.panel();
        int before = panel.counts() - 1 - YEAR;
        double stayed = 0;
        double all = 0;
        for (int i = 0; before >= 0 && i < panel.size(); i++) {
            if (panel.member(before, i)) {
                int band = band(panel, before, i, scheme);
                stayed += Double.isNaN(moves[band][band]) ? 0 : moves[band][band];
                all++;
            }
        }
        return stayed / all;
    }

    /// Median weeks from a lapse to the first count at which the score is back where it was; a
    /// lapse that is not made good by the end counts as longer than any other.
    private static void recovery(Measured into, History history, Scheme scheme) {
        Panel panel = history.panel();
        int drop = (int) Math.max(1, LAPSE * (Offer.scores(scheme.scale()) - 1));
        List<Integer> waits = new ArrayList<>();
        int never = 0;
        for (int i = 0; i < panel.size(); i++) {
            int count = 1;
            while (count < panel.counts()) {
                int before = panel.score(count - 1, i);
                if (panel.member(count - 1, i) && before - panel.score(count, i) >= drop) {
                    int lapse = count;
                    while (count < panel.counts() && panel.score(count, i) < before) {
                        count++;
                    }
                    if (count == panel.counts()) {
                        never++;
                    } else {
                        waits.add(count - lapse + 1);
                    }
                }
                count++;
            }
        }
        int all = waits.size() + never;
        Collections.sort(waits);
        if (all > 0 && all / 2 < waits.size()) {
            into.add("recovery.weeks", waits.get(all / 2) * 4.0);
        }
        into.add("recovery.never", all == 0 ? Double.NaN : never / (double) all);
    }

    /// Of those who were in the lowest band at a count three years before the end, the share who
    /// are in it at the end: the absorbing bottom.
    private static void bottom(Measured into, History history, Scheme scheme) {
        Panel panel = history.panel();
        int last = panel.counts() - 1;
        int before = last - 3 * YEAR;
        int were = 0;
        int still = 0;
        for (int i = 0; before >= 0 && i < panel.size(); i++) {
            if (panel.member(before, i) && band(panel, before, i, scheme) == 0) {
                were++;
                still += band(panel, last, i, scheme) == 0 ? 1 : 0;
            }
        }
        into.add("bottom.absorbing", were == 0 ? Double.NaN : still / (double) were);
    }
}
