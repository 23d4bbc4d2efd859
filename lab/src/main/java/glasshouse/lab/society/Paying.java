package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Need.Kind;
import glasshouse.lab.service.Offers;
import glasshouse.lab.service.Price;
import glasshouse.lab.society.Tally.Count;

/// What falls due is paid in time, forgotten, or not affordable: rent or mortgage, utilities, card,
/// loan, once a month; tax once a year; now and then a fine, seldom an offence. Second half of the
/// step's part 1.
///
/// The prices of loans, mortgages, insurance and rent are those that the scheme sets for the score
/// of the last close: this is where a score becomes money, and money, a month later, a score.
final class Paying implements Policy {
    private static final float MONTH = 365.25f / 12 / 7;
    private static final float PREMIUM_SHARE = 0.03f;
    private static final int LATE_FEE_EUROS = 10;
    private static final int MONTHS_PER_YEAR = 12;

    private final People people;
    private final Population.Money money;
    private final Population.Obligations habits;
    private final float overdraft;
    private final float forget;
    private final float fines;
    private final float offences;
    private final float careOfStake;
    private final Price premium;
    private final Price mortgage;
    private final Price loan;
    private final Price rent;

    Paying(Society society) {
        people = society.people();
        Offers offers = society.offers();
        premium = offers.priceOf(Kind.PREMIUM);
        mortgage = offers.priceOf(Kind.MORTGAGE);
        loan = offers.priceOf(Kind.LOAN);
        rent = offers.priceOf(Kind.RENT);
        money = society.world().population().money();
        habits = society.world().population().obligations();
        overdraft = (float) money.overdraft();
        float weeks = society.step(0).weeks();
        forget = (float) habits.forget();
        fines = (float) habits.fines() * weeks;
        offences = (float) habits.offences() * weeks;
        careOfStake = (float) habits.stakeResponse();
    }

