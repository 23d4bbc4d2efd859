package glasshouse.detection;

import java.util.List;

/// What a detector found: who, why, and with what a human can judge it. No verdict, no penalty.
///
/// `members` are numbers of people, rising. `chance` is how likely it is that anything like this
/// would turn up anywhere by luck alone, under what the detector takes for luck; `NaN` where it
/// does not say. `scope` is what it is about.
public record Finding(
        Detector detector, List<Integer> members, double chance, List<Fact> evidence, Scope scope) {
    public Finding {
        members = members.stream().sorted().distinct().toList();
        evidence = List.copyOf(evidence);
        if (members.isEmpty() || evidence.isEmpty()) {
            throw new IllegalArgumentException("a finding is about somebody and has evidence");
        }
    }

    /// What found it.
    public enum Detector {
        DENSE_BLOCK,
        RECIPROCITY,
        BURST,
        SOURCE,
        SHARED_ATTRIBUTE
    }

    /// Something seen, in words, and what would be ordinary.
    public record Fact(String what, double seen, double ordinary) {}
}
