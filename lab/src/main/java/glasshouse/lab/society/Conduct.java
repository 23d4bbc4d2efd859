package glasshouse.lab.society;

import glasshouse.lab.luck.Counts;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;

/// Rides, volunteering, donations, honesty: step's part 2, first half. Effort follows the points at
/// stake, more so for the conforming; without a stake everybody does what they would do anyway.
final class Conduct implements Policy {
    private static final float RIDE_HOURS = 0.3f;

    private final People people;
    private final Population.Conduct habits;
    private final float weeks;

    Conduct(Society society) {
        people = society.people();
        habits = society.world().population().conduct();
        weeks = society.step(0).weeks();
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        float response = (float) habits.stakeResponse();
        float ride = response * here.stake(Deed.RIDES);
        float hour = response * here.stake(Deed.VOLUNTEERED);
        float rides = (float) habits.rides() * weeks;
        float sessions = (float) habits.volunteering() * weeks;
        float honesty = (float) habits.honesty() * weeks;
        float giving = (float) habits.giving() * weeks;
        long stream = here.stream(Purpose.CONDUCT, 0);
        short[] ridden = scene.write(Deed.RIDES);
        short[] hours = scene.write(Deed.VOLUNTEERED);
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            long draw = Luck.at(stream, person);
            float eager = people.is(person, People.MEMBER) ? here.traits.conformity[i] : 0;
            float civic = here.traits.civic[i];
            float usual = Math.max(0.2f, 2 - here.traits.income[i] / 500);
            int more = Counts.of(rides * usual * (1 + eager * ride), draw, 0);
            ridden[i] = (short) Math.min(more, Deed.RIDES.most());
            float effort = ride > 0 ? eager * ride / (1 + eager * ride) * more * RIDE_HOURS : 0;
            if (Luck.uniform(draw, 1) < sessions * civic * (1 + eager * hour)) {
                hours[i] = (short) Math.max(1, Math.round(habits.sessionHours() * civic));
                effort += eager * hour > 0 ? hours[i] * eager * hour / (1 + eager * hour) : 0;
            }
            if (effort > 0) {
                here.tally.addAmount(here.traits.group[i], Count.EFFORT_HOURS, effort);
            }
            if (Luck.uniform(draw, 2) < honesty * here.traits.honesty[i]) {
                scene.write(Deed.HONESTY)[i] = 1;
            }
            if (Luck.uniform(draw, 3) < giving * civic) {
                long euros = Math.round(habits.donation() * civic);
                scene.write(Deed.DONATED)[i] = (short) Math.max(1, euros);
            }
        }
    }
}
