package glasshouse.city.world;

import glasshouse.lab.population.Population;
import glasshouse.lab.society.Tally;
import java.time.LocalDate;

/// A town counted: how it stood on a day, and what happened in the 28 days before.
///
/// Money is in euros a person; `cost` is what the scheme took, less what it gave. `would` are those
/// who would have criticised, `spoke` those of them who did, `silent` those who did not dare.
public record Count(
        LocalDate date,
        double mean,
        double savings,
        double cost,
        double employed,
        long would,
        long spoke,
        long silent,
        long praised) {
    static Count of(LocalDate date, double mean, Tally tally) {
        double people = sum(tally, Tally.Count.PEOPLE);
        double cost =
                euros(tally, Tally.Count.INTEREST_EUROS)
                        + euros(tally, Tally.Count.PREMIUM_EUROS)
                        + euros(tally, Tally.Count.RENT_EUROS)
                        + euros(tally, Tally.Count.REFUSAL_EUROS)
                        + euros(tally, Tally.Count.DISCOUNT_EUROS);
        return new Count(
                date,
                mean,
                euros(tally, Tally.Count.SAVINGS_EUROS) / people,
                cost / people,
                sum(tally, Tally.Count.EMPLOYED) / people,
                (long) sum(tally, Tally.Count.WOULD_CRITICISE),
                (long) sum(tally, Tally.Count.CRITICISED),
                (long) sum(tally, Tally.Count.SILENCED),
                (long) sum(tally, Tally.Count.PRAISED));
    }

    private static double euros(Tally tally, Tally.Count what) {
        return sum(tally, what) / what.perUnit();
    }

    private static double sum(Tally tally, Tally.Count what) {
        double sum = 0;
        for (int group = 0; group < Population.MOST_GROUPS; group++) {
            sum += tally.get(group, what);
        }
        return sum;
    }
}
