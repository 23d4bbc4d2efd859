package glasshouse.lab.society;

import glasshouse.lab.compact.Reporting;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Dealings.Good;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.util.EnumMap;
import java.util.Map;

/// People who would pay for points do so where they believe that it pays: the step's part 6, first
/// half. It also notes what everybody's sources report, for detectors to look at.
///
/// A seller offers an amount of one good a week. A buyer reads off the scheme what it brings, holds
/// four weeks of it against what a score so much higher is worth to them over their horizon, and
/// buys this week's if that is more than it costs, and the purse holds it. Whom claw-backs have
/// deterred buys no more.
final class Buying implements Policy {
    private static final float COURSE = 4;

    private final Dealings dealings;
    private final People people;
    private final Worth worth;
    private final Population.Gaming habits;
    private final Map<Good, Float> steps = new EnumMap<>(Good.class);
    private final Map<Good, Float> euros = new EnumMap<>(Good.class);
    private final int top;
    private final float weeks;

    Buying(Society society, Dealings dealings, Scheme scheme) {
        this.dealings = dealings;
        people = society.people();
        worth = new Worth(society);
        habits = society.world().population().gaming();
        top = society.scores() - 1;
        weeks = society.step(0).weeks();
        for (Good good : dealings.goods()) {
            long micro = published(scheme, good.sold(), amount(good));
            steps.put(good, micro / (float) scheme.scale().precisionMicro());
            euros.put(good, (float) habits.price() * Math.max(0, micro) / Micro.ONE);
        }
    }

    private int amount(Good good) {
        double amount = Dealings.amount(habits, good);
        return Math.max(1, Math.min(good.sold().most(), (int) Math.round(amount)));
    }

    /// What the scheme publishes that an amount of a deed brings, without limits and fades.
    private static long published(Scheme scheme, Deed deed, int amount) {
        Reporting reporting = Reporting.shipped();
        long micro = 0;
        for (Characteristic characteristic : scheme.characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    Award award = deed.asCounterparty() ? accrued.counterparty() : accrued.award();
                    for (Reporting.Reported reported : reporting.of(accrued.signal())) {
                        if (award != null && reported.deed() == deed) {
                            long value = Micro.of(deed.counted() ? 1 : amount) * reported.times();
                            micro += award.micro(value) * (deed.counted() ? amount : 1);
                        }
                    }
                }
            }
        }
        return micro;
    }

    @Override
    public void act(Neighbourhood here) {
        note(here);
        if (dealings.goods().isEmpty()) {
            return;
        }
        float least = here.traits.gamingOf(habits.inclined());
        long stream = here.stream(Purpose.GAMING, 1);
        for (int i = 0; i < here.scene.count(); i++) {
            if (here.traits.gaming[i] >= least) {
                buy(here, i, stream);
            }
        }
    }

    private void buy(Neighbourhood here, int i, long stream) {
        int person = here.scene.first() + i;
        float stays = (float) StrictMath.pow(1 - habits.deterred(), dealings.caught[person]);
        int seller = dealings.seller(person);
        if (!people.is(person, People.MEMBER)
                || dealings.closed(seller, here.step().index())
                || dealings.firmness(person) >= stays) {
            return;
        }
        Good good = dealings.good(seller);
        float price = euros.getOrDefault(good, 0f);
        float gains = steps.getOrDefault(good, 0f);
        if (gains <= 0 || Luck.uniform(Luck.at(stream, person), 0) >= weeks) {
            return;
        }
        int score = people.score(person);
        float income = here.traits.income[i];
        int hoped = Math.min(top, score + Math.round(COURSE * gains));
        float more = worth.weekly(person, income, hoped) - worth.weekly(person, income, score);
        if (more * (float) habits.horizon() <= COURSE * price
                || Purse.euros(people, person) < price) {
            return;
        }
        here.cost(Count.BRIBES_EUROS, i, price);
        int amount = amount(good);
        int events = good.sold().counted() ? amount : 1;
        here.scene.write(good.sold())[i] = (short) amount;
        dealings.sell(person, events, amount, here.step().index());
        here.tally.add(here.traits.group[i], Count.SOLD, events);
    }

    /// What honest sources report of members.
    private void note(Neighbourhood here) {
        Scene scene = here.scene;
        for (Good good : dealings.goods()) {
            Deed deed = good.honest();
            short[] amounts = scene.read(deed);
            for (int i = 0; scene.happened(deed) && i < scene.count(); i++) {
                int person = scene.first() + i;
                if (amounts[i] > 0 && people.is(person, People.MEMBER)) {
                    dealings.report(good, person, deed.counted() ? amounts[i] : 1, amounts[i]);
                }
            }
        }
    }
}
