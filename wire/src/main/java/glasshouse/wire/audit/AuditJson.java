package glasshouse.wire.audit;

import glasshouse.audit.Audit;
import glasshouse.audit.AuditComparison;
import glasshouse.audit.Finding;
import glasshouse.audit.Path;
import glasshouse.audit.Verdict;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;

/// Audits as one JSON document: what was audited under which rules, and every finding.
public final class AuditJson {
    private AuditJson() {}

    private record Found(Audit audit, Finding finding) {}

    /// The findings of all schemes in a row, those that pass too; with what a lab run says of them.
    public static String audits(List<Audit> audits, Sources sources, Hits hits) {
        List<Found> found =
                audits.stream()
                        .flatMap(audit -> audit.findings().stream().map(f -> new Found(audit, f)))
                        .toList();
        return JsonDocument.of(
                json -> {
                    json.text("verdict", worst(audits).written());
                    json.optional("run", hits.run());
                    rules(json, audits.getFirst());
                    json.array("schemes", audits, audit -> scheme(json, audit));
                    json.array(
                            "findings",
                            found,
                            each -> {
                                json.text("scheme", each.audit().scheme().header().name());
                                finding(json, each.finding(), sources);
                                var hit = hits.of(each.finding());
                                if (hit.isPresent()) {
                                    json.object("lab", () -> Hits.json(json, hit.get()));
                                }
                            });
                });
    }

    /// What a change of scheme gains and mends; with what a lab run says of whom it does what to.
    public static String comparison(AuditComparison comparison, Sources sources, Shift shift) {
        List<AuditComparison.Change> changed =
                comparison.kept().stream().filter(AuditComparison.Change::isChange).toList();
        return JsonDocument.of(
                json -> {
                    rules(json, comparison.after());
                    json.object("before", () -> scheme(json, comparison.before()));
                    json.object("after", () -> scheme(json, comparison.after()));
                    json.array("gained", comparison.gained(), f -> finding(json, f, sources));
                    json.array("lost", comparison.lost(), f -> finding(json, f, sources));
                    json.array(
                            "changed",
                            changed,
                            each -> {
                                finding(json, each.after(), sources);
                                json.text("before", each.before().verdict().written());
                                json.texts("newPaths", paths(each.newPaths()));
                                json.texts("gonePaths", paths(each.gonePaths()));
                            });
                    if (!shift.rows().isEmpty()) {
                        json.object("lab", () -> Shift.json(json, shift));
                    }
                });
    }

    static Verdict worst(List<Audit> audits) {
        return audits.stream().map(Audit::verdict).max(Verdict::compareTo).orElse(Verdict.PASS);
    }

    private static void rules(JsonDocument json, Audit audit) throws IOException {
        json.object(
                "rules",
                () -> {
                    json.text("name", audit.rulebook().name());
                    json.whole("count", audit.rulebook().rules().size());
                    json.texts("changedBy", audit.rulebook().changes());
                });
        json.texts("notes", audit.rulebook().notes().values());
    }

    private static void scheme(JsonDocument json, Audit audit) throws IOException {
        var header = audit.scheme().header();
        json.text("scheme", header.name());
        json.text("version", header.version());
        json.text("realm", header.realm().name().toLowerCase(java.util.Locale.ROOT));
        json.text("verdict", audit.verdict().written());
        json.whole("fail", audit.with(Verdict.FAIL).size());
        json.whole("needsHuman", audit.with(Verdict.NEEDS_HUMAN).size());
        json.whole("pass", audit.with(Verdict.PASS).size());
    }

    private static void finding(JsonDocument json, Finding finding, Sources sources)
            throws IOException {
        json.text("rule", finding.rule());
        json.optional("variant", finding.variant());
        json.text("title", finding.title());
        json.text("verdict", finding.verdict().written());
        json.text("citation", finding.citation());
        json.texts("see", finding.see());
        json.text("inForce", finding.inForce());
        json.text("subject", finding.subject());
        json.text("path", finding.path());
        json.texts("paths", paths(finding.paths()));
        json.text("file", sources.name(finding.position()));
        json.whole("line", finding.position().line());
        json.whole("column", finding.position().column());
        json.text("sentence", finding.sentence());
        json.optional("question", finding.question());
        json.optional("whom", finding.whom());
        json.text("remedy", finding.remedy());
    }

    private static List<String> paths(java.util.Collection<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
