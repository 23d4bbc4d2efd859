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

/// People ask for a job, a loan, a home, a seat; the scheme's services answer by the score of the
/// last close, and what they answer costs money and hours: the step's part 7.
final class Asking implements Policy {
    private static final float MONTH = 365.25f / 12 / 7;
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final float TEMPER = 0.2f;

    private final People people;
    private final Offers offers;
    private final Queues queues;
    private final Population.Money money;
    private final float hour;
    private final float jobFound;
    private final float weeks;
    private final float[] upTo;
    private final boolean officials;

    Asking(Society society) {
        people = society.people();
        offers = society.offers();
        queues = society.queues();
        money = society.world().population().money();
        weeks = society.step(0).weeks();
        hour = (float) society.world().population().services().hour();
        jobFound = (float) money.jobFound() * weeks;
        officials = society.stakes().of(Deed.STARS_DEDUCTED) < 0;
        upTo = new float[offers.all().size()];
        float all = 0;
        for (int i = 0; i < upTo.length; i++) {
            Need need = offers.all().get(i).need();
            all += need.kind() == Kind.OTHER ? (float) need.weekly() * weeks : 0;
            upTo[i] = all;
        }
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        long stream = here.stream(Purpose.SERVICES, 0);
        float asks = upTo.length == 0 ? 0 : upTo[upTo.length - 1];
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            long draw = Luck.at(stream, person);
            boolean member = people.is(person, People.MEMBER);
            if (!people.is(person, People.EMPLOYED) && Luck.uniform(draw, 0) < jobFound) {
                seekWork(here, i, member, draw);
            }
            seekCredit(here, i, member, draw);
            int times = asks > 0 && member ? Counts.of(asks, draw, 2) : 0;
            for (int nth = 0; nth < times; nth++) {
                ask(
                        here,
                        i,
                        choose(asks * Luck.uniform(Luck.at(stream + 1 + nth, person), 0)),
                        draw);
            }
        }
    }

    private int choose(float at) {
        int offer = 0;
        while (offer < upTo.length - 1 && at >= upTo[offer]) {
            offer++;
        }
        return offer;
    }

    /// A job was found; it is had unless the score stands in the way. A review takes as long again.
    private void seekWork(Neighbourhood here, int i, boolean member, long draw) {
        boolean had = true;
        if (member) {
            for (int offer = 0; offer < upTo.length; offer++) {
                if (offers.all().get(offer).need().kind() == Kind.JOB) {
                    Outcome outcome = ask(here, i, offer, draw);
                    boolean passed = outcome == Outcome.REVIEW && Luck.uniform(draw, 3) < 0.5f;
                    had &= outcome == Outcome.GRANTED || passed;
                }
            }
        }
        people.set(here.scene.first() + i, People.EMPLOYED, had);
    }

    /// Loans are sought the more, the less there is in the purse; homes are bought by those who
    /// have saved.
    private void seekCredit(Neighbourhood here, int i, boolean member, long draw) {
        int person = here.scene.first() + i;
        float income = here.traits.income[i];
        float room = Purse.euros(people, person) / income;
        float need = room < 1 ? 3 : room > 12 ? 0.3f : 1;
        float luck = Luck.uniform(draw, 1);
        boolean loan = people.loanMonths[person] == 0 && luck < 0.004f * weeks * need;
        boolean home =
                !people.is(person, People.MORTGAGE) && room > 10 && luck > 1 - 0.002f * weeks;
        if (!loan && !home) {
            return;
        }
        here.scene.write(Deed.CREDIT_SOUGHT)[i] = 1;
        boolean granted = true;
        for (int offer = 0; offer < upTo.length && member; offer++) {
            Kind kind = offers.all().get(offer).need().kind();
            boolean concerns =
                    loan ? kind == Kind.LOAN || kind == Kind.LOAN_ACCESS : kind == Kind.MORTGAGE;
            granted &= !concerns || ask(here, i, offer, draw) != Outcome.REFUSED;
        }
        if (granted && loan) {
            people.loanMonths[person] = (byte) money.loanMonths();
            float principal = (float) money.loanPayment() * income * MONTH * money.loanMonths();
            Purse.change(people, person, principal / 2, Float.NEGATIVE_INFINITY, draw);
            here.scene.write(Deed.LOAN_TAKEN)[i] = 1;
        } else if (granted) {
            people.set(person, People.MORTGAGE, true);
            here.scene.write(Deed.MORTGAGE_TAKEN)[i] = 1;
            here.scene.write(Deed.MOVED)[i] = 1;
        }
    }

    /// Asks a service, and bears the answer.
    private Outcome ask(Neighbourhood here, int i, int index, long draw) {
        Offer offer = offers.all().get(index);
        int person = here.scene.first() + i;
        int score = people.score(person);
        Outcome outcome = offer.outcome(score, people.lists[person]);
        if (outcome == Outcome.GRANTED && !queues.admits(here.tally, index, score)) {
            outcome = Outcome.REFUSED;
        }
        int code = OUTCOMES.indexOf(outcome);
        here.requests.add(i, index, code);
        boolean diligent = here.traits.diligence[i] >= 1;
        here.tally.decided(here.traits.group[i], index, code, diligent);
        if (outcome == Outcome.REFUSED) {
            here.sign[i] |= People.UPSET;
            here.cost(Count.REFUSAL_EUROS, i, (float) offer.need().euros());
            here.hours(Count.REFUSAL_HOURS, i, (float) offer.need().hours(), hour);
            if (officials && Luck.uniform(draw, 3) < TEMPER) {
                here.scene.write(Deed.STARS_DEDUCTED)[i] = 1;
            }
        }
        return outcome;
    }
}
