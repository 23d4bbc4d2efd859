package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.service.Need.Kind;
import glasshouse.lab.service.Offers;
import glasshouse.lab.society.Tally.Count;

/// What is bought, and where: step's part 2, second half. Baskets grow with income; the choice
/// between local and imported goods follows taste and the points at stake.
final class Shopping implements Policy {
    private static final float USUAL_INCOME = 450;

    private final People people;
    private final Offers offers;
    private final Population.Shopping habits;
    private final float weeks;
    private final boolean discounts;

    Shopping(Society society) {
        people = society.people();
        offers = society.offers();
        discounts = offers.first(Kind.PERCENT_OFF) != null;
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
            float spent = 0;
            if (Luck.uniform(draw, 0) < local * (1 + eager * forLocal)) {
                locally[i] = euros(basket, sizes, 0);
                spent += locally[i];
            }
            float taste = here.traits.imports[i] * Math.max(0, 1 + eager * forImports);
            if (Luck.uniform(draw, 1) < imports * taste) {
                abroad[i] = euros(basket, sizes, 1);
                spent += abroad[i];
            }
            if (Luck.uniform(draw, 2) < loyal * (1 + eager * forLoyal)) {
                loyally[i] = euros(basket, sizes, 2);
                spent += loyally[i];
            }
            if (Luck.uniform(draw, 3) < clothes) {
                scene.write(Deed.BOUGHT_WORK_CLOTHES)[i] = (short) (20 + Luck.lane(sizes, 3) % 100);
            }
            if (discounts && eager > 0 && spent > 0) {
                int score = people.score(person);
                float off = offers.price(Kind.PERCENT_OFF, 0, score, people.lists[person]);
                here.cost(Count.DISCOUNT_EUROS, i, -spent * off / 100);
            }
        }
    }

    /// A basket between half and one and a half times the usual.
    private static short euros(float basket, long draw, int lane) {
        float euros = basket * (0.5f + Luck.uniform(draw, lane));
        return (short) Math.clamp(Math.round(euros), 1, Deed.BOUGHT_LOCALLY.most());
    }
}
