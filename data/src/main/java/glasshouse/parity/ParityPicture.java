package glasshouse.parity;

import static glasshouse.wire.result.Html.text;

import glasshouse.parity.ParityReport.AtThreshold;
import glasshouse.parity.ParityReport.Bin;
import glasshouse.parity.ParityReport.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Rates over thresholds, and outcomes over scores, as drawings: one of each kind per attribute.
final class ParityPicture {
    private static final List<String> COLOURS =
            List.of("#1f6f8b", "#c2571a", "#5b7f2b", "#7d4ea0", "#a08512", "#b03a5b");
    private static final int WIDTH = 420;
    private static final int HEIGHT = 240;
    private static final int LEFT = 44;
    private static final int BOTTOM = 34;
    private static final int TOP = 10;
    private static final int RIGHT = 14;

    private final double least;
    private final double most;
    private final StringBuilder svg = new StringBuilder();

    private ParityPicture(double least, double most) {
        this.least = least;
        this.most = most > least ? most : least + 1;
    }

    static void pictures(ParityReport report, StringBuilder page) {
        if (report.curve().isEmpty()) {
            return;
        }
        page.append("<section>\n<h2>What another threshold would do</h2>\n");
        for (Plan.Attribute attribute : report.plan().attributes()) {
            List<Integer> groups = shown(report, attribute);
            if (groups.isEmpty()) {
                continue;
            }
            page.append("<h3>%s</h3>\n".formatted(text(attribute.name())));
            legend(report, groups, page);
            page.append("<div class=\"pair\">\n");
            for (Measure measure : List.of(Measure.SELECTION_RATE, Measure.TPR, Measure.FPR)) {
                curve(report, groups, measure, page);
            }
            calibration(report, groups, page);
            page.append("</div>\n");
        }
        page.append("</section>\n");
    }

    private static List<Integer> shown(ParityReport report, Plan.Attribute attribute) {
        var shown = new ArrayList<Integer>();
        List<Group> groups = report.curveGroups();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.of().equals(attribute.name()) && group.persons() >= report.plan().fewest()) {
                shown.add(i);
            }
        }
        return shown.subList(0, Math.min(shown.size(), COLOURS.size()));
    }

    private static void legend(ParityReport report, List<Integer> groups, StringBuilder page) {
        page.append("<p class=\"legend\">");
        for (int i = 0; i < groups.size(); i++) {
            page.append(
                    "<span><i style=\"background:%s\"></i>%s</span> "
                            .formatted(
                                    COLOURS.get(i),
                                    text(report.curveGroups().get(groups.get(i)).name())));
        }
        page.append("</p>\n");
    }

    private static void curve(
            ParityReport report, List<Integer> groups, Measure measure, StringBuilder page) {
        boolean anything =
                report.curve().stream()
                        .flatMap(at -> at.counts().stream())
                        .anyMatch(counts -> measure.whole(counts) > 0);
        if (!anything) {
            return;
        }
        var picture =
                new ParityPicture(
                        report.curve().getFirst().threshold(),
                        report.curve().getLast().threshold());
        report.threshold().ifPresent(picture::mark);
        for (int i = 0; i < groups.size(); i++) {
            int group = groups.get(i);
            var line = new StringBuilder();
            for (AtThreshold at : report.curve()) {
                double rate = measure.of(at.counts().get(group));
                if (!Double.isNaN(rate)) {
                    line.append(line.isEmpty() ? "M" : "L");
                    line.append(picture.point(at.threshold(), rate));
                }
            }
            picture.svg.append(
                    "<path class=\"curve\" stroke=\"%s\" d=\"%s\"/>\n"
                            .formatted(COLOURS.get(i), line));
        }
        page.append(picture.figure(ParityWords.capitalised(measure.title()), "threshold"));
    }

    private static void calibration(ParityReport report, List<Integer> groups, StringBuilder page) {
        double[] edges =
                report.calibration().stream()
                        .flatMapToDouble(bin -> DoubleStream.of(bin.from(), bin.to()))
                        .filter(Double::isFinite)
                        .distinct()
                        .sorted()
                        .toArray();
        boolean known =
                report.calibration().stream()
                        .anyMatch(bin -> bin.persons().stream().anyMatch(n -> n > 0));
        if (edges.length == 0 || !known) {
            return;
        }
        double from = report.curve().getFirst().threshold();
        double to = report.curve().getLast().threshold();
        var picture = new ParityPicture(from, to);
        for (int i = 0; i < groups.size(); i++) {
            double shift = (i - (groups.size() - 1) / 2.0) * 4;
            for (Bin bin : report.calibration()) {
                Estimate outcome = bin.outcomes().get(groups.get(i));
                if (outcome.isKnown()) {
                    double middle = (Math.max(from, bin.from()) + Math.min(to, bin.to())) / 2;
                    picture.svg.append(picture.bar(middle, shift, outcome, COLOURS.get(i)));
                }
            }
        }
        page.append(picture.figure("Outcome yes, by score", "score"));
    }

    private double x(double value) {
        return LEFT + (value - least) / (most - least) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
    }

    private String point(double value, double share) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(value), y(share));
    }

    private String bar(double value, double shift, Estimate outcome, String colour) {
        double x = x(value) + shift;
        return String.format(
                Locale.ROOT,
                """
                <path class="bar" stroke="%s" d="M%.1f %.1fV%.1f"/>\
                <circle cx="%2$.1f" cy="%.1f" r="3" fill="%1$s"/>
                """,
                colour,
                x,
                y(outcome.low()),
                y(outcome.high()),
                y(outcome.value()));
    }

    private void mark(double threshold) {
        if (threshold >= least && threshold <= most) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<path class=\"mark\" d=\"M%.1f %dV%d\"/>%n",
                            x(threshold),
                            TOP,
                            HEIGHT - BOTTOM));
        }
    }

    private String figure(String title, String axis) {
        var all = new StringBuilder();
        all.append(
                "<figure><figcaption>%s</figcaption>\n<svg viewBox=\"0 0 %d %d\" role=\"img\">\n"
                        .formatted(text(title), WIDTH, HEIGHT));
        all.append("<title>%s by %s</title>\n".formatted(text(title), axis));
        for (int i = 0; i <= 4; i++) {
            all.append(
                    String.format(
                            Locale.ROOT,
                            "<path class=\"rail\" d=\"M%d %.1fH%d\"/>"
                                    + "<text x=\"%d\" y=\"%.1f\" class=\"y\">%d %%</text>%n",
                            LEFT,
                            y(i / 4.0),
                            WIDTH - RIGHT,
                            LEFT - 6,
                            y(i / 4.0) + 4,
                            i * 25));
        }
        for (int i = 0; i <= 4; i++) {
            double value = least + (most - least) * i / 4;
            all.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.1f\" y=\"%d\" class=\"x\">%s</text>%n",
                            x(value),
                            HEIGHT - BOTTOM + 18,
                            number(value)));
        }
        return all.append(svg).append("</svg></figure>\n").toString();
    }

    private String number(double value) {
        String form = most - least < 10 ? "%.2f" : "%.0f";
        return String.format(Locale.ROOT, form, value);
    }
}
