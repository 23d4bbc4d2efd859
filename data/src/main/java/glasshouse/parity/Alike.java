package glasshouse.parity;

import java.util.List;

/// People who are alike in everything that is counted: their traits in the order of the attributes,
/// the score (NaN where there is none), the decision and the outcome.
public record Alike(
        List<String> traits, double score, Answer decision, Answer outcome, long persons) {
    public Alike {
        traits = List.copyOf(traits);
        if (persons < 1) {
            throw new IllegalArgumentException("nobody is alike: " + persons);
        }
    }
}
