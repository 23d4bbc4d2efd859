package glasshouse.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Under what terms people are scored: who may see a score, what rights a person has, how one comes
/// under the scheme.
public record Terms(
        Set<Audience> visibility,
        Set<Right> rights,
        int disputeDays,
        Enrolment enrolment,
        @Nullable LocalDate compulsoryFrom,
        String operator,
        String purpose,
        List<String> sources) {
    public Terms {
        visibility = Set.copyOf(visibility);
        rights = Set.copyOf(rights);
        sources = List.copyOf(sources);
    }

    /// Who may see a score.
    public enum Audience {
        PERSON,
        RELYING_PARTIES,
        CONTACTS,
        PUBLIC
    }

    /// What a person may do about it.
    public enum Right {
        STATEMENT,
        EXPLANATION,
        DISPUTE,
        HUMAN_REVIEW,
        RECTIFICATION,
        ERASURE,
        WITHDRAWAL,
        EXPORT
    }

    /// How one comes under the scheme.
    public enum Enrolment {
        CONSENT,
        CONTRACT,
        COMPULSORY
    }

    /// The operator as it stands within a sentence: `the tool club`.
    public String operatorInSentence() {
        return operator.startsWith("The ") || operator.startsWith("A ")
                ? Character.toLowerCase(operator.charAt(0)) + operator.substring(1)
                : operator;
    }
}
