package glasshouse.lab.measure;

import glasshouse.lab.history.History;
import glasshouse.lab.society.Tally.Count;

/// What a marketer's vouchers cost, and whom they move: over the whole run.
final class Campaign {
    private Campaign() {}

    static void measure(Measured into, History history) {
        var run = Year.whole(history);
        into.ratio(
                "campaign.offered",
                run,
                g -> run.flow(g, Count.OFFERED) / run.years(),
                run::people);
        into.ratio(
                "campaign.spent",
                run,
                g -> -run.flow(g, Count.VOUCHER_EUROS) / run.years(),
                run::people);
        into.ratio(
                "campaign.moved",
                run,
                g -> run.flow(g, Count.MOVED),
                g -> run.flow(g, Count.OFFERED));
        into.ratio(
                "campaign.wasted",
                run,
                g -> run.flow(g, Count.REDEEMED) - run.flow(g, Count.MOVED),
                g -> run.flow(g, Count.REDEEMED));
        into.ratio(
                "campaign.cost-per-moved",
                run,
                g -> -run.flow(g, Count.VOUCHER_EUROS),
                g -> run.flow(g, Count.MOVED));
    }
}
