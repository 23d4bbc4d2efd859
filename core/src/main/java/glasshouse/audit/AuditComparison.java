package glasshouse.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a change of scheme does to its audit: the findings that it brings, those that it mends, and
/// those that stay with more or fewer paths.
public record AuditComparison(
        Audit before, Audit after, List<Finding> gained, List<Finding> lost, List<Change> kept) {
    public AuditComparison {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        kept = List.copyOf(kept);
    }

    /// A finding that is there before and after, with the paths that come and go.
    public record Change(Finding before, Finding after, Set<Path> newPaths, Set<Path> gonePaths) {
        public Change {
            newPaths = Set.copyOf(newPaths);
            gonePaths = Set.copyOf(gonePaths);
        }

        /// Whether anything changed but the words.
        public boolean isChange() {
            return before.verdict() != after.verdict()
                    || !newPaths.isEmpty()
                    || !gonePaths.isEmpty();
        }
    }

    /// Compares two audits; findings are the same where rule, variant and subject are.
    public static AuditComparison of(Audit before, Audit after) {
        Map<String, Finding> old = open(before);
        Map<String, Finding> now = open(after);
        var gained = new ArrayList<Finding>();
        var kept = new ArrayList<Change>();
        now.forEach(
                (key, finding) -> {
                    Finding earlier = old.remove(key);
                    if (earlier == null) {
                        gained.add(finding);
                    } else {
                        kept.add(change(earlier, finding));
                    }
                });
        return new AuditComparison(before, after, gained, List.copyOf(old.values()), kept);
    }

    private static Map<String, Finding> open(Audit audit) {
        Map<String, Finding> open = new LinkedHashMap<>();
        for (Finding finding : audit.findings()) {
            if (finding.verdict() != Verdict.PASS) {
                open.put(finding.key(), finding);
            }
        }
        return open;
    }

    private static Change change(Finding before, Finding after) {
        Set<Path> come = new LinkedHashSet<>(after.paths());
        before.paths().forEach(come::remove);
        Set<Path> gone = new LinkedHashSet<>(before.paths());
        after.paths().forEach(gone::remove);
        return new Change(before, after, come, gone);
    }
}
