package glasshouse.lab.experiment;

import glasshouse.lab.report.Block;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Report;
import glasshouse.lab.report.Report.Fact;
import glasshouse.lab.report.Section;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The report of a run: what its kind tells, and the facts by which it can be run again.
final class RunReport {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private RunReport() {}

    static Report of(RunRecord record, List<Section> sections) {
        return new Report(
                record.heading().title(),
                record.heading().question(),
                record.heading().source(),
                sections,
                facts(record));
    }

    private static List<Fact> facts(RunRecord record) {
        var settings = new TreeMap<>(record.settings());
        var command = new StringBuilder("glasshouse lab run ").append(RunFolder.EXPERIMENT);
        settings.forEach(
                (key, value) -> command.append(" --").append(key).append(' ').append(value));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Command", command.append(" --out DIR").toString()));
        facts.add(
                new Fact(
                        "Seed",
                        settings.containsKey("seed")
                                ? settings.get("seed").toString()
                                : "none: there is no chance in it"));
        facts.add(new Fact("Version", record.version()));
        facts.add(new Fact("Result, SHA-256", record.result()));
        facts.add(new Fact("Experiment, SHA-256", record.textSha256()));
        new TreeMap<>(record.inputs())
                .forEach((name, digest) -> facts.add(new Fact(name + ", SHA-256", digest)));
        RunRecord.Circumstances circumstances = record.circumstances();
        facts.add(
                new Fact(
                        "Machine",
                        circumstances.machine()
                                + "; threads: "
                                + circumstances.threads()
                                + " (results do not depend on them)"));
        facts.add(
                new Fact(
                        "Run",
                        MINUTE.format(circumstances.started())
                                + ", "
                                + Figures.number(circumstances.seconds(), 1)
                                + " seconds"));
        return facts;
    }

    /// All measures as one table.
    static List<Section> measures(Results results) {
        var rows = new ArrayList<List<String>>();
        for (Measure measure : results.measures()) {
            rows.add(
                    List.of(
                            measure.name(),
                            measure.scheme(),
                            measure.group().orElse("all"),
                            Figures.number(measure.value(), 4),
                            Figures.number(measure.low().orElse(Double.NaN), 4),
                            Figures.number(measure.high().orElse(Double.NaN), 4)));
        }
        List<String> columns = List.of("measure", "scheme", "group", "value", "low", "high");
        return List.of(new Section("Measures", new Block.Grid("", columns, rows)));
    }
}
