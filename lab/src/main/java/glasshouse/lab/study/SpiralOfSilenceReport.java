package glasshouse.lab.study;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tells of a run of [SpiralOfSilence].
final class SpiralOfSilenceReport {
    private static final double TWO_OF_THREE = 2.0 / 3;

    private final Results results;
    private final Table rows;
    private final Set<Double> ties = new LinkedHashSet<>();
    private final List<String> places;

    private SpiralOfSilenceReport(Results results) {
        this.results = results;
        rows = results.table(Table.ROWS).orElseThrow();
        places = rows.words("botsAt");
        for (int row = 0; row < rows.size(); row++) {
            ties.add(rows.number("ties", row));
        }
    }

    static List<Section> sections(Results results) {
        return new SpiralOfSilenceReport(results).sections();
    }

    private List<Section> sections() {
        var happened = new ArrayList<Block>();
        happened.add(new Block.Findings(findings()));
        for (double each : ties) {
            happened.add(won(each));
            happened.add(heard(each));
        }
        return List.of(
                new Section("What happened", happened),
                new Section("All numbers", grid()),
                new Section("How it works", Wording.of("spiral-of-silence")));
    }

    private int[] arm(double tiesMade, String place) {
        return java.util.stream.IntStream.of(rows.rows("botsAt", place))
                .filter(row -> rows.number("ties", row) == tiesMade)
                .toArray();
    }

    private List<String> findings() {
        var findings = new ArrayList<String>();
        for (double each : ties) {
            for (String place : places) {
                findings.add(tipping(each, place));
            }
        }
        for (Measure measure : results.measures()) {
            if (measure.name().equals("best-connected-wins")) {
                findings.add(
                        """
                        Without bots (%s) the best connected person is on the side that is heard \
                        in the end in %s of the networks (%s to %s); the paper says 60 to 70 %%."""
                                .formatted(
                                        measure.scheme(),
                                        Figures.percent(measure.value()),
                                        Figures.percent(measure.low().orElse(Double.NaN)),
                                        Figures.percent(measure.high().orElse(Double.NaN))));
            }
        }
        return findings;
    }

    /// The fewest bots that win in two of three networks.
    private String tipping(double tiesMade, String place) {
        int[] at = arm(tiesMade, place);
        String where = where(place) + " (" + Figures.whole(tiesMade) + " ties each)";
        for (int row : at) {
            if (rows.number("won", row) >= TWO_OF_THREE) {
                return """
                Bots tied %s decide two of three networks from %s of all accounts on, among the \
                shares tried; the paper says 2 to 4 %%, depending on place and density."""
                        .formatted(where, Figures.percent(rows.number("botShare", row)));
            }
        }
        int last = at[at.length - 1];
        return ("Bots tied %s do not decide two of three networks with any share "
                        + "tried; with %s they decide %s.")
                .formatted(
                        where,
                        Figures.percent(rows.number("botShare", last)),
                        Figures.percent(rows.number("won", last)));
    }

    private static String where(String place) {
        return switch (place) {
            case "centre" -> "to the well connected";
            case "edge" -> "to people at the edge";
            default -> "to anybody";
        };
    }

    private Block won(double tiesMade) {
        var lines = new ArrayList<Block.Line>();
        var summary = new ArrayList<String>();
        for (String place : places) {
            int[] at = arm(tiesMade, place);
            double[] share = rows.numbers("botShare", at);
            double[] won = rows.numbers("won", at);
            lines.add(
                    new Block.Line(
                            "tied " + where(place),
                            percent(share),
                            won,
                            rows.numbers("wonLow", at),
                            rows.numbers("wonHigh", at)));
            summary.add(
                    "%s from %s to %s"
                            .formatted(
                                    where(place),
                                    Figures.percent(won[0]),
                                    Figures.percent(won[won.length - 1])));
        }
        return new Block.LineChart(
                new Block.Caption(
                        "How often the bots' opinion is the one that is heard",
                        "Tied "
                                + Figures.list(summary)
                                + " of the networks as bots grow more. Bands: 95 % intervals.",
                        "bots, per cent of all accounts",
                        "share of networks"),
                Block.Scale.PERCENT,
                lines,
                List.of());
    }

    private static double[] percent(double... shares) {
        double[] percent = shares.clone();
        for (int i = 0; i < percent.length; i++) {
            percent[i] = Math.round(percent[i] * 10_000) / 100.0;
        }
        return percent;
    }

    private Block heard(double tiesMade) {
        int[] at = arm(tiesMade, places.getFirst());
        double[] share = percent(rows.numbers("botShare", at));
        double[] with = rows.numbers("speakFor", at);
        double[] against = rows.numbers("speakAgainst", at);
        int last = at.length - 1;
        return new Block.LineChart(
                new Block.Caption(
                        "Who still speaks, bots tied " + where(places.getFirst()),
                        """
                        Of the people who hold the bots' opinion %s speak without bots and %s with \
                        the most bots; of those who hold the other, %s and %s."""
                                .formatted(
                                        Figures.percent(with[0]),
                                        Figures.percent(with[last]),
                                        Figures.percent(against[0]),
                                        Figures.percent(against[last])),
                        "bots, per cent of all accounts",
                        "share of those who hold the opinion"),
                Block.Scale.PERCENT,
                List.of(
                        new Block.Line("people of the bots' opinion", share, with),
                        new Block.Line("people of the other opinion", share, against)),
                List.of());
    }

    private Block grid() {
        var table = new ArrayList<List<String>>();
        for (int row = 0; row < rows.size(); row++) {
            var cells = new ArrayList<String>();
            cells.add(Figures.whole(rows.number("ties", row)));
            cells.add(rows.text("botsAt", row));
            cells.add(Figures.whole(rows.number("bots", row)));
            for (String column :
                    List.of("won", "wonLow", "wonHigh", "tipped", "speakFor", "speakAgainst")) {
                cells.add(Figures.number(rows.number(column, row), 4));
            }
            table.add(cells);
        }
        return new Block.Grid(
                ("Won: share of networks in which more people speak for the bots' "
                                + "opinion than against")
                        + (" it. Tipped: of the networks in which they do not without bots, the "
                                + "share in")
                        + " which they do with them. Speak: share of those who hold the opinion.",
                List.of(
                        "ties",
                        "bots at",
                        "bots",
                        "won",
                        "low",
                        "high",
                        "tipped",
                        "speak for",
                        "speak against"),
                table);
    }
}
