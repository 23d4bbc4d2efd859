package glasshouse.audit;

import glasshouse.document.Position;

/// One thing the audit found: the rule, its verdict and citation, the path from behaviour to
/// consequence, where the scheme says so, the finding in a sentence, and what would mend it.
public record Finding(
        String rule,
        Verdict verdict,
        String citation,
        String path,
        Position position,
        String sentence,
        String remedy) {}
