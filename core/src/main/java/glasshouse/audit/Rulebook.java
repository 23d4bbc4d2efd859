package glasshouse.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rules of the audit, which contexts are how near, and what a report says beside its findings.
///
/// `changes` names the files that changed the shipped rules, so that a report can say so.
public record Rulebook(
        String name,
        List<AuditRule> rules,
        Contexts contexts,
        Map<String, String> notes,
        List<String> changes) {
    public Rulebook {
        rules = List.copyOf(rules);
        changes = List.copyOf(changes);
    }

    /// The shipped rules.
    public static Rulebook shipped() {
        return Shipped.ALL;
    }

    /// Those of the shipped rules that can fail a scheme: all that a compiler needs, read alone,
    /// for to read all takes longer than to compile.
    static Rulebook shippedThatCanFail() {
        return Failing.RULES;
    }

    /// Read when first asked for.
    private static final class Shipped {
        private static final Rulebook ALL = RulebookReader.shipped("rules");
    }

    /// Read when first asked for.
    private static final class Failing {
        private static final Rulebook RULES = RulebookReader.shipped("can-fail");
    }

    /// The rules as they apply on a day: what is not yet in force cannot fail a scheme, it is asked
    /// about.
    public Rulebook on(LocalDate day) {
        var applying = new ArrayList<AuditRule>();
        for (AuditRule rule : rules) {
            applying.add(rule.inForce().isAfter(day) ? RulebookReader.softened(rule) : rule);
        }
        return new Rulebook(name, applying, contexts, notes, changes);
    }

    /// The rule of this name.
    public AuditRule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no rule " + id));
    }
}
