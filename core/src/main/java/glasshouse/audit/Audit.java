package glasshouse.audit;

import glasshouse.scheme.Scheme;
import java.util.List;

/// Reads a scheme for what the law forbids, and for what a person has to answer: every path from a
/// behaviour to a consequence, under a book of rules.
///
/// Decision support, not legal advice. What fails here does not compile in the live realm.
public record Audit(Scheme scheme, Rulebook rulebook, List<Finding> findings) {
    public Audit {
        findings = List.copyOf(findings);
    }

    /// All findings under the shipped rules, in the order of the rules, then of the scheme; a rule
    /// that finds nothing says so.
    public static List<Finding> of(Scheme scheme) {
        return under(Rulebook.shipped(), scheme).findings();
    }

    /// The audit of a scheme under a book of rules.
    public static Audit under(Rulebook rulebook, Scheme scheme) {
        return under(rulebook, scheme, List.of());
    }

    /// The audit of a scheme of which a run of the lab has shown what comes back as behaviour.
    /// Where no run was asked (`seen` is empty), the rule about that is left out: it has not
    /// looked.
    public static Audit under(Rulebook rulebook, Scheme scheme, List<Feedback> seen) {
        var subject = new Subject(scheme, rulebook.contexts(), seen);
        var notes = new Notes(scheme);
        for (AuditRule rule : rulebook.rules()) {
            if (rule.test() == Test.FEEDBACK && seen.isEmpty()) {
                continue;
            }
            int before = notes.count();
            rule.test().look(subject, rule, notes);
            if (notes.count() == before) {
                notes.pass(rule);
            }
        }
        return new Audit(scheme, rulebook, notes.findings());
    }

    /// The gravest verdict.
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.PASS);
    }

    /// The findings with this verdict.
    public List<Finding> with(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }
}
