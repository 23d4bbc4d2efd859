package glasshouse.bench.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Need.Kind;
import glasshouse.lab.service.Offers;
import glasshouse.lab.service.Price;
import java.util.SplittableRandom;

/// Money comes in and goes out; what falls due is paid, forgotten, or not affordable.
final class Household implements Behaviour {
    private static final float MONTH = 365.25f / 12 / 7;
    private static final float PREMIUM_SHARE = 0.03f;
    private static final float LATE_FEE_EUROS = 10;

    private final ObjectSociety society;
    private final SplittableRandom random;
    private final Population.Money money;
    private final Population.Obligations habits;
    private final Price premium;
    private final Price mortgage;
    private final Price loan;
    private final Price rent;

    Household(ObjectSociety society, Population population, Offers offers) {
        this.society = society;
        random = society.random();
        money = population.money();
        habits = population.obligations();
        premium = offers.priceOf(Kind.PREMIUM);
        mortgage = offers.priceOf(Kind.MORTGAGE);
        loan = offers.priceOf(Kind.LOAN);
        rent = offers.priceOf(Kind.RENT);
    }

    @Override
    public void act(Citizen citizen) {
        earn(citizen);
        Step today = society.today();
        if (citizen.due == today.ordinalInMonth()) {
            month(citizen, today);
        }
        if (random.nextFloat() < habits.fines()) {
            boolean late = random.nextFloat() < habits.forget() / citizen.diligence;
            if (late || broke(citizen)) {
                citizen.report(Deed.FINE_LATE, 1 + random.nextInt(16));
            } else {
                citizen.report(Deed.FINE_PAID, 1);
            }
        }
        if (random.nextDouble() < habits.offences() / citizen.honesty) {
            citizen.report(Deed.CONVICTED, 1 + random.nextInt(32));
        }
    }

    private void earn(Citizen citizen) {
        float income = citizen.income;
        float living = (float) Math.max(income * money.living(), money.livingLeast());
        float above = citizen.savings - (float) money.savings() * income;
        living += above > 0 ? above * (float) money.indulgence() : 0;
        float change = income * (citizen.employed ? 1 : (float) money.benefit()) - living;
        if (random.nextFloat() < money.shockRate() * citizen.volatility) {
            float size = -(float) Math.log(1 - random.nextFloat());
            change -= income * (float) money.shockSize() * size;
        }
        if (citizen.employed && random.nextFloat() < money.jobLoss() * citizen.volatility) {
            citizen.employed = false;
        }
        if (change < 0) {
            float left = -(float) money.overdraft() * income - citizen.savings;
            change = Math.min(0, Math.max(change, left));
        }
        citizen.savings += change;
    }

    private boolean broke(Citizen citizen) {
        return citizen.savings < -money.overdraft() * citizen.income;
    }

    private void month(Citizen citizen, Step today) {
        float income = citizen.income * MONTH;
        boolean paid = home(citizen, income);
        float dearer = premium.beyond(citizen.score, citizen.lists) / 100 * PREMIUM_SHARE;
        citizen.cost(dearer * income);
        float utilities = income * (float) money.utilities();
        paid &= settle(citizen, Deed.UTILITY_PAID, Deed.UTILITY_LATE, utilities);
        if (citizen.card) {
            card(citizen, income);
        }
        if (citizen.loanMonths > 0) {
            paid &= loan(citizen, income);
        }
        if (today.date().getMonthValue() == 4) {
            float tax = citizen.income * (float) money.tax();
            paid &= settle(citizen, Deed.TAX_PAID, Deed.TAX_LATE, tax);
        }
        arrears(citizen, income, !paid);
    }

    private boolean home(Citizen citizen, float income) {
        if (citizen.mortgage) {
            float instalment = income * (float) money.mortgagePayment();
            citizen.cost(instalment * mortgage.beyond(citizen.score, citizen.lists) * 0.1f);
            return settle(citizen, Deed.MORTGAGE_PAID, Deed.MORTGAGE_LATE, instalment);
        }
        float owed = income * (float) money.rent();
        citizen.cost(owed * rent.beyond(citizen.score, citizen.lists) / 100);
        return settle(citizen, Deed.RENT_PAID, Deed.RENT_LATE, owed);
    }

    private void card(Citizen citizen, float income) {
        int used = Math.clamp(Math.round(55 - 60 * citizen.savings / income), 1, 100);
        citizen.report(Deed.UTILISATION, used);
        if (used > 90) {
            citizen.report(Deed.CARD_LATE, Math.min(8, 1 + citizen.arrears));
        } else if (random.nextFloat() < careless(citizen, Deed.CARD_LATE)) {
            citizen.report(Deed.CARD_LATE, 1);
        } else {
            citizen.report(used > 50 ? Deed.CARD_REVOLVED : Deed.CARD_PAID, 1);
        }
    }

    private double careless(Citizen citizen, Deed late) {
        float stake = Math.max(0, -society.rules().stake(late));
        return habits.forget() / citizen.diligence / (1 + habits.stakeResponse() * stake);
    }

    private boolean loan(Citizen citizen, float income) {
        float instalment = income * (float) money.loanPayment();
        float principal = instalment * money.loanMonths();
        float points = loan.beyond(citizen.score, citizen.lists);
        citizen.cost(principal / 2 * points / 100 / 12);
        boolean paid = settle(citizen, Deed.LOAN_PAID, Deed.LOAN_LATE, instalment);
        if (paid) {
            citizen.loanMonths--;
        }
        float balance = 1 + instalment * citizen.loanMonths;
        citizen.report(Deed.BALANCE, (int) Math.clamp(balance, 1, Deed.BALANCE.most()));
        if (citizen.loanMonths == 0) {
            citizen.report(Deed.LOAN_REPAID, 1);
        }
        return paid;
    }

    private boolean settle(Citizen citizen, Deed paid, Deed late, float euros) {
        float luck = random.nextFloat();
        if (broke(citizen)) {
            lateBy(citizen, late, habits.brokeDays() * (0.7 + 0.6 * luck));
            return false;
        }
        citizen.savings -= euros;
        double careless = careless(citizen, late);
        if (luck < careless) {
            lateBy(citizen, late, habits.forgottenDays() * (0.2 + 1.6 * luck / careless));
        } else {
            citizen.report(paid, 1);
        }
        return true;
    }

    private void lateBy(Citizen citizen, Deed late, double days) {
        citizen.report(late, Math.clamp(Math.round(days), 1, late.most()));
        citizen.savings -= LATE_FEE_EUROS;
        society.census().late++;
    }

    private void arrears(Citizen citizen, float income, boolean behind) {
        if (behind) {
            citizen.arrears++;
        } else if (citizen.arrears > 0) {
            citizen.savings -= income * (float) (money.rent() + money.utilities());
            citizen.arrears--;
        }
        if (citizen.arrears >= habits.defaultAfter()) {
            society.census().defaults++;
            citizen.report(Deed.DEFAULTED, 1);
            citizen.loanMonths = 0;
            citizen.savings = 0;
            citizen.mortgage = false;
            citizen.arrears = 0;
        }
    }
}
