package glasshouse.cli;

import glasshouse.audit.Audit;
import glasshouse.audit.Feedback;
import glasshouse.audit.Finding;
import glasshouse.audit.Verdict;
import glasshouse.cli.RunArms.Arm;
import glasshouse.data.Column;
import glasshouse.lab.compact.Reporting;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.ResultHash;
import glasshouse.lab.experiment.RunFolder;
import glasshouse.lab.experiment.Table;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import glasshouse.wire.audit.Hits;
import glasshouse.wire.audit.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a run of the lab says of the findings on the schemes that its people lived under.
///
/// A finding hits those who are scored; where it leads to services, how hard is the share of their
/// decisions that were a no or a review; where it is about a list, the share of people on it; where
/// it is about a characteristic, how much that tells of a person's group.
final class LabHits {
    private static final String GRANTED = "granted";

    private final Path folder;
    private final RunFolder run;
    private final List<Measure> measures;
    private final RunArms all;
    private final Map<String, Arm> arms;

    private LabHits(Path folder, RunFolder run) throws IOException {
        this.folder = folder;
        this.run = run;
        measures = run.answer().measures();
        all = RunArms.of(Files.readString(folder.resolve(RunFolder.EXPERIMENT)));
        arms = all.byScheme();
    }

    /// A run that has ended.
    static LabHits in(Path folder) throws Refusal {
        var run = new RunFolder(folder);
        try {
            if (!run.isEnded()) {
                throw new Refusal(
                        folder
                                + " holds no lab run that has ended; run one with"
                                + " glasshouse lab run.");
            }
            return new LabHits(folder, run);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal(Terminal.safe(String.valueOf(unreadable.getMessage())));
        }
    }

    /// Whom the findings of audits hit, and how hard.
    Hits hits(List<Audit> audits) throws Refusal {
        try {
            Map<Finding, Hits.Hit> byFinding = new HashMap<>();
            for (Audit audit : audits) {
                Arm arm = arms.get(audit.scheme().header().name());
                if (arm != null) {
                    sameText(audit.scheme());
                    add(audit, arm.name(), byFinding);
                }
            }
            if (byFinding.isEmpty()) {
                throw nobody();
            }
            return new Hits(String.valueOf(folder.getFileName()), byFinding);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal(Terminal.safe(String.valueOf(unreadable.getMessage())));
        }
    }

    private Refusal nobody() {
        return new Refusal(
                "Nobody in the lab run "
                        + folder
                        + " lives under a scheme that is audited here; its schemes: "
                        + (arms.isEmpty() ? "none" : String.join(", ", arms.keySet()))
                        + ".");
    }

    /// What comes back as late payments, for each consequence of a scheme that a twin world of the
    /// run does without.
    List<Feedback> feedback(Scheme scheme) {
        Arm arm = arms.get(scheme.header().name());
        var seen = new ArrayList<Feedback>();
        if (arm != null) {
            for (Arm twin : all.twinsOf(arm)) {
                Map<String, Double> with = late(arm);
                Map<String, Double> without = late(twin);
                String hardest =
                        with.keySet().stream()
                                .filter(group -> !group.isEmpty())
                                .max(
                                        Comparator.comparingDouble(
                                                group -> more(with, without, group)))
                                .orElse("");
                if (with.containsKey("") && without.containsKey("")) {
                    seen.add(
                            new Feedback(
                                    twin.without().getFirst(),
                                    with.get(""),
                                    without.get(""),
                                    hardest,
                                    lateSignals(scheme)));
                }
            }
        }
        return seen;
    }

    private static double more(
            Map<String, Double> with, Map<String, Double> without, String group) {
        return with.getOrDefault(group, 0.0) - without.getOrDefault(group, 0.0);
    }

    /// Late payments a person and year, by group; of everybody under the empty name.
    private Map<String, Double> late(Arm arm) {
        return measures.stream()
                .filter(each -> each.name().equals("money.late"))
                .filter(each -> each.scheme().equals(arm.name()))
                .collect(Collectors.toMap(each -> each.group().orElse(""), Measure::value));
    }

    /// The signals of a scheme by which the lab reports a late payment.
    private static List<String> lateSignals(Scheme scheme) {
        Reporting reporting = Reporting.shipped();
        return scheme.signals().stream()
                .map(Signal::name)
                .filter(
                        name ->
                                reporting.of(name).stream()
                                        .anyMatch(each -> each.deed().word().endsWith("-late")))
                .toList();
    }

    /// What people live through under the one scheme and under the other, group by group.
    Shift shift(Scheme before, Scheme after) throws Refusal {
        Arm then = arms.get(before.header().name());
        Arm now = arms.get(after.header().name());
        if (then == null || now == null) {
            throw new Refusal(
                    "The lab run %s does not hold both %s and %s; its schemes: %s."
                            .formatted(
                                    folder,
                                    before.header().name(),
                                    after.header().name(),
                                    String.join(", ", arms.keySet())));
        }
        try {
            sameText(before);
            sameText(after);
        } catch (IOException unreadable) {
            throw new Refusal(Terminal.safe(String.valueOf(unreadable.getMessage())));
        }
        var rows = new ArrayList<Shift.Row>();
        for (Shift.Kind kind : Shift.Kind.values()) {
            for (Measure each : measures) {
                if (each.scheme().equals(then.name()) && each.name().equals(kind.measure())) {
                    measures.stream()
                            .filter(other -> other.scheme().equals(now.name()))
                            .filter(other -> other.name().equals(kind.measure()))
                            .filter(other -> other.group().equals(each.group()))
                            .findFirst()
                            .ifPresent(
                                    other ->
                                            rows.add(
                                                    new Shift.Row(
                                                            kind,
                                                            each.group().orElse(""),
                                                            each.value(),
                                                            other.value())));
                }
            }
        }
        return new Shift(String.valueOf(folder.getFileName()), rows);
    }

