package glasshouse.bench.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.service.Need;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A job, a loan, a home, a seat are asked for; the scheme's services answer.
final class Errands implements Behaviour {
    private static final float MONTH = 365.25f / 12 / 7;
    private static final int GRANTED = Offer.code(Outcome.GRANTED);
    private static final int REVIEW = Offer.code(Outcome.REVIEW);
    private static final int REFUSED = Offer.code(Outcome.REFUSED);
    private static final float NEEDY_SEEK = 3;

    private final ObjectSociety society;
    private final SplittableRandom random;
    private final Population.Money money;
    private final float hour;
    private final List<Desk> jobs = new ArrayList<>();
    private final List<Desk> loans = new ArrayList<>();
    private final List<Desk> homes = new ArrayList<>();
    private final Desk[] others;
    private final double[] upTo;

    Errands(ObjectSociety society, Population population, List<Desk> desks) {
        this.society = society;
        random = society.random();
        money = population.money();
        hour = (float) population.services().hour();
        var rest = new ArrayList<Desk>();
        for (Desk desk : desks) {
            switch (desk.offer().need().kind()) {
                case JOB -> jobs.add(desk);
                case LOAN, LOAN_ACCESS -> loans.add(desk);
                case MORTGAGE -> homes.add(desk);
                case OTHER -> rest.add(desk);
                case PREMIUM, RENT, PERCENT_OFF -> {}
            }
        }
        others = rest.toArray(new Desk[0]);
        upTo = new double[others.length];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += others[i].offer().need().weekly();
            upTo[i] = sum;
        }
    }

    @Override
    public void act(Citizen citizen) {
        if (!citizen.employed && random.nextFloat() < money.jobFound()) {
            seekWork(citizen);
        }
        double luck = random.nextDouble();
        if (luck < money.borrow() * NEEDY_SEEK || luck > 1 - money.buy()) {
            seekCredit(citizen, luck);
        }
        int times = Chance.poisson(random, upTo[upTo.length - 1]);
        for (int nth = 0; nth < times; nth++) {
            double which = random.nextDouble() * upTo[upTo.length - 1];
            int desk = 0;
            while (desk < upTo.length - 1 && which >= upTo[desk]) {
                desk++;
            }
            ask(citizen, others[desk]);
        }
    }

    private void seekWork(Citizen citizen) {
        boolean had = true;
        for (Desk job : jobs) {
            int outcome = ask(citizen, job);
            had &= outcome == GRANTED || (outcome == REVIEW && random.nextBoolean());
        }
        citizen.employed = had;
    }

    private void seekCredit(Citizen citizen, double luck) {
        float room = citizen.savings / citizen.income;
        float need = room < 1 ? NEEDY_SEEK : room > 12 ? 0.3f : 1;
        boolean loan = citizen.loanMonths == 0 && luck < money.borrow() * need;
        boolean home = !citizen.mortgage && room > 10 && luck > 1 - money.buy();
        if (!loan && !home) {
            return;
        }
        citizen.report(Deed.CREDIT_SOUGHT, 1);
        boolean granted = true;
        for (Desk desk : loan ? loans : homes) {
            granted &= ask(citizen, desk) != REFUSED;
        }
        if (granted && loan) {
            citizen.loanMonths = money.loanMonths();
            float monthly = (float) money.loanPayment() * citizen.income * MONTH;
            citizen.savings += monthly * money.loanMonths() / 2;
        } else if (granted) {
            citizen.mortgage = true;
        }
    }

    private int ask(Citizen citizen, Desk desk) {
        int outcome = desk.offer().code(citizen.score, citizen.lists);
        if (outcome == GRANTED && !desk.hasPlaceFor(citizen.score)) {
            outcome = REFUSED;
        }
        society.census().asked++;
        if (outcome == REFUSED) {
            society.census().refused++;
            Need need = desk.offer().need();
            citizen.cost((float) need.euros());
            citizen.gain -= (float) need.hours() * hour;
        }
        return outcome;
    }
}
