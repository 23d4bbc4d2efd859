package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;
import glasshouse.lab.society.Wares.Good;

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
    private final Wares wares;
    private final People people;
    private final Worth worth;
    private final Population.Gaming habits;
    private final int top;
    private final float weeks;

    Buying(Society society, Underworld underworld) {
        dealings = underworld.dealings();
        wares = underworld.wares();
        people = society.people();
        worth = new Worth(society);
        habits = society.world().population().gaming();
        top = society.scores() - 1;
        weeks = society.step(0).weeks();
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
        int seller = dealings.seller(person);
        if (!people.is(person, People.MEMBER)
                || dealings.closed(seller, here.step().index())
                || !dealings.firm(person, habits.deterred())) {
            return;
        }
        Good good = dealings.good(seller);
        float price = wares.euros(good);
        if (dealings.taken(person) || Luck.uniform(Luck.at(stream, person), 0) >= weeks) {
            return;
        }
        int score = people.score(person);
        float income = here.traits.income[i];
        int hoped = wares.hoped(good, score, top, COURSE);
        float more = worth.weekly(person, income, hoped) - worth.weekly(person, income, score);
        if (more * (float) habits.horizon() <= COURSE * price
                || Purse.euros(people, person) < price) {
            return;
        }
        here.cost(Count.BRIBES_EUROS, i, price);
        int amount = wares.amount(good);
        int events = good.sold().map(deed -> deed.counted() ? amount : 1).orElse(amount);
        good.sold().ifPresent(deed -> here.scene.write(deed)[i] = (short) amount);
        if (good == Good.RATINGS) {
            here.scene.stars().forge(i, wares.highest(), amount * wares.newcomer());
        }
        dealings.sell(person, events, amount, here.step().index());
        here.tally.add(here.traits.group[i], Count.SOLD, events);
    }

    /// What honest sources report of members.
    private void note(Neighbourhood here) {
        for (Good good : dealings.goods()) {
            good.honest().ifPresent(deed -> note(here, good, deed));
            if (good == Good.RATINGS) {
                for (int i = 0; i < here.scene.count(); i++) {
                    int ratings = here.scene.stars().honest(i);
                    if (ratings > 0 && people.is(here.scene.first() + i, People.MEMBER)) {
                        dealings.report(good, here.scene.first() + i, ratings, ratings);
                    }
                }
            }
        }
    }

    private void note(Neighbourhood here, Good good, Deed deed) {
        Scene scene = here.scene;
        short[] amounts = scene.read(deed);
        for (int i = 0; scene.happened(deed) && i < scene.count(); i++) {
            int person = scene.first() + i;
            if (amounts[i] > 0 && people.is(person, People.MEMBER)) {
                dealings.report(good, person, deed.counted() ? amounts[i] : 1, amounts[i]);
            }
        }
    }
}
