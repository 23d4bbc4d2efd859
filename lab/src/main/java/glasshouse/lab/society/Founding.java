package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.luck.Quantiles;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.Ties;
import glasshouse.lab.scene.Scene;

/// How everybody begins: with savings, a job or none, debts, and the ties that live.
final class Founding {
    private static final float[] SAVINGS = Quantiles.lognormal(0.8);

    private final Society society;
    private final People people;
    private final Population.Money money;
    private final long stream;

    Founding(Society society) {
        this.society = society;
        people = society.people();
        money = society.world().population().money();
        stream = Luck.stream(society.world().seed(), 0, Purpose.START, 0);
    }

    void settle(Neighbourhood here, int initialScore, boolean members) {
        Scene scene = here.scene;
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            long draw = Luck.at(stream, person);
            long other = Luck.at(stream + 1, person);
            float weeks = (float) money.savings() * SAVINGS[Luck.lane(draw, 0) >>> 8];
            float euros = weeks * here.traits.income[i];
            people.savings[person] = (short) Math.clamp(euros / People.EUROS, 0, Short.MAX_VALUE);
            people.set(person, People.EMPLOYED, Luck.uniform(draw, 1) >= money.jobless());
            people.set(person, People.MEMBER, members);
            people.set(person, People.CARD, Luck.uniform(other, 1) < money.cardHolders());
            people.set(person, People.MORTGAGE, Luck.uniform(draw, 3) < money.owners());
            if (Luck.uniform(draw, 2) < money.borrowers()) {
                int months = 1 + (int) (Luck.uniform(other, 0) * money.loanMonths());
                people.owe(person, Math.min(months, money.loanMonths()));
            }
            people.show(person, initialScore, 0);
        }
        ties(here);
    }

    /// A tie lives if both are sociable enough, by one draw for the pair.
    private void ties(Neighbourhood here) {
        Scene scene = here.scene;
        Ties ties = society.ties();
        double alive = society.world().population().ties().alive();
        for (int slot = 0; slot < ties.slots(); slot++) {
            long pairs = Luck.stream(society.world().seed(), 0, Purpose.TIES, 1 + slot);
            for (int i = 0; i < scene.count(); i++) {
                int person = scene.first() + i;
                int contact = ties.contact(person, slot);
                if (contact != Ties.NOBODY) {
                    float luck = Luck.uniform(Luck.between(pairs, person, contact), 0);
                    if (luck < alive * sociability(here, person, contact)) {
                        people.ties[person] |= (short) (1 << slot);
                    }
                }
            }
        }
    }

    /// The mean sociability of two people.
    private static float sociability(Neighbourhood here, int person, int contact) {
        return (here.traits.sociability(person) + here.traits.sociability(contact)) / 2;
    }
}
