package glasshouse.audit;

import glasshouse.document.Position;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where predicates note what they find; the words come from the rule.
final class Notes {
    private final Scheme scheme;
    private final List<Finding> findings = new ArrayList<>();

    Notes(Scheme scheme) {
        this.scheme = scheme;
    }

    /// What fills the places in a rule's words.
    static final class Words {
        private final Map<String, String> words = new LinkedHashMap<>();

        Words with(String name, Object value) {
            words.put(name, value.toString());
            return this;
        }

        private String fill(String text) {
            String filled = text;
            for (Map.Entry<String, String> word : words.entrySet()) {
                filled = filled.replace("{" + word.getKey() + "}", word.getValue());
            }
            return filled;
        }
    }

    /// Notes a finding about `subject`, which is a path of the scheme such as `services.job`.
    void add(AuditRule rule, String named, String subject, List<Path> paths, Words words) {
        AuditRule.Case scene = rule.cases().get(named);
        if (scene == null) {
            throw new IllegalStateException("the rule " + rule.id() + " has no case " + named);
        }
        findings.add(
                new Finding(
                        rule.id(),
                        named,
                        rule.title(),
                        rule.group(),
                        scene.verdict(),
                        scene.citation(),
                        rule.see(),
                        rule.inForce(),
                        subject,
                        paths,
                        position(subject),
                        Subject.capitalised(words.fill(scene.says())),
                        words.fill(scene.question()),
                        Subject.capitalised(words.fill(scene.whom())),
                        words.fill(scene.remedy())));
    }

    /// Notes that a rule found nothing.
    void pass(AuditRule rule) {
        findings.add(
                new Finding(
                        rule.id(),
                        "",
                        rule.title(),
                        rule.group(),
                        Verdict.PASS,
                        rule.citation(),
                        rule.see(),
                        rule.inForce(),
                        "scheme",
                        List.of(),
                        position("scheme"),
                        "nothing found",
                        "",
                        "",
                        ""));
    }

    int count() {
        return findings.size();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// Where a part is written, or the nearest part around it that is.
    private Position position(String subject) {
        String part = subject;
        while (!scheme.positions().containsKey(part)) {
            int end = part.lastIndexOf('.');
            if (end < 0) {
                return scheme.positions().getOrDefault("scheme", scheme.position(subject));
            }
            part = part.substring(0, end);
        }
        return scheme.position(part);
    }
}
