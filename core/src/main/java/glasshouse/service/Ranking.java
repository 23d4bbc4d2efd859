package glasshouse.service;

import glasshouse.scheme.Quota;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Who gets the places of a quota in one period: the best scores first, ties to who applied first,
/// then by name. The order of the applicants given does not matter.
public final class Ranking {
    private static final Comparator<Applicant> ORDER =
            Comparator.comparingLong(Applicant::scoreMicro)
                    .reversed()
                    .thenComparing(Applicant::appliedAt)
                    .thenComparing(Applicant::person);

    private Ranking() {}

    /// One who applied in the period.
    public record Applicant(String person, long scoreMicro, Instant appliedAt) {}

    /// All applicants, best first; the first `quota.places()` are served.
    public static List<Applicant> ranked(Collection<Applicant> applicants) {
        return applicants.stream().sorted(ORDER).toList();
    }

    /// Those who get a place, best first.
    public static List<Applicant> served(Collection<Applicant> applicants, Quota quota) {
        return applicants.stream().sorted(ORDER).limit(quota.places()).toList();
    }
}
