package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;

/// A marketer sends vouchers for a loyal shop to members whose score lies in a range: after
/// [Shopping], part 2.
///
/// Who would have bought anyway redeems the voucher too. Whom it moves is known, since the luck of
/// the purchase is the same with and without it: who did not buy, and would at the higher chance. A
/// euro weighs the more, the less one earns.
final class Campaigning implements Policy {
    private static final float USUAL_INCOME = 450;

    private final People people;
    private final Vouchers vouchers;
    private final Shopping shopping;
    private final Population.Campaign habits;
    private final int from;
    private final int to;

    Campaigning(Society society, Vouchers vouchers, Shopping shopping) {
        this.vouchers = vouchers;
        this.shopping = shopping;
        people = society.people();
        habits = society.world().population().campaign();
        Scale scale = society.world().scheme().orElseThrow().scale();
        from = steps(scale, habits.fromScore());
        to = steps(scale, habits.toScore());
    }

    /// Published steps from the floor up to a score.
    private static int steps(Scale scale, double score) {
        double micro = score * Micro.ONE - scale.floorMicro();
        return (int) Math.ceil(Math.clamp(micro / scale.precisionMicro(), -1, 1 << 20));
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        float reach = vouchers.reach()[0];
        long stream = here.stream(Purpose.SHOPPING, 1);
        int redeemers = 0;
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            int score = people.score(person);
            if (people.is(person, People.MEMBER) && score >= from && score < to) {
                boolean sent = Luck.uniform(Luck.at(stream, person), 0) < reach;
                redeemers += offer(here, i, sent) ? 1 : 0;
            }
        }
        vouchers.wouldRedeem(redeemers);
    }

    /// Whether a person would redeem a voucher; those who are sent one do.
    private boolean offer(Neighbourhood here, int i, boolean sent) {
        boolean bought = here.scene.read(Deed.BOUGHT_LOYALLY)[i] > 0;
        double weight = USUAL_INCOME / here.traits.income[i];
        float lift = (float) (habits.response() * habits.voucher() * weight);
        short basket = 0;
        if (!bought) {
            basket = shopping.loyally(here, i, shopping.loyalChance(here, i) * (1 + lift));
        }
        boolean redeems = bought || basket > 0;
        if (sent) {
            int group = here.traits.group[i];
            here.tally.add(group, Count.OFFERED, 1);
            if (redeems) {
                here.tally.add(group, Count.REDEEMED, 1);
                here.tally.add(group, Count.MOVED, bought ? 0 : 1);
                here.cost(Count.VOUCHER_EUROS, i, -(float) habits.voucher());
            }
            if (basket > 0) {
                here.scene.write(Deed.BOUGHT_LOYALLY)[i] = basket;
            }
        }
        return redeems;
    }
}