    @Override
    public void act(Neighbourhood here) {
        Step step = here.step();
        int ordinals = step.ordinals();
        int today = step.ordinalInMonth();
        boolean taxMonth = step.date().getMonthValue() == 4;
        long stream = here.stream(Purpose.OBLIGATIONS, 0);
        Scene scene = here.scene;
        var month = new Month(here);
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            if (dueOrdinal(person, ordinals) == today) {
                month.pay(i, person, taxMonth);
            }
            long draw = Luck.at(stream, person);
            if (Luck.uniform(draw, 0) < fines) {
                fine(here, i, draw);
            }
            if (Luck.fine(draw) < offences / here.traits.honesty[i]) {
                // Lanes 2 and 3 are the luck that was just asked: those who are convicted have
                // hardly any of it left.
                int months = 1 + (Luck.lane(draw, 1) & 0x1F);
                scene.write(Deed.CONVICTED)[i] = (short) months;
            }
        }
    }

    /// Which close of the month a person's bills fall on.
    static int dueOrdinal(int person, int ordinals) {
        return ((person * 0x9E3779B1) >>> 16) % ordinals;
    }

    private void fine(Neighbourhood here, int i, long draw) {
        float late = forget / here.traits.diligence[i];
        if (Luck.uniform(draw, 1) < late || broke(here, i)) {
            here.scene.write(Deed.FINE_LATE)[i] = (short) (1 + (Luck.lane(draw, 2) & 0xF));
        } else {
            here.scene.write(Deed.FINE_PAID)[i] = 1;
        }
    }

    private boolean broke(Neighbourhood here, int i) {
        int person = here.scene.first() + i;
        return Purse.euros(people, person) < -overdraft * here.traits.income[i];
    }

    /// One person's bills of a month.
    private final class Month {
        private final Neighbourhood here;
        private final long stream;
        private int place;
        private int person;
        private float income;
        private float forgets;
        private boolean scored;
        private long rounding;
        private long draw;
        private boolean behind;

        Month(Neighbourhood here) {
            this.here = here;
            stream = here.stream(Purpose.OBLIGATIONS, 1);
        }

        void pay(int i, int who, boolean taxMonth) {
            place = i;
            person = who;
            income = here.traits.income[i] * MONTH;
            draw = Luck.at(stream, who);
            behind = false;
            boolean member = people.is(who, People.MEMBER);
            scored = member;
            forgets = forget / here.traits.diligence[i];
            rounding = Luck.at(stream + 1, who);
            int score = people.score(who);
            int lists = people.lists[who];
            home(member, score, lists);
            if (member) {
                float share = premium.beyond(score, lists) / 100 * PREMIUM_SHARE;
                here.cost(Count.PREMIUM_EUROS, place, share * income);
            }
            settle(Deed.UTILITY_PAID, Deed.UTILITY_LATE, income * (float) money.utilities(), 1);
            if (people.is(who, People.CARD)) {
                card();
            }
            if (people.loanMonths(who) > 0) {
                loan(member, score, lists);
            }
            if (taxMonth) {
                float tax = here.traits.income[i] * (float) money.tax();
                settle(Deed.TAX_PAID, Deed.TAX_LATE, tax, 3);
            }
            arrears();
        }

        private void home(boolean member, int score, int lists) {
            if (people.is(person, People.MORTGAGE)) {
                float instalment = income * (float) money.mortgagePayment();
                // An annuity of 25 years grows by about a tenth of itself a percentage point.
                float points = member ? mortgage.beyond(score, lists) : 0;
                float extra = instalment * points * 0.1f;
                here.cost(Count.INTEREST_EUROS, place, extra);
                settle(Deed.MORTGAGE_PAID, Deed.MORTGAGE_LATE, instalment, 0);
            } else {
                float due = income * (float) money.rent();
                float percent = member ? rent.beyond(score, lists) : 0;
                here.cost(Count.RENT_EUROS, place, due * percent / 100);
                settle(Deed.RENT_PAID, Deed.RENT_LATE, due, 0);
            }
        }

        private void loan(boolean member, int score, int lists) {
            float instalment = income * (float) money.loanPayment();
            float points = member ? loan.beyond(score, lists) : 0;
            // A year's interest is on half the principal, on average.
            float principal = instalment * money.loanMonths();
            here.cost(Count.INTEREST_EUROS, place, principal / 2 * points / 100 / MONTHS_PER_YEAR);
            if (settle(Deed.LOAN_PAID, Deed.LOAN_LATE, instalment, 2)) {
                people.owe(person, people.loanMonths(person) - 1);
            }
            here.scene.write(Deed.BALANCE)[place] =
                    (short)
                            Math.clamp(
                                    1 + instalment * people.loanMonths(person),
                                    1,
                                    Deed.BALANCE.most());
            if (people.loanMonths(person) == 0) {
                here.scene.write(Deed.LOAN_REPAID)[place] = 1;
            }
        }

        private void card() {
            Scene scene = here.scene;
            float room = Purse.euros(people, person) / income;
            int used = Math.clamp(Math.round(55 - 60 * room), 1, 100);
            scene.write(Deed.UTILISATION)[place] = (short) used;
            if (used > 90) {
                scene.write(Deed.CARD_LATE)[place] =
                        (short) Math.min(8, 1 + people.arrears(person));
            } else if (Luck.uniform(rounding, 0) < careless(Deed.CARD_LATE)) {
                scene.write(Deed.CARD_LATE)[place] = 1;
            } else {
                scene.write(used > 50 ? Deed.CARD_REVOLVED : Deed.CARD_PAID)[place] = 1;
            }
        }

        /// The chance that a bill is forgotten: less, the more points hang on it.
        private float careless(Deed late) {
            float stake = scored ? Math.max(0, -here.stake(late)) : 0;
            return forgets / (1 + careOfStake * stake);
        }

        /// Pays a bill, in time or late, by the luck of its own lane; false: it could not be paid.
        private boolean settle(Deed paid, Deed late, float euros, int lane) {
            float luck = Luck.uniform(draw, lane);
            if (broke(here, place)) {
                behind = true;
                lateBy(late, habits.brokeDays() * (0.7 + 0.6 * luck));
                return false;
            }
            spend(euros);
            float careless = careless(late);
            if (luck < careless) {
                lateBy(late, habits.forgottenDays() * (0.2 + 1.6 * luck / careless));
            } else {
                here.scene.write(paid)[place] = 1;
            }
            return true;
        }

        private void spend(float euros) {
            rounding = rounding << 16 | rounding >>> 48;
            Purse.change(people, person, -euros, Float.NEGATIVE_INFINITY, rounding);
        }

        private void lateBy(Deed late, double days) {
            here.scene.write(late)[place] = (short) Math.clamp(Math.round(days), 1, late.most());
            here.tally.add(here.traits.group[place], Count.LATE, 1);
            spend(LATE_FEE_EUROS);
        }

        /// Months behind add up, and end in default; who can pays one of them back with this
        /// month's bills.
        private void arrears() {
            int now = people.arrears(person) + (behind ? 1 : 0);
            if (now > 0 && !behind) {
                spend(income * (float) (money.rent() + money.utilities()));
                now--;
            }
            if (now >= habits.defaultAfter()) {
                here.scene.write(Deed.DEFAULTED)[place] = 1;
                here.defaulted(place);
                people.owe(person, 0);
                people.savings[person] = 0;
                people.set(person, People.MORTGAGE, false);
                here.scene.write(Deed.MOVED)[place] = 1;
                now = 0;
            }
            people.behind(person, now);
        }
    }
}
