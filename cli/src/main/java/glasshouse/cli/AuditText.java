package glasshouse.cli;

import glasshouse.audit.Audit;
import glasshouse.audit.AuditComparison;
import glasshouse.audit.Finding;
import glasshouse.audit.Verdict;
import glasshouse.wire.audit.Hits;
import glasshouse.wire.audit.Shift;
import glasshouse.wire.audit.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Audits as text for a terminal: the answer first, then each finding with the line of the scheme.
final class AuditText {
    private static final int WIDTH = 96;

    /// Findings of one rule that are written in full.
    private static final int IN_FULL = 3;

    private static final String RED = "#d73027";
    private static final String AMBER = "#d98e04";
    private static final String GREEN = "#1a9850";

    private final Terminal terminal;
    private final Sources sources;
    private final Hits hits;
    private final StringBuilder text = new StringBuilder();

    AuditText(Terminal terminal, Sources sources, Hits hits) {
        this.hits = hits;
        this.terminal = terminal;
        this.sources = sources;
    }

    String audits(List<Audit> audits) {
        for (Audit audit : audits) {
            heading(audit);
            findings(audit.with(Verdict.FAIL));
            findings(audit.with(Verdict.NEEDS_HUMAN));
            summary(audit);
        }
        return text.toString();
    }

    String comparison(AuditComparison comparison, Shift shift) {
        heading(comparison.before());
        text.append("becomes\n\n");
        heading(comparison.after());
        people(shift);
        part("Mended", comparison.lost());
        part("New", comparison.gained());
        List<AuditComparison.Change> changed =
                comparison.kept().stream().filter(AuditComparison.Change::isChange).toList();
        if (!changed.isEmpty()) {
            text.append(terminal.bold("Changed (" + changed.size() + ")")).append("\n\n");
            changed.forEach(this::change);
        }
        int same = comparison.kept().size() - changed.size();
        text.append(same).append(" findings stay as they are.\n");
        return text.toString();
    }

    /// To whom the change does what, a line a figure and group.
    private void people(Shift shift) {
        if (shift.rows().isEmpty()) {
            return;
        }
        text.append(terminal.bold("To whom")).append(", in the run ");
        text.append(Terminal.safe(shift.run())).append("\n\n");
        for (Shift.Kind kind : Shift.Kind.values()) {
            List<Shift.Row> rows = shift.rows().stream().filter(r -> r.kind() == kind).toList();
            if (!rows.isEmpty()) {
                text.append("  ").append(kind.words()).append('\n');
                rows.forEach(this::row);
            }
        }
        text.append('\n');
    }

    private void row(Shift.Row row) {
        String group = row.group().isEmpty() ? "everybody" : Terminal.safe(row.group());
        String verdict = row.better() ? "better" : row.worse() ? "worse" : "as before";
        text.append(
                "    %-12s %12s → %-12s %s%n"
                        .formatted(
                                group,
                                row.kind().shown(row.before()),
                                row.kind().shown(row.after()),
                                terminal.coloured(
                                        verdict,
                                        row.better() ? GREEN : row.worse() ? RED : AMBER)));
    }

    private void change(AuditComparison.Change change) {
        Finding after = change.after();
        text.append(mark(after.verdict())).append(' ').append(after.title()).append(", ");
        text.append(after.subject()).append(": ");
        if (change.before().verdict() != after.verdict()) {
            text.append(change.before().verdict().written()).append(" becomes ");
            text.append(after.verdict().written()).append("; ");
        }
        text.append(change.gonePaths().size()).append(" paths go, ");
        text.append(change.newPaths().size()).append(" come\n\n");
    }

    private void part(String name, List<Finding> findings) {
        if (!findings.isEmpty()) {
            text.append(terminal.bold(name + " (" + findings.size() + ")")).append("\n\n");
            findings(findings);
        }
    }

