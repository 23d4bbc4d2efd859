package glasshouse.lab.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Stars;
import glasshouse.lab.society.Tally.Count;

/// People who have become trusted cheat those whom they meet, and are decent again when they are
/// trusted no more: part 6. Only where a scheme counts ratings.
///
/// Each of those cheated gives the worst rating; what was taken from them is the gain. The ratings
/// are true, so there is nothing to find and nothing to take back: what protects is how soon a
/// score follows.
final class Betraying implements Policy {
    private final People people;
    private final Wares wares;
    private final Population.Gaming habits;
    private final float scale;

    Betraying(Society society, Underworld underworld) {
        people = society.people();
        wares = underworld.wares();
        habits = society.world().population().gaming();
        scale = Math.max(1, society.scores() - 1);
    }

    @Override
    public void act(Neighbourhood here) {
        float least = here.traits.gamingOf(habits.inclined());
        Stars stars = here.scene.stars();
        for (int i = 0; i < here.scene.count(); i++) {
            int person = here.scene.first() + i;
            if (here.traits.gaming[i] >= least
                    && people.is(person, People.MEMBER)
                    && people.score(person) / scale >= habits.trusted()
                    && stars.honest(i) > 0) {
                stars.turn(i, wares.lowest());
                here.cost(Count.LOOT_EUROS, i, -(float) habits.loot() * stars.honest(i));
            }
        }
    }
}
