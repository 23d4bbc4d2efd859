package glasshouse.bench.society;

import glasshouse.lab.population.Population;

/// What a citizen remembers of what the scheme brought and took; being scored has a price too.
final class Feeling {
    private static final float FEAR_HOURS = 0.1f;

    private final float keeps;
    private final float hour;
    private final float privacy;

    Feeling(Population.Services habits) {
        keeps = 1 - (float) (Math.log(2) / habits.inertia());
        hour = (float) habits.hour();
        privacy = (float) habits.privacy();
    }

    /// Welfare in euros after this week.
    float after(Citizen citizen) {
        float euros = citizen.gain;
        euros -= privacy * (1.2f - citizen.opinion) * 0.5f;
        euros -= citizen.fear * hour * FEAR_HOURS;
        return citizen.welfare * keeps + euros;
    }
}
