package glasshouse.audit;

import glasshouse.document.Problem;
import glasshouse.scheme.Scheme;
import java.util.List;

/// The line between the realms: what fails the audit does not compile for real people, for the same
/// reason, in the same words.
public final class LiveRealm {
    /// The code of every objection.
    public static final String CODE = "GH-SCHEME-029";

    private LiveRealm() {}

    /// Everything that keeps a scheme out of the live realm.
    public static List<Problem> objections(Scheme scheme) {
        return Audit.under(Rulebook.shippedThatCanFail(), scheme).with(Verdict.FAIL).stream()
                .map(LiveRealm::problem)
                .toList();
    }

    private static Problem problem(Finding finding) {
        int more = finding.paths().size() - 1;
        String paths = finding.path() + (more > 0 ? " and " + more + " more paths" : "");
        String message = finding.sentence() + " (" + paths + "); what to do: " + finding.remedy();
        return new Problem(CODE, finding.position(), message, finding.citation());
    }
}
