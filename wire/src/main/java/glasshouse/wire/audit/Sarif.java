package glasshouse.wire.audit;

import glasshouse.audit.Audit;
import glasshouse.audit.AuditRule;
import glasshouse.audit.Finding;
import glasshouse.audit.Verdict;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// Audits in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS, 2020), for code
/// review: what fails is an error, what a person has to answer a warning.
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    /// One run with the results of all schemes.
    public static String of(List<Audit> audits, Sources sources, String version) {
        List<AuditRule> rules = audits.getFirst().rulebook().rules();
        List<String> ids = rules.stream().map(AuditRule::id).toList();
        List<Finding> findings =
                audits.stream().flatMap(audit -> audit.findings().stream()).toList();
        return JsonDocument.of(
                json -> {
                    json.text("$schema", SCHEMA);
                    json.text("version", "2.1.0");
                    json.array(
                            "runs",
                            List.of(findings),
                            all -> {
                                json.object("tool", () -> tool(json, rules, version));
                                json.text("columnKind", "unicodeCodePoints");
                                json.array(
                                        "results", all, each -> result(json, each, ids, sources));
                            });
                });
    }

    private static void tool(JsonDocument json, List<AuditRule> rules, String version)
            throws IOException {
        json.object(
                "driver",
                () -> {
                    json.text("name", "glasshouse audit");
                    json.text("version", version);
                    json.array("rules", rules, rule -> rule(json, rule));
                });
    }

    private static void rule(JsonDocument json, AuditRule rule) throws IOException {
        json.text("id", rule.id());
        json.object("shortDescription", () -> json.text("text", rule.title()));
        json.object("fullDescription", () -> json.text("text", rule.plain()));
        json.object(
                "properties",
                () -> {
                    json.text("citation", rule.citation());
                    json.texts("see", rule.see());
                    json.text("inForce", rule.inForce());
                });
    }

    private static void result(
            JsonDocument json, Finding finding, List<String> ids, Sources sources)
            throws IOException {
        json.text("ruleId", finding.rule());
        json.whole("ruleIndex", ids.indexOf(finding.rule()));
        json.text("kind", finding.verdict() == Verdict.PASS ? "pass" : "fail");
        json.text("level", level(finding.verdict()));
        json.object("message", () -> json.text("text", message(finding)));
        json.array(
                "locations",
                List.of(finding),
                each -> {
                    json.object(
                            "physicalLocation",
                            () -> {
                                json.object(
                                        "artifactLocation",
                                        () -> json.text("uri", uri(sources, each)));
                                if (each.position().line() > 0) {
                                    json.object(
                                            "region",
                                            () ->
                                                    json.whole("startLine", each.position().line())
                                                            .whole(
                                                                    "startColumn",
                                                                    each.position().column()));
                                }
                            });
                    json.array(
                            "logicalLocations",
                            List.of(each),
                            one -> json.text("fullyQualifiedName", one.path()));
                });
        json.object("partialFingerprints", () -> json.text("finding/v1", finding.key()));
        json.object(
                "properties",
                () -> {
                    json.text("verdict", finding.verdict().written());
                    json.text("citation", finding.citation());
                });
    }

    private static String level(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "none";
            case NEEDS_HUMAN -> "warning";
            case FAIL -> "error";
        };
    }

    private static String message(Finding finding) {
        String question = finding.question().isEmpty() ? "" : " " + finding.question();
        String remedy = finding.remedy().isEmpty() ? "" : " What to do: " + finding.remedy() + ".";
        return finding.sentence() + " (" + finding.citation() + ")." + question + remedy;
    }

    private static String uri(Sources sources, Finding finding) {
        String name = sources.name(finding.position()).replace('\\', '/');
        try {
            return new URI(null, null, name, null).toASCIIString();
        } catch (URISyntaxException odd) {
            return "scheme.yaml";
        }
    }
}