    private void heading(Audit audit) {
        var header = audit.scheme().header();
        text.append(terminal.bold(Terminal.safe(header.title())));
        text.append(" (" + header.name() + " " + Terminal.safe(header.version()) + ")\n");
        wrap("", verdict(audit));
        text.append('\n');
    }

    private static String verdict(Audit audit) {
        int fails = audit.with(Verdict.FAIL).size();
        int asks = audit.with(Verdict.NEEDS_HUMAN).size();
        return switch (audit.verdict()) {
            case FAIL ->
                    "This may not be done to people: %s, %s."
                            .formatted(
                                    ProblemText.count(fails, "failing finding"),
                                    ProblemText.count(asks, "open question"));
            case NEEDS_HUMAN ->
                    "Nothing in it is forbidden as such; %s to be answered before it is used."
                            .formatted(ProblemText.count(asks, "question"));
            case PASS -> "The audit has nothing to object.";
        };
    }

    /// The findings, rule by rule: the first few of each in full, of the others what they are about
    /// and where.
    private void findings(List<Finding> findings) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding);
        }
        for (List<Finding> alike : byRule.values()) {
            int full = alike.size() <= IN_FULL + 1 ? alike.size() : IN_FULL;
            alike.subList(0, full).forEach(this::finding);
            if (full < alike.size()) {
                alike(alike.subList(full, alike.size()));
            }
        }
    }

    private void alike(List<Finding> findings) {
        Finding first = findings.getFirst();
        text.append(mark(first.verdict())).append(' ');
        text.append(terminal.bold(first.title()));
        text.append(", and " + findings.size() + " more (in full: --format html or json)\n");
        for (Finding finding : findings) {
            String about = "  %5d | %s".formatted(finding.position().line(), finding.subject());
            text.append(terminal.dim(Terminal.safe(about))).append('\n');
        }
        text.append('\n');
    }

    private void finding(Finding finding) {
        text.append(mark(finding.verdict())).append(' ');
        text.append(terminal.bold(finding.title())).append("  ");
        text.append(terminal.dim(finding.citation())).append('\n');
        wrap("  ", Terminal.safe(finding.sentence()) + ".");
        for (Sources.Line line : sources.quote(finding.position())) {
            String quoted = "  %5d | %s".formatted(line.number(), Terminal.safe(line.text()));
            text.append(terminal.dim(quoted)).append('\n');
        }
        if (!finding.paths().isEmpty()) {
            int more = finding.paths().size() - 1;
            wrap("  path: ", finding.path() + (more > 0 ? ", and " + more + " more" : ""));
        }
        hits.of(finding).ifPresent(hit -> wrap("  lab: ", Terminal.safe(hit.sentence()) + "."));
        if (!finding.question().isEmpty()) {
            wrap("  answer: ", Terminal.safe(finding.question()));
        }
        wrap("  mend: ", Terminal.safe(finding.remedy()));
        text.append('\n');
    }

    private String mark(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> terminal.coloured("✗", RED);
            case NEEDS_HUMAN -> terminal.coloured("?", AMBER);
            case PASS -> terminal.coloured("✓", GREEN);
        };
    }

    private void summary(Audit audit) {
        List<Finding> passes = audit.with(Verdict.PASS);
        if (!passes.isEmpty()) {
            String titles = String.join(", ", passes.stream().map(Finding::title).toList());
            text.append(mark(Verdict.PASS)).append(' ');
            wrap("", "Looked for and not found: " + titles + ".");
            text.append('\n');
        }
        String changes =
                audit.rulebook().changes().isEmpty()
                        ? ""
                        : ", changed by " + String.join(", ", audit.rulebook().changes());
        wrap("", "Rules: " + audit.rulebook().name() + changes + ".");
        audit.rulebook().notes().values().forEach(note -> wrap("", note));
        text.append('\n');
    }

    /// Words in lines of at most [#WIDTH]; further lines stand under the first.
    private void wrap(String lead, String words) {
        String indent = " ".repeat(lead.length());
        var line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : words.split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
    }
}
