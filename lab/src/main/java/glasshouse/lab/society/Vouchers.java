package glasshouse.lab.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Step;
import java.util.concurrent.atomic.LongAdder;

/// How many of those whom a campaign addresses are sent a voucher, so that its budget is kept: as
/// many as would have used it up with the redeemers of the last step. Nobody in the first step.
///
/// Redeemers are whole numbers, added up by all threads; the reach is written between steps.
final class Vouchers {
    private static final double CITY = 100_000;

    private final double budget;
    private final double voucher;
    private final float[] reach = new float[1];
    private final LongAdder redeemers = new LongAdder();

    Vouchers(Population.Campaign campaign, int people) {
        budget = campaign.budget() * people / CITY;
        voucher = campaign.voucher();
    }

    /// Counts people who would redeem a voucher in this step, sent or not.
    void wouldRedeem(int people) {
        redeemers.add(people);
    }

    /// Sets whom the next step reaches.
    void close(Step step) {
        double all = redeemers.sumThenReset() * voucher;
        reach[0] = all == 0 ? 1 : (float) Math.min(1, budget * step.weeks() / all);
    }

    /// The share of those addressed who are sent a voucher, as a column of one cell.
    float[] reach() {
        return reach;
    }
}
