package glasshouse.service;

import glasshouse.scheme.Outcome;
import glasshouse.scheme.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to an inquiry.
///
/// `priceMicro` is in the service's unit where `priced`. Reasons are the principal ones, at most
/// four, the weightiest first, and none where nothing better was to be had. `humanReview`: the
/// person may ask a human to decide.
public record Decision(
        String service,
        Outcome outcome,
        boolean priced,
        long priceMicro,
        String terms,
        int rule,
        List<Reason> reasons,
        @Nullable Change change,
        boolean humanReview) {
    /// The most reasons that are given (US Regulation B, 12 CFR 1002.9, commentary 9(b)(2)-1).
    public static final int MOST_REASONS = 4;

    public Decision {
        reasons = List.copyOf(reasons);
    }

    /// What would change a decision: from this published score on, all else equal, it would be
    /// this.
    public record Change(long scoreMicro, Outcome outcome, boolean priced, long priceMicro) {}
}
