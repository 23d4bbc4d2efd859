package glasshouse.lab.society;

import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Offer;
import glasshouse.lab.service.Offers;
import glasshouse.scheme.Quota;

/// Services with few places: the highest scores first. How high one must stand is what would have
/// filled the places with the applicants of the last step, so that nobody has to wait for all to
/// apply. Quotas are those of a city of 100,000, and grow with the people.
final class Queues {
    private static final double CITY = 100_000;

    private final Offers offers;
    private final double[] places;
    private final int[] least;
    private final int scores;

    Queues(Offers offers, int people, int scores, Step step) {
        this.offers = offers;
        this.scores = scores;
        places = new double[offers.all().size()];
        least = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            Quota quota = offers.all().get(i).service().quota();
            places[i] =
                    quota == null
                            ? Double.POSITIVE_INFINITY
                            : quota.places() * people / CITY * step.days() / days(quota);
        }
    }

    private static double days(Quota quota) {
        return switch (quota.period()) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 365.25 / 12;
            case YEAR -> 365.25;
        };
    }

    /// Notes an applicant who met the rules; whether there is a place.
    boolean admits(Tally tally, int offer, int score) {
        if (places[offer] == Double.POSITIVE_INFINITY) {
            return true;
        }
        tally.applied(offer, score);
        return score >= least[offer];
    }

    /// Sets how high one must stand in the next step.
    void close(Tally tally) {
        for (int offer = 0; offer < places.length; offer++) {
            if (places[offer] != Double.POSITIVE_INFINITY) {
                double left = places[offer];
                int score = scores;
                while (score > 0 && left >= tally.applicants(offer, score - 1)) {
                    score--;
                    left -= tally.applicants(offer, score);
                }
                least[offer] = score;
            }
        }
        tally.forgetApplicants();
    }

    /// Least scores, for a checkpoint.
    int[] least() {
        return least;
    }

    Offer offer(int index) {
        return offers.all().get(index);
    }
}
