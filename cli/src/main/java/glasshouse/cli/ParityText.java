package glasshouse.cli;

import glasshouse.parity.Criterion;
import glasshouse.parity.DecisionMapping;
import glasshouse.parity.Estimate;
import glasshouse.parity.Measure;
import glasshouse.parity.ParityReport;
import glasshouse.parity.ParityReport.AtThreshold;
import glasshouse.parity.ParityReport.Comparison;
import glasshouse.parity.ParityReport.Group;
import glasshouse.parity.ParityWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Group measures for a terminal.
final class ParityText {
    private static final int WIDTH = 96;
    private static final int MOST_NAME = 34;
    private static final int MOST_THRESHOLDS = 9;
    private static final List<Measure> SHOWN =
            List.of(Measure.SELECTION_RATE, Measure.TPR, Measure.FPR, Measure.PPV);
    private static final List<String> HEADS = List.of("decided yes", "tpr", "fpr", "ppv");

    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    ParityText(Terminal terminal) {
        this.terminal = terminal;
    }

    String of(ParityReport report, DecisionMapping mapping) {
        text.append(terminal.bold(Terminal.safe(mapping.name())));
        if (!mapping.description().isEmpty()) {
            text.append(": ").append(Terminal.safe(mapping.description()));
        }
        text.append('\n');
        wrap(ParityWords.basis(report), "");
        text.append('\n');
        groups(report);
        long quiet = 0;
        for (Comparison each : report.comparisons()) {
            // Groups that are crossed are many; those that show nothing are only counted.
            if (each.of().contains(", ") && !ParityWords.isNotable(each)) {
                quiet++;
            } else {
                compared(each);
            }
        }
        if (quiet > 0) {
            wrap(quiet + " comparisons of crossed groups show nothing that chance could not.", "");
            text.append('\n');
        }
        thresholds(report);
        if (report.comparisons().isEmpty()) {
            wrap("No two groups are large enough to be compared.", "");
        }
        wrap(ParityWords.caution(report), "");
        return text.toString();
    }

    private void groups(ParityReport report) {
        int width = 0;
        for (Group group : report.groups()) {
            width = Math.max(width, Math.min(MOST_NAME, group.name().length()));
        }
        var head = new StringBuilder(StatementText.left("", width + 2) + "   people");
        HEADS.forEach(each -> head.append(String.format(Locale.ROOT, "  %-11s", each)));
        text.append(terminal.dim(head.toString().stripTrailing())).append('\n');
        String of = "";
        for (Group group : report.groups()) {
            if (!group.of().equals(of)) {
                text.append('\n');
                of = group.of();
            }
            String name = Terminal.safe(group.name());
            if (name.length() > width) {
                name = name.substring(0, width - 1) + "…";
            }
            var line = new StringBuilder("  " + StatementText.left(name, width));
            line.append(String.format(Locale.ROOT, "%9d", group.persons()));
            SHOWN.forEach(each -> line.append("  ").append(rate(group.rate(each))));
            text.append(line.toString().stripTrailing()).append('\n');
        }
        text.append('\n');
    }

    private static String rate(Estimate rate) {
        return rate.isKnown()
                ? String.format(
                        Locale.ROOT,
                        "%5.1f %-5s",
                        100 * rate.value(),
                        Math.round(100 * rate.low()) + "–" + Math.round(100 * rate.high()))
                : "    –      ";
    }

    /// A few thresholds across the scores: how many would be decided yes in the group that has
    /// least and most of it, and the least ratio of favourable decisions.
    private void thresholds(ParityReport report) {
        List<AtThreshold> curve = report.curve();
        if (curve.isEmpty()) {
            return;
        }
        text.append(terminal.dim("  threshold  decided yes, by group  least favourable ratio"));
        text.append('\n');
        int shown = Math.min(MOST_THRESHOLDS, curve.size());
        for (int i = 0; i < shown; i++) {
            AtThreshold at = curve.get(shown == 1 ? 0 : i * (curve.size() - 1) / (shown - 1));
            var rates = new ArrayList<Double>();
            for (int g = 0; g < report.curveGroups().size(); g++) {
                if (report.curveGroups().get(g).persons() >= report.plan().fewest()) {
                    rates.add(100 * at.rate(g, Measure.SELECTION_RATE));
                }
            }
            if (!rates.isEmpty()) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%11s %13.1f to %5.1f %23.2f%s%n",
                                DecisionMapping.Trait.plain(at.threshold()),
                                Collections.min(rates),
                                Collections.max(rates),
                                at.leastRatio(),
                                at.leastRatio() < ParityReport.FOUR_FIFTHS ? " ?" : ""));
            }
        }
        text.append('\n');
    }

    private void compared(Comparison compared) {
        text.append(terminal.bold(Terminal.safe(compared.group().name())));
        text.append(", against ").append(Terminal.safe(compared.reference().name())).append('\n');
        row(
                compared.belowFourFifths(),
                "Favourable decisions",
                ParityWords.ratio(compared.favourable()),
                ParityWords.ratioEnds(compared.favourable()),
                compared.belowFourFifths() ? "below four fifths" : "");
        for (Criterion criterion : Criterion.values()) {
            Estimate difference = compared.difference(criterion);
            if (difference.isKnown()) {
                row(
                        difference.excludes(0),
                        criterion.title(),
                        ParityWords.points(difference),
                        ParityWords.pointEnds(difference),
                        "");
            }
        }
        text.append('\n');
    }

    private void row(boolean marked, String what, String value, String ends, String note) {
        String line =
                String.format(
                        Locale.ROOT,
                        "  %s %-22s %7s   %-18s %s",
                        marked ? "?" : " ",
                        what,
                        value,
                        ends,
                        note);
        text.append(line.stripTrailing()).append('\n');
    }

    private void wrap(String words, String indent) {
        int column = 0;
        for (String word : Terminal.safe(words).split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? indent : " ").append(word);
            column += word.length() + 1;
        }
        text.append('\n');
    }
}
