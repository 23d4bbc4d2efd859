package glasshouse.lab.study;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Block.Bars;
import glasshouse.lab.report.Block.Caption;
import glasshouse.lab.report.Block.Scale;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells of a run of [SocietyStudy]: who gained and who lost, in numbers that are all computed from
/// its results.
final class SocietyReport {
    private final Results results;
    private final List<String> arms;
    private final List<String> scored;
    private final List<String> groups;

    private SocietyReport(Results results) {
        this.results = results;
        arms = results.measures().stream().map(Measure::scheme).distinct().toList();
        groups =
                results.measures().stream()
                        .flatMap(measure -> measure.group().stream())
                        .distinct()
                        .toList();
        scored = arms.stream().filter(arm -> has("score.mean", arm)).toList();
    }

    static List<Section> sections(Results results) {
        return new SocietyReport(results).sections();
    }

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        List<Block> gaming = new GamingTold(results, groups).blocks();
        sections.add(new Section("What happened", new Block.Findings(findings())));
        sections.add(new Section("Points for sale", gaming));
        sections.add(new Section("Vouchers by score", new CampaignTold(results, groups).blocks()));
        sections.add(new Section("Beside published scores", new CalibrationTold(results).blocks()));
        sections.add(new Section("Scores", scores()));
        sections.add(new Section("Money and doors", money()));
        sections.add(new Section("What is said", speech(gaming.isEmpty())));
        sections.add(new Section("Groups", groups()));
        sections.add(
                new Section("Groups, and where they cross", new EligibilityTold(results).blocks()));
        sections.add(new Section("Falling, and getting up again", falls()));
        sections.add(new Section("Who would rather live like this", acceptance()));
        List<Block> lives = new LivesTold(results).blocks();
        if (!lives.isEmpty()) {
            sections.add(new Section("Lives, side by side", lives));
        }
        sections.add(
                new Section(
                        "How this society works, and what it cannot show", Wording.of("society")));
        return sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
    }

    private boolean has(String name, String arm) {
        return results.measure(name, arm, Optional.empty()).isPresent();
    }

    private double value(String name, String arm) {
        return results.measure(name, arm, Optional.empty()).map(Measure::value).orElse(Double.NaN);
    }

    private double value(String name, String arm, String group) {
        return results.measure(name, arm, Optional.of(group))
                .map(Measure::value)
                .orElse(Double.NaN);
    }

    private List<String> findings() {
        var findings = new ArrayList<String>();
        for (String arm :
                scored.size() > 6 ? List.of(scored.getFirst(), scored.getLast()) : scored) {
            findings.add(
                    """
                    %s: at the end %s of the people are scored, %s on average; a tenth of them are \
                    below %s."""
                            .formatted(
                                    arm,
                                    Figures.percent(value("acceptance.members", arm)),
                                    Figures.number(value("score.mean", arm), 1),
                                    Figures.number(value("score.p10", arm), 1)));
            findings.add(
                    """
                    %s: of the criticism that people would have voiced, %s was not voiced in the \
                    last year; of those who are scored, %s come off better than worse by their own \
                    reckoning."""
                            .formatted(
                                    arm,
                                    Figures.percent(value("speech.silenced", arm)),
                                    Figures.percent(value("acceptance.prefer", arm))));
            gap(arm).ifPresent(findings::add);
        }
        for (String arm : arms) {
            if (!scored.contains(arm)) {
                findings.add(
                        "%s: without a score %s of criticism goes unvoiced all the same."
                                .formatted(arm, Figures.percent(value("speech.silenced", arm))));
            }
        }
        return findings;
    }

    /// The groups with the least and the greatest mean score.
    private Optional<String> gap(String arm) {
        if (groups.size() < 2) {
            return Optional.empty();
        }
        String low = groups.getFirst();
        String high = groups.getFirst();
        for (String group : groups) {
            double mean = value("score.mean", arm, group);
            low = mean < value("score.mean", arm, low) ? group : low;
            high = mean > value("score.mean", arm, high) ? group : high;
        }
        return Optional.of(
                """
                %s: the group %s stands %s points below the group %s, and %s of it are on a \
                blacklist against %s. Groups differ in income and neighbourhood only."""
                        .formatted(
                                arm,
                                low,
                                Figures.number(
                                        value("score.mean", arm, high)
                                                - value("score.mean", arm, low),
                                        1),
                                high,
                                Figures.percent(value("lists.share", arm, low)),
                                Figures.percent(value("lists.share", arm, high))));
    }

    private List<Block> scores() {
        var blocks = new ArrayList<Block>();
        var drawn = new LinkedHashSet<List<String>>();
        for (String arm : scored) {
            List<String> bands = bands(arm);
            if (drawn.add(bands)) {
                List<String> alike = scored.stream().filter(a -> bands(a).equals(bands)).toList();
                blocks.add(bandShares(bands, alike));
            }
        }
        for (String arm : scored.subList(0, Math.min(3, scored.size()))) {
            transitions(arm).ifPresent(blocks::add);
        }
        return blocks;
    }

    private List<String> bands(String arm) {
        return names("band.", arm);
    }

    private List<String> names(String prefix, String arm) {
        return results.measures().stream()
                .filter(m -> m.scheme().equals(arm) && m.name().startsWith(prefix))
                .map(m -> m.name().substring(prefix.length()))
                .distinct()
                .toList();
    }

    private Block bandShares(List<String> bands, List<String> alike) {
        String arm = alike.getFirst();
        return new Block.BarChart(
                new Caption(
                        "Where people stand at the end",
                        "Under %s, %s are in the lowest band and %s in the highest."
                                .formatted(
                                        arm,
                                        Figures.percent(value("band." + bands.getFirst(), arm)),
                                        Figures.percent(value("band." + bands.getLast(), arm))),
                        "band, from the lowest",
                        "share of those who are scored"),
                Scale.PERCENT,
                bands,
                alike.stream().map(each -> bars(each, "band.", bands, each)).toList());
    }

    private Optional<Block> transitions(String arm) {
        Optional<Table> table = results.table("transitions").filter(t -> t.size() > 0);
        List<String> bands = bands(arm);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        double[][] shares = new double[bands.size()][bands.size()];
        double[][] counted = new double[bands.size()][bands.size()];
        Table moves = table.get();
        for (int row : moves.rows("scheme", arm)) {
            int from = bands.indexOf(moves.text("from", row));
            int to = bands.indexOf(moves.text("to", row));
            double share = moves.number("share", row);
            if (!Double.isNaN(share)) {
                shares[from][to] += share;
                counted[from][to]++;
            }
        }
        for (int from = 0; from < shares.length; from++) {
            for (int to = 0; to < shares.length; to++) {
                shares[from][to] /= counted[from][to];
            }
        }
        return Optional.of(
                new Block.HeatMap(
                        new Caption(
                                "From band to band within a year: " + arm,
                                """
                                Each row is a band a year ago, each column a band now. %s stayed \
                                in their band; Shorrocks' index is %s (0: nobody moves, 1: where \
                                one was does not matter)."""
                                        .formatted(
                                                Figures.percent(value("mobility.stay", arm)),
                                                Figures.number(
                                                        value("mobility.shorrocks", arm), 2)),
                                "band now",
                                "band a year ago"),
                        Scale.PERCENT,
                        bands,
                        bands,
                        shares));
    }

    private Bars bars(String name, String prefix, List<String> categories, String arm) {
        var values = new double[categories.size()];
        var low = new double[values.length];
        var high = new double[values.length];
        boolean between = true;
        for (int i = 0; i < values.length; i++) {
            Optional<Measure> found =
                    results.measure(prefix + categories.get(i), arm, Optional.empty());
            values[i] = found.map(Measure::value).orElse(Double.NaN);
            between &= found.isPresent() && found.get().low().isPresent();
            low[i] = found.map(m -> m.low().orElse(Double.NaN)).orElse(Double.NaN);
            high[i] = found.map(m -> m.high().orElse(Double.NaN)).orElse(Double.NaN);
        }
        return between ? new Bars(name, values, low, high) : new Bars(name, values);
    }

    private List<Block> money() {
        var blocks = new ArrayList<Block>();
        List<String> costs = List.of("interest", "premium", "rent", "discount", "refusals");
        List<Bars> bars =
                scored.stream().limit(8).map(arm -> bars(arm, "cost.", costs, arm)).toList();
        if (!bars.isEmpty()) {
            String arm = scored.getFirst();
            blocks.add(
                    new Block.BarChart(
                            new Caption(
                                    "What the score costs and brings in a year",
                                    """
                                    Under %s it comes to %s euros a person and year in all (below \
                                    zero: a gain), and %s hours spent on what was refused."""
                                            .formatted(
                                                    arm,
                                                    Figures.number(value("cost.euros", arm), 1),
                                                    Figures.number(value("cost.hours", arm), 1)),
                                    "kind",
                                    "euros a person and year"),
                            Scale.PLAIN,
                            costs,
                            bars));
        }
        blocks.add(
                new Block.BarChart(
                        new Caption(
                                "Defaults in a year",
                                "The same people and luck in every arm.",
                                "arm",
                                "defaults a person and year"),
                        Scale.PERCENT,
                        arms,
                        byGroup("money.defaults")));
        return blocks;
    }

    /// A series for each group, over the arms.
    private List<Bars> byGroup(String measure) {
        return groups.stream()
                .map(
                        group ->
                                new Bars(
                                        group,
                                        arms.stream()
                                                .mapToDouble(arm -> value(measure, arm, group))
                                                .toArray()))
                .toList();
    }

    /// Where points are for sale, what is swept is no matter of speech.
    private List<Block> speech(boolean swept) {
        var blocks = new ArrayList<Block>();
        if (swept) {
            new SweepChart(results, groups).of("speech.silenced").ifPresent(blocks::add);
        }
        blocks.add(
                new Block.BarChart(
                        new Caption(
                                "Criticism that is not voiced",
                                silenced(arms.getFirst(), arms.getLast()),
                                "arm",
                                "share of what people would have said"),
                        Scale.PERCENT,
                        arms,
                        byGroup("speech.silenced")));
        blocks.add(
                new Block.BarChart(
                        new Caption(
                                "What is thought, and what is heard",
                                """
                                Where fewer critical voices are heard than there are critical \
                                people, everybody believes to be alone.""",
                                "arm",
                                "share"),
                        Scale.PERCENT,
                        arms,
                        List.of(
                                over("critical in private", "speech.private"),
                                over("critical voices heard among contacts", "speech.heard"))));
        return blocks;
    }

    private String silenced(String... some) {
        return Stream.of(some)
                .distinct()
                .map(arm -> arm + ": " + Figures.percent(value("speech.silenced", arm)))
                .collect(Collectors.joining("; ", "", "."));
    }

    private Bars over(String name, String measure) {
        return new Bars(name, arms.stream().mapToDouble(arm -> value(measure, arm)).toArray());
    }

    private List<Block> groups() {
        var blocks = new ArrayList<Block>();
        if (scored.isEmpty()) {
            return blocks;
        }
        blocks.add(groupChart("Mean score by group", "score.mean", Scale.PLAIN));
        blocks.add(groupChart("On a blacklist", "lists.share", Scale.PERCENT));
        String arm = scored.getFirst();
        List<String> parities = names("parity.", arm);
        var rows = new ArrayList<List<String>>();
        for (String service : parities) {
            var row = new ArrayList<String>();
            row.add(service);
            for (String group : groups) {
                row.add(Figures.percent(value("granted." + service, arm, group)));
            }
            double parity = value("parity." + service, arm);
            row.add(Figures.number(parity, 2) + (parity < 0.8 ? ", below four fifths" : ""));
            rows.add(row);
        }
        var columns = new ArrayList<String>(List.of("service"));
        columns.addAll(groups);
        columns.add("least over greatest");
        blocks.add(new Block.Grid("Who is granted what: " + arm, columns, rows));
        return blocks;
    }

    private Block groupChart(String title, String measure, Scale scale) {
        List<Bars> bars =
                groups.stream()
                        .map(
                                group ->
                                        new Bars(
                                                group,
                                                scored.stream()
                                                        .mapToDouble(a -> value(measure, a, group))
                                                        .toArray()))
                        .toList();
        return new Block.BarChart(
                new Caption(
                        title,
                        "Groups differ in income and neighbourhood, and in nothing else.",
                        "arm",
                        title.toLowerCase(java.util.Locale.ROOT)),
                scale,
                scored,
                bars);
    }

    private List<Block> falls() {
        var blocks = new ArrayList<Block>();
        var rows = new ArrayList<List<String>>();
        for (String arm : scored) {
            rows.add(
                    List.of(
                            arm,
                            Figures.number(value("recovery.weeks", arm), 0),
                            Figures.percent(value("recovery.never", arm)),
                            Figures.percent(value("bottom.absorbing", arm)),
                            Figures.number(value("ties.assortativity", arm), 2)));
        }
        blocks.add(
                new Block.Grid(
                        "After a lapse",
                        List.of(
                                "arm",
                                "weeks to recover (median)",
                                "not recovered by the end",
                                "still at the bottom three years later",
                                "assortativity of contacts' scores"),
                        rows));
        for (String arm : scored) {
            List<String> causes = names("spiral.caused-by.", arm);
            if (!causes.isEmpty()) {
                blocks.add(
                        new Block.BarChart(
                                new Caption(
                                        "Falls that one consequence caused: " + arm,
                                        """
                                        %s of those scored ended in a lower band than a year \
                                        after the start. A bar is the share of them whose twin, \
                                        in a world without that one consequence, did not fall."""
                                                .formatted(
                                                        Figures.percent(value("spiral.fell", arm))),
                                        "consequence switched off",
                                        "share of falls"),
                                Scale.PERCENT,
                                causes,
                                List.of(bars(arm, "spiral.caused-by.", causes, arm))));
            }
        }
        return scored.isEmpty() ? List.of() : blocks;
    }

    private List<Block> acceptance() {
        return scored.isEmpty()
                ? List.of()
                : List.of(
                        groupChart(
                                "Come off better than worse", "acceptance.prefer", Scale.PERCENT));
    }
}
