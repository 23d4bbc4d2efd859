package glasshouse.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One rule of the audit, as its file says it.
///
/// `test` names the predicate that looks for it, `with` what the predicate is told. What it finds
/// it reports as one of `cases`, which hold the verdict and the words. `see` are further sources.
public record AuditRule(
        String id,
        String title,
        String group,
        Test test,
        Map<String, List<String>> with,
        String citation,
        List<String> see,
        LocalDate inForce,
        String plain,
        Map<String, Case> cases) {
    public AuditRule {
        with = Map.copyOf(with);
        see = List.copyOf(see);
        cases = Map.copyOf(cases);
    }

    /// A way in which a rule is met: the verdict, its own citation, and the words for what was
    /// found, the question for a person, whom it touches and what would mend it. The words hold
    /// `{names}` that the predicate fills in.
    public record Case(
            Verdict verdict,
            String citation,
            String says,
            String question,
            String whom,
            String remedy) {}

    /// What the predicate is told under a name; nothing where the file says nothing.
    List<String> with(String name) {
        return with.getOrDefault(name, List.of());
    }

    /// A number that the predicate is told.
    int number(String name, int otherwise) {
        List<String> told = with(name);
        return told.isEmpty() ? otherwise : Integer.parseInt(told.getFirst());
    }
}
