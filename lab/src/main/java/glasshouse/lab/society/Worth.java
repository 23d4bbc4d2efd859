package glasshouse.lab.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.service.Need;
import glasshouse.lab.service.Need.Kind;
import glasshouse.lab.service.Offer;
import glasshouse.lab.service.Price;
import glasshouse.scheme.Outcome;
import java.util.List;

/// What a score is worth to a person, in euros a week beside a life at the usual price: what prices
/// by score take or bring, and the refusals to be expected with what they cost, hours included.
/// Work, loans and homes that one might seek are left out.
///
/// Buyers of points reckon with it, and the gain of a bribe is measured by it. Only the score
/// varies; lists are as they are.
final class Worth {
    private static final float PREMIUM_SHARE = 0.03f;
    private static final float ANNUITY = 0.1f;
    private static final float MONTHS_PER_YEAR = 12;
    private static final float USUAL_INCOME = 450;
    private static final int REFUSED = Offer.code(Outcome.REFUSED);

    private final People people;
    private final Population.Money money;
    private final Price loan;
    private final Price mortgage;
    private final Price premium;
    private final Price rent;
    private final Price discount;
    private final float spending;
    private final float hour;
    private final List<Offer> offers;
    private final int[] least;

    Worth(Society society) {
        people = society.people();
        Population population = society.world().population();
        money = population.money();
        loan = society.offers().priceOf(Kind.LOAN);
        mortgage = society.offers().priceOf(Kind.MORTGAGE);
        premium = society.offers().priceOf(Kind.PREMIUM);
        rent = society.offers().priceOf(Kind.RENT);
        discount = society.offers().priceOf(Kind.PERCENT_OFF);
        Population.Shopping habits = population.shopping();
        double baskets = habits.local() + habits.imports() + habits.loyal();
        spending = (float) (baskets * habits.basket()) / USUAL_INCOME;
        hour = (float) population.services().hour();
        offers = society.offers().all();
        least = society.queues().least();
    }

    /// Euros a week that a person of an income has from a score, against the usual prices.
    float weekly(int person, float income, int score) {
        int lists = people.lists[person];
        float share = premium.beyond(score, lists) / 100 * PREMIUM_SHARE;
        if (people.is(person, People.MORTGAGE)) {
            share += (float) money.mortgagePayment() * mortgage.beyond(score, lists) * ANNUITY;
        } else {
            share += (float) money.rent() * rent.beyond(score, lists) / 100;
        }
        if (people.loanMonths(person) > 0) {
            float principal = (float) money.loanPayment() * money.loanMonths();
            share += principal / 2 * loan.beyond(score, lists) / 100 / MONTHS_PER_YEAR;
        }
        share -= spending * discount.beyond(score, lists) / 100;
        return -income * share - refusals(score, lists);
    }

    /// What is refused in a week at a score, on average.
    private float refusals(int score, int lists) {
        float euros = 0;
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            Need need = offer.need();
            if (need.kind() == Kind.OTHER
                    && (offer.code(score, lists) == REFUSED || score < least[i])) {
                euros += (float) (need.weekly() * (need.euros() + need.hours() * hour));
            }
        }
        return euros;
    }
}
