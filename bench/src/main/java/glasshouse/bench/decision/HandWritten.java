package glasshouse.bench.decision;

import glasshouse.scheme.Outcome;
import java.util.Arrays;

/// The scheme `w2.yaml` as a programmer would write it out in Java for this one scheme: the limit
/// of what the general engine can come near to. Sums by day in plain arrays, weights from tables,
/// rules as `if`; the reply is a record with its reasons.
final class HandWritten {
    private static final double[] YEAR = halfLife(365);
    private static final double[] TWO_YEARS = halfLife(730);
    private static final double[] HALF_YEAR = halfLife(180);
    private static final String[] CODES = {"A2", "A4", "A6", "A8", "B1", "B2", "B3", "B4", "B5"};

    private HandWritten() {}

    /// The answer, as the engine's [glasshouse.service.Decision] has it.
    record Reply(Outcome outcome, double price, String[] reasons, double change, boolean human) {}

    /// Days and points of one kind of event.
    static final class Series {
        int[] days = new int[8];
        double[] points = new double[8];
        int size;

        void add(int day, double value) {
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
                points = Arrays.copyOf(points, size * 2);
            }
            days[size] = day;
            points[size++] = value;
        }
    }

    /// What is known of a person.
    static final class State {
        final Series loanPaid = new Series();
        final Series loanLate = new Series();
        final Series cardPaid = new Series();
        final Series cardLate = new Series();
        final Series rentPaid = new Series();
        final Series rentLate = new Series();
        final Series defaults = new Series();
        final Series inquiries = new Series();
        final Series balances = new Series();
        int contracts;
        int opened = Integer.MAX_VALUE;

        void add(String signal, int day, long valueMicro) {
            double value = valueMicro / 1e6;
            switch (signal) {
                case "loan.paid" -> loanPaid.add(day, 4);
                case "loan.late" -> loanLate.add(day, -value);
                case "card.paid" -> cardPaid.add(day, 3);
                case "card.late" -> cardLate.add(day, -0.8 * value);
                case "rent.paid" -> rentPaid.add(day, 3);
                case "rent.late" -> rentLate.add(day, -0.5 * value);
                case "contract.kept" -> contracts++;
                case "default.noted" ->
                        defaults.add(day, value < 100 ? -30 : value < 1000 ? -60 : -90);
                case "inquiry.made" -> inquiries.add(day, 1);
                case "account.opened" -> opened = Math.min(opened, day);
                case "balance.noted" -> balances.add(day, value);
                default -> throw new IllegalArgumentException(signal);
            }
        }
    }

    private static double[] halfLife(int days) {
        var weights = new double[3_000];
        for (int age = 0; age < weights.length; age++) {
            weights[age] = Math.pow(2, -age / (double) days);
        }
        return weights;
    }

    static Reply decide(State state, boolean listed, int today) {
        double loanPaid = faded(state.loanPaid, YEAR, today, Integer.MAX_VALUE);
        double loanLate = faded(state.loanLate, YEAR, today, Integer.MAX_VALUE);
        double cardPaid = faded(state.cardPaid, HALF_YEAR, today, Integer.MAX_VALUE);
        double cardLate = faded(state.cardLate, HALF_YEAR, today, 730);
        double rentPaid = rentPaid(state.rentPaid, today);
        double rentLate = linear(state.rentLate, today);
        double contracts = Math.min(40, 2 * state.contracts);
        double defaults = faded(state.defaults, TWO_YEARS, today, Integer.MAX_VALUE);
        int asked = within(state.inquiries, today, 365);
        double inquiries = asked < 2 ? 15 : asked < 5 ? 0 : -25;
        int since = state.opened == Integer.MAX_VALUE ? -1 : today - state.opened;
        double age = since < 0 ? -15 : since < 182 ? -10 : since < 365 ? 5 : 20;
        double balance = balance(state.balances, today);
        int late = within(state.loanLate, today, 730) + within(state.cardLate, today, 730);
        int all = late + within(state.loanPaid, today, 730) + within(state.cardPaid, today, 730);
        double lateness = all == 0 ? 0 : late < 0.1 * all ? 25 : late < 0.3 * all ? 0 : -35;
        double raw =
                600 + loanPaid + loanLate + cardPaid + cardLate + rentPaid + rentLate + contracts
                        + defaults + inquiries + age + balance + lateness;
        long score = Math.clamp(Math.round(raw), 300, 850);
        Outcome outcome = Outcome.GRANTED;
        double price = 0;
        double change = 0;
        if (listed || score < 480 || loanLate < -60) {
            outcome = Outcome.REFUSED;
            change = listed || loanLate < -60 ? 0 : inquiries < -20 ? 540 : 480;
        } else if (score < 540 || (score < 560 && inquiries < -20)) {
            outcome = Outcome.REVIEW;
            change = inquiries < -20 ? 560 : 540;
        } else {
            price = score < 620 ? 11.9 : score < 680 ? 8.9 : score < 740 ? 6.9 : 4.9;
            change = score < 620 ? 620 : score < 680 ? 680 : score < 740 ? 740 : 0;
        }
        boolean best = outcome == Outcome.GRANTED && price == 4.9;
        if (best) {
            return new Reply(outcome, price, new String[0], 0, false);
        }
        double[] costs = {
            -loanLate,
            -cardLate,
            -rentLate,
            -defaults,
            asked < 5 ? 0 : 15 - inquiries,
            since >= 0 && since < 182 ? 20 - age : 0,
            since < 0 ? 20 - age : 0,
            balance < 0 ? 20 - balance : 0,
            lateness < 0 ? 25 - lateness : 0
        };
        return new Reply(outcome, price, reasons(costs, listed), change, true);
    }

    private static String[] reasons(double[] costs, boolean listed) {
        var reasons = new String[4];
        int count = 0;
        if (listed) {
            reasons[count++] = "L1";
        }
        while (count < 4) {
            int worst = 0;
            for (int i = 1; i < costs.length; i++) {
                worst = costs[i] > costs[worst] ? i : worst;
            }
            if (costs[worst] <= 0) {
                return Arrays.copyOf(reasons, count);
            }
            costs[worst] = 0;
            reasons[count++] = CODES[worst];
        }
        return reasons;
    }

    private static double faded(Series series, double[] weights, int today, int expires) {
        double sum = 0;
        for (int i = 0; i < series.size; i++) {
            int age = today - series.days[i];
            sum += age < expires ? series.points[i] * weights[age] : 0;
        }
        return sum;
    }

    private static double linear(Series series, int today) {
        double sum = 0;
        for (int i = 0; i < series.size; i++) {
            int age = today - series.days[i];
            sum += age < 730 ? series.points[i] * (730 - age) / 730 : 0;
        }
        return sum;
    }

    /// At most 30 points a calendar year, the latest cut first: ten payments of 3.
    private static double rentPaid(Series series, int today) {
        int[] days = Arrays.copyOf(series.days, series.size);
        Arrays.sort(days);
        double sum = 0;
        int year = 0;
        int inYear = 0;
        for (int day : days) {
            int now = Year.of(day);
            inYear = now == year ? inYear + 1 : 1;
            year = now;
            int age = today - day;
            if (inYear <= 10 && age < 730) {
                sum += 3.0 * (730 - age) / 730;
            }
        }
        return sum;
    }

    private static int within(Series series, int today, int days) {
        int count = 0;
        for (int i = 0; i < series.size; i++) {
            count += today - series.days[i] < days ? 1 : 0;
        }
        return count;
    }

    private static double balance(Series series, int today) {
        int count = 0;
        double sum = 0;
        for (int i = 0; i < series.size; i++) {
            if (today - series.days[i] < 182) {
                count++;
                sum += series.points[i];
            }
        }
        double mean = sum / count;
        return count == 0 ? 0 : mean < 500 ? 20 : mean < 2000 ? 5 : -20;
    }

    /// The years in question, by epoch day.
    private static final class Year {
        private static final int FIRST_2024 = 19_723;
        private static final int FIRST_2025 = 20_089;
        private static final int FIRST_2026 = 20_454;

        static int of(int day) {
            return day < FIRST_2024
                    ? 2023
                    : day < FIRST_2025 ? 2024 : day < FIRST_2026 ? 2025 : 2026;
        }
    }
}
