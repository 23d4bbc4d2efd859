package glasshouse.lab.society;

import glasshouse.lab.luck.Counts;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.service.Need;
import glasshouse.lab.service.Need.Kind;
import glasshouse.lab.service.Offer;
import glasshouse.lab.service.Offers;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Outcome;
import java.util.List;
import java.util.stream.IntStream;

/// People ask for a job, a loan, a home, a seat; the scheme's services answer by the score of the
/// last close, and what they answer costs money and hours: the step's part 7.
final class Asking implements Policy {
    private static final float MONTH = 365.25f / 12 / 7;
    private static final int GRANTED = Offer.code(Outcome.GRANTED);
    private static final int REVIEW = Offer.code(Outcome.REVIEW);
    private static final int REFUSED = Offer.code(Outcome.REFUSED);
    private static final float TEMPER = 0.2f;

    /// How much more often a loan is sought with an empty purse.
    private static final float NEEDY_SEEK = 3;

    private static final int GUESSES = 256;

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final Society society;
    private final People people;
    private final Offers offers;
    private final Queues queues;
    private final Population.Money money;
    private final float hour;
    private final float jobFound;
    private final float borrow;
    private final float doesNotBuy;

    /// How often any of the other services is asked in a step, and how often up to each of them.
    private final float asks;

    private final float[] upTo;

    /// The offer at each of so many shares of [#asks], to begin looking from.
    private final int[] guess = new int[GUESSES];

    private final Offer[] all;
    private final int[] jobs;
    private final int[] loans;
    private final int[] homes;
    private final boolean officials;

    Asking(Society society) {
        this.society = society;
        people = society.people();
        offers = society.offers();
        queues = society.queues();
        money = society.world().population().money();
        float weeks = society.step(0).weeks();
        borrow = (float) money.borrow() * weeks;
        doesNotBuy = 1 - (float) money.buy() * weeks;
        hour = (float) society.world().population().services().hour();
        jobFound = (float) money.jobFound() * weeks;
        officials = society.stakes().of(Deed.STARS_DEDUCTED) < 0;
        all = offers.all().toArray(new Offer[0]);
        jobs = of(Kind.JOB, Kind.JOB);
        loans = of(Kind.LOAN, Kind.LOAN_ACCESS);
        homes = of(Kind.MORTGAGE, Kind.MORTGAGE);
        upTo = new float[all.length];
        float sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            Need need = all[i].need();
            sum += need.kind() == Kind.OTHER ? (float) need.weekly() * weeks : 0;
            upTo[i] = sum;
        }
        asks = sum;
        for (int i = 1; i < GUESSES; i++) {
            guess[i] = choose(i / (float) GUESSES);
        }
    }

    /// The offers of one or the other kind.
    private int[] of(Kind one, Kind other) {
        return IntStream.range(0, all.length)
                .filter(i -> all[i].need().kind() == one || all[i].need().kind() == other)
                .toArray();
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        long stream = here.stream(Purpose.SERVICES, 0);
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            long draw = Luck.at(stream, person);
            if (!people.is(person, People.EMPLOYED) && Luck.uniform(draw, 0) < jobFound) {
                seekWork(here, i, people.is(person, People.MEMBER), draw);
            }
            float luck = Luck.uniform(draw, 1);
            if (luck < borrow * NEEDY_SEEK || luck > doesNotBuy) {
                seekCredit(here, i, people.is(person, People.MEMBER), draw, luck);
            }
        }
        if (asks > 0) {
            askOthers(here, stream);
        }
    }

    /// Seats, hotels, schools and whatever else is needed now and then.
    private void askOthers(Neighbourhood here, long stream) {
        Scene scene = here.scene;
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            long draw = Luck.at(stream, person);
            int times = people.is(person, People.MEMBER) ? Counts.of(asks, draw, 2) : 0;
            for (int nth = 0; nth < times; nth++) {
                float which = Luck.uniform(Luck.at(stream + 1 + nth, person), 0);
                ask(here, i, choose(which), draw);
            }
        }
    }

    /// The offer at a share of what is asked for.
    private int choose(float share) {
        int offer = guess[(int) (share * GUESSES)];
        while (offer < upTo.length - 1 && asks * share >= upTo[offer]) {
            offer++;
        }
        return offer;
    }

    /// A job was found; it is had unless the score stands in the way. A review takes as long again.
    private void seekWork(Neighbourhood here, int i, boolean member, long draw) {
        boolean had = true;
        if (member) {
            for (int offer : jobs) {
                int outcome = ask(here, i, offer, draw);
                had &= outcome == GRANTED || (outcome == REVIEW && Luck.uniform(draw, 3) < 0.5f);
            }
        }
        people.set(here.scene.first() + i, People.EMPLOYED, had);
    }

    /// Loans are sought the more, the less there is in the purse; homes are bought by those who
    /// have saved.
    private void seekCredit(Neighbourhood here, int i, boolean member, long draw, float luck) {
        int person = here.scene.first() + i;
        float income = here.traits.income[i];
        float room = Purse.euros(people, person) / income;
        float need = room < 1 ? NEEDY_SEEK : room > 12 ? 0.3f : 1;
        boolean loan = people.loanMonths(person) == 0 && luck < borrow * need;
        boolean home = !people.is(person, People.MORTGAGE) && room > 10 && luck > doesNotBuy;
        if (!loan && !home) {
            return;
        }
        here.scene.write(Deed.CREDIT_SOUGHT)[i] = 1;
        boolean granted = true;
        if (member) {
            for (int offer : loan ? loans : homes) {
                granted &= ask(here, i, offer, draw) != REFUSED;
            }
        }
        if (granted && loan) {
            people.owe(person, money.loanMonths());
            float principal = (float) money.loanPayment() * income * MONTH * money.loanMonths();
            long rounding = Luck.at(draw, person);
            Purse.change(people, person, principal / 2, Float.NEGATIVE_INFINITY, rounding);
            here.scene.write(Deed.LOAN_TAKEN)[i] = 1;
        } else if (granted) {
            people.set(person, People.MORTGAGE, true);
            here.scene.write(Deed.MORTGAGE_TAKEN)[i] = 1;
            here.scene.write(Deed.MOVED)[i] = 1;
        }
    }

    /// Asks a service, and bears the answer; returns the outcome's code.
    private int ask(Neighbourhood here, int i, int index, long draw) {
        Offer offer = all[index];
        int person = here.scene.first() + i;
        int score = people.score(person);
        int outcome = offer.code(score, people.lists[person]);
        if (outcome == GRANTED && !queues.admits(here.tally, index, score)) {
            outcome = REFUSED;
        }
        outcome = lastWord(here, person, offer, outcome);
        here.requests.add(i, index, outcome);
        boolean diligent = here.traits.diligence[i] >= 1;
        here.tally.decided(here.traits.group[i], index, outcome, diligent);
        if (outcome == REFUSED) {
            here.sign[i] |= People.UPSET;
            here.cost(Count.REFUSAL_EUROS, i, (float) offer.need().euros());
            here.hours(Count.REFUSAL_HOURS, i, (float) offer.need().hours(), hour);
            if (officials && Luck.uniform(Luck.at(draw, index), 0) < TEMPER) {
                here.scene.write(Deed.STARS_DEDUCTED)[i] = 1;
            }
        }
        return outcome;
    }

    /// What the clerk makes of the scheme's answer.
    private int lastWord(Neighbourhood here, int person, Offer offer, int byScheme) {
        Outcome said = OUTCOMES.get(byScheme);
        return Offer.code(society.clerk().decide(here.step(), person, offer.service(), said));
    }
}
