package glasshouse.reach;

import java.util.Arrays;
import java.util.Comparator;

/// So many events of each doing until a day, and what they cost.
record Draft(int[] counts, int lastDay, long hoursMicro, long eurosMicro, int events) {
    private static final Comparator<Draft> BY_HOURS =
            Comparator.comparingLong(Draft::hoursMicro)
                    .thenComparingLong(Draft::eurosMicro)
                    .thenComparingInt(Draft::lastDay)
                    .thenComparing(Draft::simpler);
    private static final Comparator<Draft> BY_EUROS =
            Comparator.comparingLong(Draft::eurosMicro)
                    .thenComparingLong(Draft::hoursMicro)
                    .thenComparingInt(Draft::lastDay)
                    .thenComparing(Draft::simpler);

    /// What is to be spent least.
    enum Sparing {
        HOURS,
        EUROS;

        /// The better of two drafts: the one that spends less, then the earlier, then the simpler.
        Draft better(Draft a, Draft b) {
            Comparator<Draft> order =
                    switch (this) {
                        case HOURS -> BY_HOURS;
                        case EUROS -> BY_EUROS;
                    };
            return order.compare(a, b) <= 0 ? a : b;
        }
    }

    static Draft of(Course course, int[] counts, int lastDay) {
        long hours = 0;
        long euros = 0;
        int events = 0;
        for (int i = 0; i < counts.length; i++) {
            Doing doing = course.doings().get(i);
            hours += counts[i] * doing.hoursMicro();
            euros += counts[i] * doing.eurosMicro();
            events += counts[i];
        }
        return new Draft(counts.clone(), lastDay, hours, euros, events);
    }

    private static int simpler(Draft a, Draft b) {
        int byKinds = Integer.compare(a.kinds(), b.kinds());
        int byEvents = byKinds != 0 ? byKinds : Integer.compare(a.events, b.events);
        int byDay = byEvents != 0 ? byEvents : Integer.compare(a.lastDay, b.lastDay);
        return byDay != 0 ? byDay : Arrays.compare(b.counts, a.counts);
    }

    private int kinds() {
        int kinds = 0;
        for (int count : counts) {
            kinds += count > 0 ? 1 : 0;
        }
        return kinds;
    }
}
