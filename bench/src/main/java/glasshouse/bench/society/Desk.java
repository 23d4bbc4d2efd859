package glasshouse.bench.society;

import glasshouse.lab.service.Offer;
import glasshouse.scheme.Quota;
import java.util.Arrays;

/// A service; where places are few, the highest scores first: how high one must stand is what would
/// have filled the places with the applicants of the week before.
final class Desk {
    private static final double CITY = 100_000;
    private static final int WEEK_DAYS = 7;

    private final Offer offer;
    private final boolean few;
    private final double places;
    private final int[] applicants;
    private int least;

    Desk(Offer offer, int people, int scores) {
        this.offer = offer;
        Quota quota = offer.service().quota();
        few = quota != null;
        places = quota == null ? 0 : quota.places() * people / CITY * WEEK_DAYS / days(quota);
        applicants = new int[few ? scores : 0];
    }

    private static double days(Quota quota) {
        return switch (quota.period()) {
            case DAY -> 1;
            case WEEK -> WEEK_DAYS;
            case MONTH -> 365.25 / 12;
            case YEAR -> 365.25;
        };
    }

    Offer offer() {
        return offer;
    }

    boolean hasPlaceFor(int score) {
        if (!few) {
            return true;
        }
        applicants[score]++;
        return score >= least;
    }

    /// Ends the week.
    void close() {
        double left = places;
        least = applicants.length;
        while (least > 0 && left >= applicants[least - 1]) {
            least--;
            left -= applicants[least];
        }
        Arrays.fill(applicants, 0);
    }
}
