package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.luck.Quantiles;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.Ties;
import glasshouse.lab.scene.Scene;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// People meet contacts, who rate them: the step's part 4. Only where a scheme counts ratings.
///
/// Stars depend on the rapport of the pair (fixed, one draw a pair and direction), on how far the
/// rated stands above the rater (deference: the high-scored are flattered), on the mood of a rater
/// in need, and on the temper of one who was just refused something. Everybody collects their own
/// stars by drawing what each rater gave, so nobody writes to another.
final class Meeting implements Policy {
    private static final float[] RAPPORT = Quantiles.normal(0, 1);

    private final Society society;
    private final People people;
    private final Population.Encounters habits;
    private final boolean rated;
    private final boolean byStanding;
    private final float lowest;
    private final float highest;
    private final float scale;
    private final @Nullable Guestbook guestbook;

    Meeting(Society society) {
        this.society = society;
        people = society.people();
        habits = society.world().population().encounters();
        Optional<Characteristic.Rated> ratings = society.world().scheme().flatMap(Wares::rated);
        rated = ratings.isPresent();
        byStanding = society.ratesByStanding();
        lowest = ratings.map(r -> r.lowestMicro() / (float) Micro.ONE).orElse(1f);
        highest = ratings.map(r -> r.highestMicro() / (float) Micro.ONE).orElse(5f);
        scale = society.scores() - 1;
        Underworld underworld = society.underworld();
        guestbook =
                underworld == null ? null : underworld.rings().map(Rings::guestbook).orElse(null);
    }

    @Override
    public void act(Neighbourhood here) {
        if (!rated || !here.step().opensWeek()) {
            return;
        }
        Scene scene = here.scene;
        int slots = society.ties().slots();
        for (int meeting = 0; meeting < habits.meetings(); meeting++) {
            long stream = here.stream(Purpose.ENCOUNTERS, meeting);
            for (int i = 0; i < scene.count(); i++) {
                long draw = Luck.at(stream, scene.first() + i);
                int rater = here.contact(i, Luck.lane(draw, 0) % slots);
                if (rater != Ties.NOBODY) {
                    float weight = byStanding ? people.score(rater) / scale : 1;
                    float stars = stars(rater, scene.first() + i, draw);
                    scene.stars().give(i, rater, stars, weight);
                    if (guestbook != null) {
                        int week = here.step().index() * here.step().days() / 7;
                        guestbook.note(scene.first() + i, meeting, week, rater, stars);
                    }
                }
            }
        }
    }

    /// The stars that a rater gives: whole ones, from the lowest to the highest.
    private float stars(int rater, int person, long draw) {
        long pair =
                Luck.at(Luck.stream(society.world().seed(), 0, Purpose.RAPPORT, 0), rater, person);
        float rapport = (float) habits.rapport() * RAPPORT[Luck.lane(pair, 0) >>> 8];
        float gap = (people.score(person) - people.score(rater)) / scale;
        float mood = (people.sign(rater) & People.NEEDY) != 0 ? (float) habits.mood() : 0;
        mood += (people.sign(person) & People.UPSET) != 0 ? (float) habits.outburst() : 0;
        float chance = Luck.uniform(draw, 1) - 0.5f;
        float middle = (lowest + highest) / 2;
        float unit = (highest - lowest) / 4;
        float stars =
                middle
                        + unit
                                * ((float) habits.baseline()
                                        - 3
                                        + rapport
                                        + (float) habits.deference() * gap
                                        - mood
                                        + chance);
        return Math.clamp(Math.round(stars), lowest, highest);
    }
}
