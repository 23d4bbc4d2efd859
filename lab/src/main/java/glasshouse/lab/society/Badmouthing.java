package glasshouse.lab.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.population.Ties;
import glasshouse.lab.society.Tally.Count;

/// People pay for bad ratings of a neighbour who stands above them: part 6. Only where ratings are
/// on sale.
///
/// Everybody has one rival, the possible contact in the first slot, and is that one's rival too.
/// The ratings come from the payer's seller of ratings, and count like those of names without a
/// past. They harm somebody who did nothing: what detectors find of them is found about the victim,
/// too.
final class Badmouthing implements Policy {
    private final Society society;
    private final Dealings dealings;
    private final Wares wares;
    private final People people;
    private final Population.Gaming habits;

    Badmouthing(Society society, Underworld underworld) {
        this.society = society;
        dealings = underworld.dealings();
        wares = underworld.wares();
        people = society.people();
        habits = society.world().population().gaming();
    }

    @Override
    public void act(Neighbourhood here) {
        float least = here.traits.gamingOf(habits.inclined());
        for (int i = 0; i < here.scene.count(); i++) {
            int person = here.scene.first() + i;
            int rival = society.ties().contact(person, 0);
            if (here.traits.gaming[i] >= least && rival != Ties.NOBODY) {
                attack(here, i, person, rival);
            }
        }
    }

    private void attack(Neighbourhood here, int i, int person, int rival) {
        int seller = dealings.seller(person);
        boolean free = dealings.standing[rival] == 0 || dealings.kind[rival] == Dealings.BY_FOE;
        float price = (float) (habits.price() * habits.badmouthing());
        if (!people.is(person, People.MEMBER)
                || !people.is(rival, People.MEMBER)
                || !free
                || people.score(rival) <= people.score(person)
                || dealings.good(seller) != Wares.Good.RATINGS
                || dealings.closed(seller, here.step().index())
                || Purse.euros(people, person) < price) {
            return;
        }
        int ratings = Math.max(1, (int) Math.round(habits.badmouthing()));
        int place = rival - here.scene.first();
        here.cost(Count.BRIBES_EUROS, i, price);
        here.scene.stars().forge(place, wares.lowest(), ratings * wares.newcomer());
        dealings.harm(rival, ratings, here.step().index());
        here.tally.add(here.traits.group[i], Count.SOLD, ratings);
    }
}
