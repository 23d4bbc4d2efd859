package glasshouse.lab.population;

import java.util.List;

/// Who lives in a society, and how they behave: every parameter of the model, by the policy that
/// reads it. Rates are per week, money in euros a week or in weeks of usual income, shares from 0
/// to 1. `docs/odd.md` says what each does and where it comes from.
public record Population(
        String name,
        List<Group> groups,
        TieParameters ties,
        Money money,
        Obligations obligations,
        Conduct conduct,
        Shopping shopping,
        Speech speech,
        Encounters encounters,
        Contacts contacts,
        Services services,
        Gaming gaming,
        Campaign campaign) {
    public Population {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException("a population has 1 to 8 groups");
        }
    }

    /// Most groups of a population.
    public static final int MOST_GROUPS = 8;

    /// A group: its share of the people, their median weekly income and its spread (lognormal).
    public record Group(String name, String title, double share, double income, double spread) {}

    /// How many ties are possible, and how many begin alive.
    public record TieParameters(int near, int far, double alive, double segregation) {}

    /// What comes in and goes out.
    public record Money(
            double living,
            double livingLeast,
            double indulgence,
            double rent,
            double utilities,
            double tax,
            double loanPayment,
            int loanMonths,
            double mortgagePayment,
            double shockRate,
            double shockSize,
            double jobLoss,
            double jobFound,
            double benefit,
            double overdraft,
            double savings,
            double jobless,
            double borrowers,
            double borrow,
            double buy,
            double owners,
            double cardHolders) {}

    /// Whether what falls due is paid.
    public record Obligations(
            double forget,
            double forgottenDays,
            double brokeDays,
            int defaultAfter,
            double fines,
            double offences,
            double stakeResponse) {}

    /// Riding, volunteering, giving.
    public record Conduct(
            double rides,
            double volunteering,
            double sessionHours,
            double honesty,
            double giving,
            double donation,
            double stakeResponse) {}

    /// What is bought.
    public record Shopping(
            double local,
            double imports,
            double loyal,
            double workClothes,
            double basket,
            double stakeResponse) {}

    /// What is said.
    public record Speech(
            double talk,
            double climate,
            double fearOfStake,
            double fearPerLoss,
            double fearPerSight,
            double severe,
            double forgetting,
            double lying,
            double photos,
            double marketNews,
            double likes) {}

    /// Who meets, and how they rate each other.
    public record Encounters(
            int meetings,
            double baseline,
            double rapport,
            double deference,
            double mood,
            double outburst) {}

    /// Which ties break and which are taken up.
    public record Contacts(
            double churn, double tolerance, double drop, double ifTheyCount, double deference) {}

    /// How services matter, and what makes people like or leave a scheme.
    public record Services(
            double inertia, double join, double leave, double hour, double privacy) {}

    /// Who pays for points, what is sold at what price, and who looks for it. `inclined` 0: nobody
    /// games.
    public record Gaming(
            double inclined,
            double price,
            double hours,
            double purchases,
            double likes,
            double ratings,
            int ring,
            double badmouthing,
            double newName,
            double loot,
            double trusted,
            double sellers,
            double horizon,
            int detection,
            double confirm,
            double delay,
            double comeback,
            double deterred) {
        /// Whether there is any.
        public boolean on() {
            return inclined > 0;
        }
    }

    /// A marketer's vouchers for people whose score lies in a range; `budget` 0: there is none.
    public record Campaign(
            double budget, double voucher, double fromScore, double toScore, double response) {
        /// Whether there is any.
        public boolean on() {
            return budget > 0 && voucher > 0;
        }
    }
}
