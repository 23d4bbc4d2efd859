package glasshouse.bench.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import java.util.SplittableRandom;

/// What is said, and what is not for fear; what is passed on.
final class Voice implements Behaviour {
    private static final float CRITICAL = -0.15f;
    private static final float MOST_FEAR = 255f / 64;

    private final SplittableRandom random;
    private final ObjectSociety society;
    private final Population.Speech habits;
    private final float price;
    private final float reward;
    private final float lesson;
    private final float sight;

    Voice(ObjectSociety society, Population population) {
        this.society = society;
        random = society.random();
        habits = population.speech();
        float stake = Math.max(0, -society.rules().stake(Deed.CRITICISED));
        float praise = Math.max(0, society.rules().stake(Deed.PRAISED));
        float severity = stake / (float) habits.severe();
        price = stake * (float) habits.fearOfStake();
        reward = praise * (float) habits.fearOfStake();
        lesson = (float) habits.fearPerLoss() * severity;
        sight = (float) habits.fearPerSight() * severity;
    }

    @Override
    public void act(Citizen citizen) {
        learn(citizen);
        boolean critical = citizen.opinion < CRITICAL;
        float afraid = critical ? price + citizen.fear : 0;
        double talks = habits.talk() * citizen.outspokenness * Math.abs(citizen.opinion) * 2;
        boolean would = random.nextFloat() < talks;
        boolean dares = would && random.nextFloat() < 2 * logistic(pull(citizen, critical, afraid));
        float urge = (reward + afraid) * citizen.conformity;
        boolean flatters = random.nextFloat() * 4 < urge && !(critical && dares);
        if (critical && would) {
            society.census().wouldCriticise++;
            society.census().silenced += dares ? 0 : 1;
        }
        if (flatters || (dares && !critical)) {
            citizen.praises = true;
            citizen.report(Deed.PRAISED, 1);
            liked(citizen, citizen.praising);
        } else if (dares) {
            citizen.criticises = true;
            citizen.report(Deed.CRITICISED, 1);
            if (price > 0) {
                citizen.loses = true;
                citizen.fear = Math.min(MOST_FEAR, citizen.fear + lesson);
            }
            liked(citizen, citizen.critics);
        }
        passOn(citizen);
    }

    private void learn(Citizen citizen) {
        float fear = citizen.fear * (1 - (float) habits.forgetting());
        if (citizen.known > 0) {
            fear += sight * citizen.losing / citizen.known;
        }
        citizen.fear = Math.min(MOST_FEAR, fear);
    }

    private float pull(Citizen citizen, boolean critical, float afraid) {
        int heard = citizen.critics + citizen.praising;
        float against = critical ? citizen.praising : citizen.critics;
        float agrees = heard == 0 ? 0 : (heard - 2 * against) / heard;
        return citizen.conformity * ((float) habits.climate() * agrees - afraid);
    }

    private static float logistic(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    private void liked(Citizen citizen, int agree) {
        int times = Chance.poisson(random, habits.likes() * agree);
        if (times > 0) {
            citizen.report(Deed.LIKED, Math.min(times, Deed.MOST_TIMES));
        }
    }

    private void passOn(Citizen citizen) {
        if (random.nextFloat() < 0.3f * citizen.sociability) {
            boolean lies = random.nextFloat() < habits.lying() / citizen.honesty;
            citizen.report(lies ? Deed.SHARED_FALSE_NEWS : Deed.SHARED_RELIABLE_NEWS, 1);
        }
        if (random.nextFloat() < habits.marketNews()) {
            citizen.report(Deed.SHARED_MARKET_FALL, 1);
        }
        if (random.nextFloat() < habits.photos()) {
            citizen.report(Deed.FORBIDDEN_PHOTO, 1);
        }
    }
}
