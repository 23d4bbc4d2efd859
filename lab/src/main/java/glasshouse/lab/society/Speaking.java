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
    private final float talk;
    private final float climate;
    private final float likes;
    private final double marketNews;
    private final double photos;
    private final double lying;

    /// Fear that one loss teaches the one who bears it, and the contacts who see it.
    private float lesson;

    private float sight;

    Speaking(Society society) {
        people = society.people();
        habits = society.world().population().speech();
        weeks = society.step(0).weeks();
        forgets = 1 - (float) habits.forgetting() * weeks;
        talk = (float) habits.talk() * weeks;
        climate = (float) habits.climate();
        likes = (float) habits.likes();
        marketNews = habits.marketNews() * weeks;
        photos = habits.photos() * weeks;
        lying = habits.lying();
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
            float afraid = critical && member ? price + fear : 0;
            float talks = talk * here.traits.outspokenness[i];
            boolean would = Luck.uniform(draw, 0) < talks * Math.abs(opinion) * 2;
            boolean dares = would && Luck.uniform(draw, 1) < 2 * Logistic.of(pull(here, i, afraid));
            speak(
                    here,
                    i,
                    draw,
                    critical,
                    would,
                    dares,
                    member ? reward + afraid : 0,
                    punishes && member);
        }
        share(here, stream);
    }

    /// What draws a person towards saying what they think (below zero: holds them back): a climate
    /// that agrees with them, less what they are afraid of; both weigh more for the conforming.
    private float pull(Neighbourhood here, int i, float afraid) {
        boolean critical = here.traits.opinion[i] < CRITICAL;
        int heard = here.critics[i] + here.praising[i];
        float against = critical ? here.praising[i] : here.critics[i];
        float agrees = heard == 0 ? 0 : (heard - 2 * against) / heard;
        float conform = here.traits.conformity[i];
        return climate * conform * agrees - afraid * conform;
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
        boolean flatters =
                urge > 0
                        && Luck.uniform(draw, 2) * 4 < urge * here.traits.conformity[i]
                        && !(critical && dares);
        here.tally.add(group, Count.CRITICAL, critical ? 1 : 0);
        if (!would && !flatters) {
            return;
        }
        here.tally.add(group, Count.WOULD_CRITICISE, critical && would ? 1 : 0);
        here.tally.add(group, Count.SILENCED, critical && would && !dares ? 1 : 0);
        if (flatters || (dares && !critical)) {
            scene.write(Deed.PRAISED)[i] = 1;
            here.sign[i] |= People.PRAISED;
            here.tally.add(group, Count.PRAISED, 1);
            liked(here, i, here.praising[i], draw);
        } else if (dares) {
            scene.write(Deed.CRITICISED)[i] = 1;
            here.sign[i] |= People.CRITICISED;
            here.tally.add(group, Count.CRITICISED, 1);
            if (costs) {
                here.sign[i] |= People.PUNISHED;
                int fear = (people.fear[scene.first() + i] & 0xFF);
                int more = Math.round(lesson / FEAR_STEP);
                people.fear[scene.first() + i] = (byte) Math.min(255, fear + more);
            }
            liked(here, i, here.critics[i], draw);
        }
    }

    /// Contacts who said the same like what was said.
    private void liked(Neighbourhood here, int i, int agree, long draw) {
        if (agree > 0) {
            int times = Counts.of(likes * agree * weeks, draw, 3);
            here.scene.write(Deed.LIKED)[i] = (short) Math.min(times, Deed.MOST_TIMES);
        }
    }

    /// What is passed on beside opinions: news, true or false, and pictures. News is written down
    /// without a branch: whether somebody has any is not foreseen.
    private void share(Neighbourhood here, long stream) {
        Scene scene = here.scene;
        float shares = 0.3f * weeks;
        short[] lies = scene.write(Deed.SHARED_FALSE_NEWS);
        short[] reliable = scene.write(Deed.SHARED_RELIABLE_NEWS);
        for (int i = 0; i < scene.count(); i++) {
            long more = Luck.at(Luck.at(stream, scene.first() + i), i);
            int has = Luck.uniform(more, 0) < shares * here.traits.sociability[i] ? 1 : 0;
            int lie = Luck.uniform(more, 1) < lying / here.traits.honesty[i] ? 1 : 0;
            lies[i] = (short) (has & lie);
            reliable[i] = (short) (has & ~lie);
            if (Luck.uniform(more, 2) < marketNews) {
                scene.write(Deed.SHARED_MARKET_FALL)[i] = 1;
            }
            if (Luck.uniform(more, 3) < photos) {
                scene.write(Deed.FORBIDDEN_PHOTO)[i] = 1;
            }
        }
    }
}
