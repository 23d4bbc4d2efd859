package glasshouse.parity;

import glasshouse.parity.ParityReport.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a report says in words and numbers, the same on a page and in a terminal.
public final class ParityWords {
    private ParityWords() {}

    /// What no figure here can say, and how many of them chance alone would make stand out.
    public static String caution(ParityReport report) {
        long looked =
                report.comparisons().stream()
                        .flatMap(each -> each.differences().values().stream())
                        .filter(Estimate::isKnown)
                        .count();
        long chance = Math.round(looked * 0.05);
        return "A difference is a question, not yet a wrong: what explains it, is that a reason"
                + " that the law accepts, and would another rule serve as well with less of it? "
                + (chance == 0
                        ? ""
                        : "Of %d differences looked at, about %d would stand out by chance alone."
                                .formatted(looked, chance));
    }

    /// What the figures mean, and where that is from.
    public static final List<String> NOTES =
            List.of(
                    "Demographic parity compares the rates of a yes; equal opportunity "
                            + "the true positive rates; equalised odds these and the false "
                            + "positive rates (Hardt, Price, Srebro 2016); predictive parity how "
                            + "often a yes comes true (Chouldechova 2017); calibration how often "
                            + "the outcome is yes at the same score, averaged over up to ten "
                            + "ranges of scores.",
                    "Where groups differ in how often the outcome is yes, no decision "
                            + "that errs meets all of them at once (Kleinberg, Mullainathan, "
                            + "Raghavan 2016).",
                    "The four-fifths rule is a rule of thumb of US agencies for "
                            + "selection in employment (29 CFR 1607.4(D)); no European law draws "
                            + "that line.",
                    "Where the outcome is known only of those who were decided yes, the "
                            + "rates say nothing of the others.");

    /// On what the figures rest, in a sentence or three.
    public static String basis(ParityReport report) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d people counted, of %,d rows read",
                        report.decisions().persons(),
                        report.decisions().read()));
        report.decisions()
                .leftOut()
                .forEach(
                        (why, rows) ->
                                text.append(
                                        String.format(
                                                Locale.ROOT, "; %,d left out: %s", rows, why)));
        text.append(". ");
        if (report.threshold().isPresent()) {
            text.append("Yes is a score of ")
                    .append(DecisionMapping.Trait.plain(report.threshold().getAsDouble()))
                    .append(report.plan().highIsYes() ? " or more" : " or less");
        } else {
            text.append("Yes and no are as decided in the file");
        }
        text.append(report.plan().yesIsFavourable() ? ", and good" : ", and bad");
        text.append(" for the person. 95 % intervals from ")
                .append(report.plan().resamples())
                .append(" resamples, seed ")
                .append(report.plan().seed())
                .append('.');
        return text.toString();
    }

    /// Whether something of a comparison stands out.
    public static boolean isNotable(Comparison compared) {
        return compared.belowFourFifths()
                || compared.differences().values().stream()
                        .anyMatch(each -> each.isKnown() && each.excludes(0));
    }

    /// What is below four fifths, and every difference that chance could hardly make.
    public static List<String> notable(ParityReport report) {
        var notable = new ArrayList<String>();
        for (Comparison each : report.comparisons()) {
            String who = each.group().name() + ", against " + each.reference().name() + ": ";
            if (each.belowFourFifths()) {
                String chance =
                        each.favourable().high() >= ParityReport.FOUR_FIFTHS
                                ? "; that may be chance"
                                : "";
                notable.add(
                        who
                                + "favourable decisions at "
                                + ratio(each.favourable())
                                + " of the rate, below four fifths ("
                                + ratioEnds(each.favourable())
                                + chance
                                + ")");
            }
            var differs = new ArrayList<String>();
            for (Criterion criterion : Criterion.values()) {
                Estimate difference = each.difference(criterion);
                if (difference.isKnown() && difference.excludes(0)) {
                    differs.add(
                            criterion.title().toLowerCase(Locale.ROOT)
                                    + " "
                                    + points(difference)
                                    + " points");
                }
            }
            if (!differs.isEmpty()) {
                notable.add(who + String.join(", ", differs));
            }
        }
        return notable;
    }

    /// A ratio with two places.
    public static String ratio(Estimate ratio) {
        return ratio.isKnown() ? String.format(Locale.ROOT, "%.2f", ratio.value()) : "–";
    }

    public static String ratioEnds(Estimate ratio) {
        return ratio.isKnown()
                ? String.format(Locale.ROOT, "%.2f to %.2f", ratio.low(), ratio.high())
                : "";
    }

    /// A difference in percentage points with its sign.
    public static String points(Estimate difference) {
        return difference.isKnown() ? signed(difference.value()) : "–";
    }

    public static String pointEnds(Estimate difference) {
        return difference.isKnown()
                ? signed(difference.low()) + " to " + signed(difference.high())
                : "";
    }

    private static String signed(double share) {
        String text = String.format(Locale.ROOT, "%+.1f", 100 * share);
        return text.equals("-0.0") || text.equals("+0.0") ? "0.0" : text.replace('-', '−');
    }

    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