    private void add(Audit audit, String arm, Map<Finding, Hits.Hit> into) throws IOException {
        Map<String, Long> people = people(arm);
        Map<String, Map<String, long[]>> decisions = decisions(arm);
        for (Finding finding : audit.findings()) {
            if (finding.verdict() == Verdict.PASS) {
                continue;
            }
            Set<String> services = services(finding);
            var groups = new ArrayList<Hits.InGroup>();
            people.forEach(
                    (group, members) -> {
                        long asked = 0;
                        long refused = 0;
                        for (String service : services) {
                            long[] counts =
                                    decisions
                                            .getOrDefault(service, Map.of())
                                            .getOrDefault(group, new long[2]);
                            asked += counts[0];
                            refused += counts[1];
                        }
                        groups.add(new Hits.InGroup(group, members, asked, refused));
                    });
            into.put(finding, new Hits.Hit(groups, also(finding, arm)));
        }
    }

    /// The people lived under the very text that is audited.
    private void sameText(Scheme scheme) throws IOException, Refusal {
        String name = scheme.header().name();
        Path file = Path.of(scheme.position("scheme").file());
        String lived = run.record().inputs().getOrDefault("scheme " + name, "");
        if (!Files.isRegularFile(file)
                || !lived.equals(ResultHash.ofText(Files.readString(file)))) {
            throw new Refusal(
                    "In the lab run "
                            + folder
                            + " people live under another text of "
                            + name
                            + " than the one that is audited; run it again.");
        }
    }

    private static Set<String> services(Finding finding) {
        var services = new HashSet<String>();
        finding.paths().forEach(path -> services.add(path.service()));
        if (finding.subject().startsWith("services.")) {
            services.add(finding.subject().substring("services.".length()));
        }
        services.remove("");
        return services;
    }

    private String also(Finding finding, String arm) {
        int dot = finding.subject().indexOf('.');
        String kind = dot < 0 ? "" : finding.subject().substring(0, dot);
        String name = finding.subject().substring(dot + 1).replaceFirst("\\..*", "");
        return switch (kind) {
            case "lists" ->
                    measured("lists." + name, arm)
                            .map(each -> share(each) + " of them stand on the list at the end")
                            .orElse("");
            case "characteristics" ->
                    measured("proxy." + name, arm)
                            .map(
                                    each ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "its points tell %.3f bits of a person's group",
                                                    each))
                            .orElse("");
            default -> "";
        };
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    private Optional<Double> measured(String name, String arm) {
        return measures.stream()
                .filter(each -> each.name().equals(name) && each.scheme().equals(arm))
                .filter(each -> each.group().isEmpty())
                .map(Measure::value)
                .findFirst();
    }

    /// Who is scored at the end, by group, all seeds together.
    private Map<String, Long> people(String arm) throws IOException {
        Table series = table("series");
        List<String> schemes = texts(series, "scheme");
        List<String> groups = texts(series, "group");
        List<String> counts = texts(series, "count");
        long[] steps = wholes(series, "step");
        long last = 0;
        for (long step : steps) {
            last = Math.max(last, step);
        }
        Map<String, Long> people = new LinkedHashMap<>();
        for (int i = 0; i < steps.length; i++) {
            boolean counted = schemes.get(i).equals(arm) && steps[i] == last;
            if (counted && counts.get(i).equals("members")) {
                long members = Math.round(series.number("value", i));
                people.merge(groups.get(i), members, Long::sum);
            }
        }
        return people;
    }

    /// Decisions, and those that were a no or a review, by service and group.
    private Map<String, Map<String, long[]>> decisions(String arm) throws IOException {
        Table decisions = table("decisions");
        List<String> schemes = texts(decisions, "scheme");
        List<String> groups = texts(decisions, "group");
        List<String> services = texts(decisions, "service");
        List<String> outcomes = texts(decisions, "outcome");
        long[] diligent = wholes(decisions, "diligent");
        long[] others = wholes(decisions, "others");
        Map<String, Map<String, long[]>> counted = new HashMap<>();
        for (int i = 0; i < diligent.length; i++) {
            if (schemes.get(i).equals(arm)) {
                long[] counts =
                        counted.computeIfAbsent(services.get(i), _ -> new HashMap<>())
                                .computeIfAbsent(groups.get(i), _ -> new long[2]);
                counts[0] += diligent[i] + others[i];
                counts[1] += outcomes.get(i).equals(GRANTED) ? 0 : diligent[i] + others[i];
            }
        }
        return counted;
    }

    private Table table(String name) throws IOException {
        return run.table(name)
                .orElseThrow(
                        () ->
                                new IOException(
                                        folder
                                                + " holds no table "
                                                + name
                                                + "; only runs of a society say whom"
                                                + " a scheme hits"));
    }

    private static List<String> texts(Table table, String name) {
        return table.column(name).stream()
                .filter(Column.Texts.class::isInstance)
                .flatMap(column -> ((Column.Texts) column).values().stream())
                .collect(Collectors.toList());
    }

    private static long[] wholes(Table table, String name) {
        return table.column(name).stream()
                .filter(Column.Wholes.class::isInstance)
                .map(column -> ((Column.Wholes) column).values())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no numbers called " + name));
    }
}
