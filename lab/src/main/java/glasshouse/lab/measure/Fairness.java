package glasshouse.lab.measure;

import glasshouse.lab.society.Tally;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import java.util.List;

/// How groups fare, on the standard definitions (Barocas, Hardt, Narayanan: "Fairness and Machine
/// Learning", chapter 3): demographic parity, equal opportunity, calibration within groups, and how
/// much a characteristic tells about the group.
final class Fairness {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final int GRANTED = OUTCOMES.indexOf(Outcome.GRANTED);

    private Fairness() {}

    static void measure(Measured into, Year year, Scheme scheme) {
        for (int offer = 0; offer < scheme.services().size(); offer++) {
            service(into, year, offer, scheme.services().get(offer).name());
        }
        for (int part = 0; part < scheme.characteristics().size(); part++) {
            double bits = information(year, part);
            into.add("proxy." + scheme.characteristics().get(part).name(), bits);
        }
        for (int band = 0; band < scheme.bands().size(); band++) {
            int each = band;
            into.ratio(
                    "calibration." + scheme.bands().get(band).name(),
                    year,
                    g -> year.defaulted(g, each) / year.years(),
                    g -> year.inBand(g, each));
        }
    }

    /// Selection rate (demographic parity compares it), and selection rate of the diligent (equal
    /// opportunity does); the parity is the least group's rate over the greatest's.
    private static void service(Measured into, Year year, int offer, String name) {
        into.ratio(
                "granted." + name,
                year,
                g -> year.decided(g, offer, GRANTED),
                g -> asked(year, g, offer));
        into.ratio(
                "granted-diligent." + name,
                year,
                g -> year.decided(g, offer, GRANTED, true),
                g -> askedDiligent(year, g, offer));
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int group = 0; group < year.groups(); group++) {
            double rate = year.decided(group, offer, GRANTED) / (double) asked(year, group, offer);
            if (Double.isFinite(rate)) {
                least = Math.min(least, rate);
                greatest = Math.max(greatest, rate);
            }
        }
        into.add("parity." + name, least / greatest);
    }

    private static long asked(Year year, int group, int offer) {
        return askedDiligent(year, group, offer) + asked(year, group, offer, false);
    }

    private static long askedDiligent(Year year, int group, int offer) {
        return asked(year, group, offer, true);
    }

    private static long asked(Year year, int group, int offer, boolean diligent) {
        long asked = 0;
        for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
            asked += year.decided(group, offer, outcome, diligent);
        }
        return asked;
    }

    /// Mutual information of a partial score (in 64 bins) and the group, in bits: 0 where it tells
    /// nothing of the group (Shannon 1948).
    static double information(Year year, int part) {
        int groups = year.groups();
        double[][] joint = new double[groups][Tally.PARTIAL_BINS];
        double all = 0;
        for (int group = 0; group < groups; group++) {
            all += year.stock(group, Count.MEMBERS);
            for (int bin = 0; bin < Tally.PARTIAL_BINS; bin++) {
                joint[group][bin] = year.last().partialIn(group, part, bin);
            }
        }
        double bits = 0;
        for (int bin = 0; bin < Tally.PARTIAL_BINS; bin++) {
            double inBin = 0;
            for (int group = 0; group < groups; group++) {
                inBin += joint[group][bin];
            }
            for (int group = 0; group < groups; group++) {
                double p = joint[group][bin] / all;
                double q = inBin / all * year.stock(group, Count.MEMBERS) / all;
                bits += p > 0 ? p * StrictMath.log(p / q) / StrictMath.log(2) : 0;
            }
        }
        return all == 0 ? Double.NaN : bits;
    }
}
