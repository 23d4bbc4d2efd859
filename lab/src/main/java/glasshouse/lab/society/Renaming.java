package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.population.Population;
import glasshouse.lab.society.Tally.Count;

/// People who stand badly buy a name without a past, where they reckon that it pays: part 6.
/// Friedman and Resnick, "The Social Cost of Cheap Pseudonyms", 2001.
///
/// The account begins anew and lists forget; the account under the old name goes on beside. No
/// detector here sees it: nothing of it is an event.
final class Renaming implements Policy {
    private final Dealings dealings;
    private final CompactAccounts accounts;
    private final People people;
    private final Worth worth;
    private final Population.Gaming habits;
    private final int initial;

    Renaming(Society society, Underworld underworld, CompactAccounts accounts) {
        dealings = underworld.dealings();
        this.accounts = accounts;
        people = society.people();
        worth = new Worth(society);
        habits = society.world().population().gaming();
        initial = society.initialScore();
    }

    @Override
    public void act(Neighbourhood here) {
        float least = here.traits.gamingOf(habits.inclined());
        for (int i = 0; i < here.scene.count(); i++) {
            int person = here.scene.first() + i;
            boolean free =
                    dealings.standing[person] == 0 || dealings.kind[person] == Dealings.BY_NAME;
            if (here.traits.gaming[i] >= least && people.is(person, People.MEMBER) && free) {
                consider(here, i, person);
            }
        }
    }

    private void consider(Neighbourhood here, int i, int person) {
        int score = people.score(person);
        float income = here.traits.income[i];
        float more = worth.weekly(person, income, initial) - worth.weekly(person, income, score);
        float price = (float) habits.newName();
        if (score < initial
                && more * (float) habits.horizon() > price
                && Purse.euros(people, person) >= price) {
            here.cost(Count.BRIBES_EUROS, i, price);
            here.tally.add(here.traits.group[i], Count.SOLD, 1);
            accounts.renew(person);
            people.lists[person] = 0;
            dealings.forge(person, 1, here.step().index(), Dealings.BY_NAME);
        }
    }
}
