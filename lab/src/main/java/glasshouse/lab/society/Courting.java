package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.Ties;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;

/// Ties break over a gap in scores, and are taken up again with those who stand well: the step's
/// part 5.
///
/// One slot a step is looked at, in turn. A tie's fate is drawn once for the pair and decided by
/// what both showed at the last close, so both sides come to the same without asking each other.
/// Some ties come and go anyway; where contacts do not know each other's scores, that is all.
final class Courting implements Policy {
    private final Society society;
    private final People people;
    private final float tolerance;
    private final float churn;
    private final float renewal;
    private final float drop;
    private final float deference;
    private final float scale;

    Courting(Society society) {
        this.society = society;
        people = society.people();
        Population.Contacts habits = society.world().population().contacts();
        double alive = society.world().population().ties().alive();
        float often = society.ties().slots() * society.step(0).weeks();
        float more = society.contactsCount() ? (float) habits.ifTheyCount() : 1;
        tolerance = (float) habits.tolerance();
        churn = (float) habits.churn() * often;
        renewal = churn * (float) (alive / (1 - alive));
        drop = (float) habits.drop() * often * more;
        deference = (float) habits.deference() * often * more;
        scale = Math.max(1, society.scores() - 1);
    }

    @Override
    public void act(Neighbourhood here) {
        Ties ties = society.ties();
        Scene scene = here.scene;
        int slot = here.step().index() % ties.slots();
        int other = ties.neighbourhood(scene.first(), slot);
        if (other == Ties.NOBODY) {
            return;
        }
        boolean known = society.published();
        int mask = ties.mask(scene.first(), other, slot);
        long stream = here.stream(Purpose.CONTACTS, slot);
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            int contact = other + (i ^ mask);
            if (contact < people.count()) {
                float mine = known ? people.score(person) / scale : 0;
                float theirs = known ? people.score(contact) / scale : 0;
                float beyond = Math.max(0, Math.abs(mine - theirs) - tolerance);
                float uniform = Luck.uniform(Luck.between(stream, person, contact), 0);
                boolean alive = (people.ties[person] >> slot & 1) != 0;
                float sociable = alive ? 1 : sociability(here, i, contact);
                if (alive && uniform < churn + drop * beyond) {
                    people.ties[person] &= (short) ~(1 << slot);
                    here.tally.add(here.traits.group[i], Count.TIES_DROPPED, 1);
                } else if (!alive
                        && uniform < renewal * sociable * (1 - beyond) + courts(mine, theirs)) {
                    people.ties[person] |= (short) (1 << slot);
                    here.tally.add(here.traits.group[i], Count.TIES_COURTED, 1);
                }
            }
        }
    }

    /// The mean sociability of two people.
    private static float sociability(Neighbourhood here, int place, int contact) {
        return (here.traits.sociability[place] + here.traits.sociability(contact)) / 2;
    }

    /// The lower of two must stand in the upper half of the scale to be worth being seen with.
    private float courts(float mine, float theirs) {
        return deference * Math.max(0, Math.min(mine, theirs) - 0.5f);
    }
}
