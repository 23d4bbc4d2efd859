package glasshouse.bench.decision;

import glasshouse.account.Account;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import java.util.SplittableRandom;

/// Made-up applicants with two years of events each; equal seeds make equal applicants.
final class Applicants {
    static final int COUNT = 1_000;
    static final int TODAY = 20_500;
    private static final int DAYS = 730;
    private static final int EVENTS = 60;
    private static final long DAY_MICROS = 1_000_000;

    final Account[] accounts = new Account[COUNT];
    final HandWritten.State[] states = new HandWritten.State[COUNT];
    final long[] lists = new long[COUNT];

    Applicants(Plan plan, long seed) {
        var random = new SplittableRandom(seed);
        var occurrence = new Occurrence();
        for (int i = 0; i < COUNT; i++) {
            accounts[i] = new Account();
            states[i] = new HandWritten.State();
            lists[i] = random.nextInt(20) == 0 ? 1 : 0;
            double diligence = random.nextDouble();
            for (int e = 0; e < EVENTS; e++) {
                String signal = signal(random, diligence, e);
                occurrence.signal = plan.signal(signal);
                occurrence.day = TODAY - random.nextInt(DAYS);
                occurrence.valueMicro = value(random, signal) * DAY_MICROS;
                plan.add(accounts[i], occurrence);
                states[i].add(signal, occurrence.day, occurrence.valueMicro);
            }
        }
    }

    private static String signal(SplittableRandom random, double diligence, int number) {
        if (number == 0) {
            return "account.opened";
        }
        boolean late = random.nextDouble() > 0.5 + diligence / 2;
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> late ? "loan.late" : "loan.paid";
            case 5, 6, 7, 8, 9 -> late ? "card.late" : "card.paid";
            case 10, 11, 12, 13 -> late ? "rent.late" : "rent.paid";
            case 14, 15 -> "contract.kept";
            case 16 -> late && random.nextInt(4) == 0 ? "default.noted" : "contract.kept";
            case 17 -> "inquiry.made";
            default -> "balance.noted";
        };
    }

    private static long value(SplittableRandom random, String signal) {
        return switch (signal) {
            case "loan.late", "card.late", "rent.late" -> 1 + random.nextInt(30);
            case "balance.noted" -> random.nextInt(3_000);
            case "default.noted" -> random.nextInt(2_000);
            default -> 0;
        };
    }
}
