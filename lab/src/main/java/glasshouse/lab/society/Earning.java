package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.luck.Quantiles;
import glasshouse.lab.population.Population;

/// Money comes in and goes out: wages or benefits, living, unexpected bills, jobs lost. First half
/// of the step's part 1.
///
/// Who has more than the usual savings spends a little of it. An unexpected bill is exponential in
/// size and comes at a rate that grows with a person's volatility, as does the loss of a job.
/// Savings never fall below what may be owed: what cannot be paid is not spent.
final class Earning implements Policy {
    private static final float[] EXPONENTIAL = Quantiles.of(p -> -StrictMath.log(1 - p));

    private final People people;
    private final float spends;
    private final float least;
    private final float enough;
    private final float indulgence;
    private final float benefit;
    private final float overdraft;
    private final float shockRate;
    private final float shockSize;
    private final float jobLoss;
    private final float weeks;

    Earning(Society society) {
        Population.Money money = society.world().population().money();
        people = society.people();
        weeks = society.step(0).weeks();
        spends = (float) money.living();
        least = (float) money.livingLeast() * weeks;
        enough = (float) money.savings();
        indulgence = (float) money.indulgence() * weeks;
        benefit = (float) money.benefit();
        overdraft = (float) money.overdraft();
        shockRate = (float) money.shockRate() * weeks;
        shockSize = (float) money.shockSize();
        jobLoss = (float) money.jobLoss() * weeks;
    }

    @Override
    public void act(Neighbourhood here) {
        long stream = here.stream(Purpose.MONEY, 0);
        int first = here.scene.first();
        for (int i = 0; i < here.scene.count(); i++) {
            int person = first + i;
            long draw = Luck.at(stream, person);
            float income = here.traits.income[i];
            float volatility = here.traits.volatility[i];
            boolean employed = people.is(person, People.EMPLOYED);
            float usual = income * weeks;
            float living = Math.max(usual * spends, least);
            float above = Purse.euros(people, person) - enough * income;
            living += above > 0 ? above * indulgence : 0;
            float change = usual * (employed ? 1 : benefit) - living;
            if (Luck.uniform(draw, 0) < shockRate * volatility) {
                change -= income * shockSize * EXPONENTIAL[Luck.lane(draw, 1) >>> 8];
            }
            if (employed && Luck.uniform(draw, 2) < jobLoss * volatility) {
                people.set(person, People.EMPLOYED, false);
            }
            Purse.change(people, person, change, -overdraft * income, draw);
        }
    }
}
