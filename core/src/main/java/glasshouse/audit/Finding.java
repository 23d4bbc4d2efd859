package glasshouse.audit;

import glasshouse.document.Position;
import java.time.LocalDate;
import java.util.List;

/// One thing the audit found: the rule and the variant (case) of it, verdict and citation, the
/// paths from behaviour to consequence (the gravest first), where the scheme says so, the finding
/// in a sentence, the question for a person, whom it touches, and what would mend it.
///
/// `subject` is the part of the scheme that it is about, such as `services.job`.
public record Finding(
        String rule,
        String variant,
        String title,
        String group,
        Verdict verdict,
        String citation,
        List<String> see,
        LocalDate inForce,
        String subject,
        List<Path> paths,
        Position position,
        String sentence,
        String question,
        String whom,
        String remedy) {
    public Finding {
        see = List.copyOf(see);
        paths = List.copyOf(paths);
    }

    /// The gravest path, or the part of the scheme where there is no path.
    public String path() {
        return paths.isEmpty() ? subject : paths.getFirst().toString();
    }

    /// What stays the same of a finding when its words change.
    public String key() {
        return rule + " " + variant + " " + subject;
    }
}
