package glasshouse.bureau.drill;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a judge of drills knows of an event: whose instalment was how late, and on which day; and
/// what the example lender's scheme makes of such events, from its words and in floating point.
record Late(String person, int days, LocalDate day) {
    /// The scheme in words: 600; no loan yet, 20 less; two points for each day late, halving in a
    /// year, dropped after five, at most 200; none late within 365 days 20 more, one or two 10
    /// less, from three on 50 less. Never below 350.
    static double score(List<Late> lates) {
        return score(lates, LocalDate.now(ZoneId.of("Europe/Amsterdam")));
    }

    static double score(List<Late> lates, LocalDate today) {
        double lost = 0;
        int recent = 0;
        for (Late each : lates) {
            long age = ChronoUnit.DAYS.between(each.day(), today);
            lost += age < 5 * 365 ? 2 * each.days() * Math.pow(2, -age / 365.0) : 0;
            recent += age < 365 ? 1 : 0;
        }
        int troubles = recent == 0 ? 20 : recent < 3 ? -10 : -50;
        return Math.max(350, 600 - 20 - Math.min(200, lost) + troubles);
    }
}
