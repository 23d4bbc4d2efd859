package glasshouse.lab.society;

import glasshouse.lab.luck.Counts;
import glasshouse.lab.luck.Logistic;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;

/// To praise, to criticise, to share, or to be silent: the step's part 3.
///
/// Whether a person speaks their mind depends on how outspoken they are, on the climate among their
/// contacts (the spiral of silence: Noelle-Neumann 1974; the logistic form follows Ross et al.
/// 2019), and, for criticism, on fear: the price that the scheme publishes, and what was learnt
/// from losses, one's own and those of contacts (vicarious punishment: Bandura 1977). Who is afraid
/// and conforming praises instead.
final class Speaking implements Policy {
    private static final float FEAR_STEP = 1f / 64;
    private static final float CRITICAL = -0.15f;

    private final People people;
    private final Population.Speech habits;
    private final float weeks;
    private final float forgets;

    /// Fear that one loss teaches the one who bears it, and the contacts who see it.
    private float lesson;

    private float sight;

    Speaking(Society society) {
        people = society.people();
        habits = society.world().population().speech();
        weeks = society.step(0).weeks();
        forgets = 1 - (float) habits.forgetting() * weeks;
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        float price = Math.max(0, -here.stake(Deed.CRITICISED)) * (float) habits.fearOfStake();
        float reward = Math.max(0, here.stake(Deed.PRAISED)) * (float) habits.fearOfStake();
        boolean punishes = here.stake(Deed.CRITICISED) < 0;
        float severity = Math.max(0, -here.stake(Deed.CRITICISED)) / (float) habits.severe();
        lesson = (float) habits.fearPerLoss() * severity;
        sight = (float) habits.fearPerSight() * severity * weeks;
        long stream = here.stream(Purpose.SPEECH, 0);
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            long draw = Luck.at(stream, person);
            boolean member = people.is(person, People.MEMBER);
            float fear = learn(here, i, person);
            float opinion = here.traits.opinion[i];
            boolean critical = opinion < CRITICAL;
            int heard = here.critics[i] + here.praising[i];
            float against = critical ? here.praising[i] : here.critics[i];
            float climate = heard == 0 ? 0 : (heard - 2 * against) / heard;
            float afraid = critical && member ? price + fear : 0;
            float conform = here.traits.conformity[i];
            float pull = (float) habits.climate() * conform * climate - afraid * conform;
            float talks = (float) habits.talk() * weeks * here.traits.outspokenness[i];
            boolean would = Luck.uniform(draw, 0) < talks * Math.abs(opinion) * 2;
            boolean dares = would && Luck.uniform(draw, 1) < 2 * Logistic.of(pull);
            speak(
                    here,
                    i,
                    draw,
                    critical,
                    would,
                    dares,
                    member ? reward + afraid : 0,
                    punishes && member);
            share(here, i, draw);
        }
    }

    /// What is left of fear, and what contacts' losses add; returns it as it is now.
    private float learn(Neighbourhood here, int i, int person) {
        float fear = (people.fear[person] & 0xFF) * FEAR_STEP * forgets;
        if (here.knows[i] > 0) {
            float seen = here.punished[i] / (float) here.knows[i];
            fear += sight * seen;
        }
        int spread = (person * 40_503 + here.step().index() * 25_173) & 0xFFFF;
        float rounded = fear / FEAR_STEP + spread * (1f / Luck.LANE);
        people.fear[person] = (byte) Math.clamp((int) rounded, 0, 255);
        return fear;
    }

    private void speak(
            Neighbourhood here,
            int i,
            long draw,
            boolean critical,
            boolean would,
            boolean dares,
            float urge,
            boolean costs) {
        Scene scene = here.scene;
        int group = here.traits.group[i];
        if (critical) {
            here.tally.add(group, Count.CRITICAL, 1);
            here.tally.add(group, Count.WOULD_CRITICISE, would ? 1 : 0);
        }
        boolean flatters =
                urge > 0
                        && Luck.uniform(draw, 2) * 4 < urge * here.traits.conformity[i]
                        && !(critical && dares);
        if (flatters || (would && dares && !critical)) {
            scene.write(Deed.PRAISED)[i] = 1;
            here.sign[i] |= People.PRAISED;
            here.tally.add(group, Count.PRAISED, 1);
        } else if (critical && would && dares) {
            scene.write(Deed.CRITICISED)[i] = 1;
            here.sign[i] |= People.CRITICISED;
            here.tally.add(group, Count.CRITICISED, 1);
            if (costs) {
                here.sign[i] |= People.PUNISHED;
                int fear = (people.fear[scene.first() + i] & 0xFF);
                int more = Math.round(lesson / FEAR_STEP);
                people.fear[scene.first() + i] = (byte) Math.min(255, fear + more);
            }
        }
        if (critical && would && !dares) {
            here.tally.add(group, Count.SILENCED, 1);
        }
        boolean criticised = (here.sign[i] & People.CRITICISED) != 0;
        int agree = criticised ? here.critics[i] : here.praising[i];
        if (agree > 0 && (here.sign[i] & (People.PRAISED | People.CRITICISED)) != 0) {
            int likes = Counts.of((float) habits.likes() * agree * weeks, draw, 3);
            scene.write(Deed.LIKED)[i] = (short) Math.min(likes, Deed.MOST_TIMES);
        }
    }

    /// What is passed on beside opinions: news, true or false, and pictures.
    private void share(Neighbourhood here, int i, long draw) {
        Scene scene = here.scene;
        long more = Luck.at(draw, i);
        if (Luck.uniform(more, 0) < 0.3f * weeks * here.traits.sociability[i]) {
            boolean lies = Luck.uniform(more, 1) < habits.lying() / here.traits.honesty[i];
            scene.write(lies ? Deed.SHARED_FALSE_NEWS : Deed.SHARED_RELIABLE_NEWS)[i] = 1;
        }
        if (Luck.uniform(more, 2) < habits.marketNews() * weeks) {
            scene.write(Deed.SHARED_MARKET_FALL)[i] = 1;
        }
        if (Luck.uniform(more, 3) < habits.photos() * weeks) {
            scene.write(Deed.FORBIDDEN_PHOTO)[i] = 1;
        }
    }
}
