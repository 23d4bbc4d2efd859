package glasshouse.lab.measure;

import glasshouse.lab.history.History;
import glasshouse.lab.history.Panel;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Scheme;

/// Who falls because they fell: of those whose band at the end is below that of their first year,
/// the share whose twin, in a world that differs in one consequence only, did not fall. The twin
/// has the same traits, contacts and luck, so the fall was caused by that consequence (others'
/// reactions included).
public final class Spirals {
    private Spirals() {}

    /// How many of the panel fell, and how many of them only because of the consequence.
    public record Falls(int scored, int fell, int caused) {
        /// Share of the falls that the consequence caused; NaN where nobody fell.
        public double rate() {
            return fell == 0 ? Double.NaN : caused / (double) fell;
        }
    }

    /// Compares a world with the one in which a consequence is switched off.
    public static Falls of(History with, History without, Scheme scheme) {
        Panel panel = with.panel();
        Panel twins = without.panel();
        int last = panel.counts() - 1;
        int start = Math.min(Mobility.YEAR - 1, last);
        int scored = 0;
        int fell = 0;
        int caused = 0;
        for (int i = 0; i < panel.size(); i++) {
            if (panel.member(start, i) && panel.member(last, i)) {
                scored++;
                if (falls(panel, start, last, i, scheme)) {
                    fell++;
                    caused += falls(twins, start, last, i, scheme) ? 0 : 1;
                }
            }
        }
        return new Falls(scored, fell, caused);
    }

    private static boolean falls(Panel panel, int start, int last, int person, Scheme scheme) {
        return band(panel, last, person, scheme) < band(panel, start, person, scheme);
    }

    private static int band(Panel panel, int count, int person, Scheme scheme) {
        return Offer.band(scheme, Offer.micro(scheme.scale(), panel.score(count, person)));
    }
}
