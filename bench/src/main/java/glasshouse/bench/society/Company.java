package glasshouse.bench.society;

import glasshouse.lab.population.Population;
import java.util.SplittableRandom;

/// Ties break over a gap in scores and are taken up with those who stand well: one of each
/// citizen's ties a week, decided by the first of the two.
final class Company implements Behaviour {
    private final ObjectSociety society;
    private final SplittableRandom random;
    private final float tolerance;
    private final float churn;
    private final float renewal;
    private final float drop;
    private final float deference;
    private final float width;

    Company(ObjectSociety society, Population population, int slots) {
        this.society = society;
        random = society.random();
        Population.Contacts habits = population.contacts();
        double alive = population.ties().alive();
        tolerance = (float) habits.tolerance();
        churn = (float) habits.churn() * slots;
        renewal = churn * (float) (alive / (1 - alive));
        drop = (float) (habits.drop() * habits.ifTheyCount()) * slots;
        deference = (float) (habits.deference() * habits.ifTheyCount()) * slots;
        width = society.rules().ceiling - society.rules().floor;
    }

    @Override
    public void act(Citizen citizen) {
        Tie tie = citizen.ties[society.today().index() % citizen.ties.length];
        if (tie == null || tie.one != citizen) {
            return;
        }
        float mine = citizen.score / width;
        float theirs = tie.other.score / width;
        float beyond = Math.max(0, Math.abs(mine - theirs) - tolerance);
        float luck = random.nextFloat();
        if (tie.alive) {
            tie.alive = luck >= churn + drop * beyond;
        } else {
            float sociable = (citizen.sociability + tie.other.sociability) / 2;
            float courts = deference * Math.max(0, Math.min(mine, theirs) - 0.5f);
            tie.alive = luck < renewal * sociable * (1 - beyond) + courts;
        }
    }
}
