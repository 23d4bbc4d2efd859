package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.service.Need.Kind;
import glasshouse.lab.service.Price;
import glasshouse.lab.society.Tally.Count;

/// What is bought, and where: step's part 2, second half. Baskets grow with income; the choice
/// between local and imported goods follows taste and the points at stake.
final class Shopping implements Policy {
    private static final float USUAL_INCOME = 450;
    private static final int MOST = Deed.BOUGHT_LOCALLY.most();

    private final People people;
    private final Price discount;
    private final Population.Shopping habits;
    private final float weeks;

    Shopping(Society society) {
        people = society.people();
        discount = society.offers().priceOf(Kind.PERCENT_OFF);
        habits = society.world().population().shopping();
        weeks = Math.min(1, society.step(0).weeks());
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        float response = (float) habits.stakeResponse();
        float forImports = response * here.stake(Deed.BOUGHT_IMPORTS);
        float forLocal = response * here.stake(Deed.BOUGHT_LOCALLY);
        float forLoyal = response * here.stake(Deed.BOUGHT_LOYALLY);
        float local = (float) habits.local() * weeks;
        float imports = (float) habits.imports() * weeks;
        float loyal = (float) habits.loyal() * weeks;
        float clothes = (float) habits.workClothes() * weeks;
        long stream = here.stream(Purpose.SHOPPING, 0);
        short[] locally = scene.write(Deed.BOUGHT_LOCALLY);
        short[] abroad = scene.write(Deed.BOUGHT_IMPORTS);
        short[] loyally = scene.write(Deed.BOUGHT_LOYALLY);
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            long draw = Luck.at(stream, person);
            long sizes = Luck.at(stream + 1, person);
            float eager = people.is(person, People.MEMBER) ? here.traits.conformity[i] : 0;
            float basket = (float) habits.basket() * here.traits.income[i] / USUAL_INCOME;
            float taste = here.traits.imports[i] * Math.max(0, 1 + eager * forImports);
            locally[i] = buys(local * (1 + eager * forLocal), basket, draw, sizes, 0);
            abroad[i] = buys(imports * taste, basket, draw, sizes, 1);
            loyally[i] = buys(loyal * (1 + eager * forLoyal), basket, draw, sizes, 2);
            int spent = locally[i] + abroad[i] + loyally[i];
            if (Luck.uniform(draw, 3) < clothes) {
                scene.write(Deed.BOUGHT_WORK_CLOTHES)[i] = (short) (20 + Luck.lane(sizes, 3) % 100);
            }
            if (eager > 0) {
                float off = discount.beyond(people.score(person), people.lists[person]);
                here.cost(Count.DISCOUNT_EUROS, i, -spent * off / 100);
            }
        }
    }

    /// The chance that a person buys loyally in this step, on its own.
    float loyalChance(Neighbourhood here, int i) {
        float eager =
                people.is(here.scene.first() + i, People.MEMBER) ? here.traits.conformity[i] : 0;
        float stake = (float) habits.stakeResponse() * here.stake(Deed.BOUGHT_LOYALLY);
        return (float) habits.loyal() * weeks * (1 + eager * stake);
    }

    /// What a person would buy loyally in this step at a chance, with the luck of the step: euros.
    short loyally(Neighbourhood here, int i, float chance) {
        long stream = here.stream(Purpose.SHOPPING, 0);
        int person = here.scene.first() + i;
        float basket = (float) habits.basket() * here.traits.income[i] / USUAL_INCOME;
        return buys(chance, basket, Luck.at(stream, person), Luck.at(stream + 1, person), 2);
    }

    /// A basket between half and one and a half times the usual, or nothing. Reckoned in both
    /// cases: that costs less than a guess of the processor that fails every other time.
    private static short buys(float chance, float basket, long draw, long sizes, int lane) {
        float euros = basket * (0.5f + Luck.uniform(sizes, lane));
        int whole = Math.max(1, Math.min(MOST, (int) (euros + 0.5f)));
        return (short) (Luck.uniform(draw, lane) < chance ? whole : 0);
    }
}
