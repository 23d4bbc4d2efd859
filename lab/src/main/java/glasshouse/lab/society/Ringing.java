package glasshouse.lab.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;

/// Rings of neighbours who give each other the best rating every week, whatever happened between
/// them: part 6. Only where a scheme counts ratings.
///
/// The inclined of a neighbourhood make rings in the order of their numbers; who is left over has
/// none. A member pays with ratings of their own, at the price of a rating. A ring that was found
/// out and confirmed is over for a while; whom that deterred stays away.
final class Ringing implements Policy {
    private final Dealings dealings;
    private final People people;
    private final Wares wares;
    private final Rings rings;
    private final Population.Gaming habits;
    private final float scale;
    private final boolean byStanding;

    Ringing(Society society, Underworld underworld, Rings rings) {
        dealings = underworld.dealings();
        wares = underworld.wares();
        this.rings = rings;
        people = society.people();
        habits = society.world().population().gaming();
        scale = Math.max(1, society.scores() - 1);
        byStanding = society.ratesByStanding();
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        float least = here.traits.gamingOf(habits.inclined());
        int[] places = new int[scene.count()];
        int inclined = 0;
        for (int i = 0; i < scene.count(); i++) {
            if (here.traits.gaming[i] >= least) {
                places[inclined++] = i;
            }
        }
        for (int ring = 0; (ring + 1) * habits.ring() <= inclined; ring++) {
            if (!rings.closed(scene.first(), ring + 1, here.step().index())) {
                meet(here, places, ring * habits.ring(), ring + 1);
            }
        }
    }

    private void meet(Neighbourhood here, int[] places, int from, int ring) {
        int present = 0;
        float weights = 0;
        for (int at = from; at < from + habits.ring(); at++) {
            int person = here.scene.first() + places[at];
            dealings.ring[person] = (short) ring;
            if (takesPart(person)) {
                present++;
                weights += weight(person);
            }
        }
        for (int at = from; present > 1 && at < from + habits.ring(); at++) {
            int place = places[at];
            int person = here.scene.first() + place;
            if (takesPart(person)) {
                float others = weights - weight(person);
                here.scene.stars().forge(place, wares.highest(), Math.max(0, others));
                int events = present - 1;
                here.cost(Count.BRIBES_EUROS, place, (float) habits.price() * events);
                here.tally.add(here.traits.group[place], Count.SOLD, events);
                dealings.forge(person, events, here.step().index(), Dealings.BY_RING);
            }
        }
    }

    private boolean takesPart(int person) {
        boolean other = dealings.standing[person] != 0 && dealings.kind[person] != Dealings.BY_RING;
        return people.is(person, People.MEMBER)
                && !other
                && dealings.firm(person, habits.deterred());
    }

    private float weight(int person) {
        return byStanding ? people.score(person) / scale : 1;
    }
}
