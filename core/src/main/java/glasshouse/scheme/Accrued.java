package glasshouse.scheme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One signal in an accrual: what its events bring the person, and the counterparty, how that fades
/// (`expiresDays` 0: never dropped), and the signal's own limits.
public record Accrued(
        String signal,
        @Nullable Award award,
        @Nullable Award counterparty,
        Fade fade,
        int expiresDays,
        List<Limit> limits,
        @Nullable Pending pending) {
    public Accrued {
        limits = List.copyOf(limits);
    }
}
