package glasshouse.bureau.ledger;

import java.time.Instant;
import java.util.List;

/// What became of each fact of a submission, in order, and when it was recorded.
public record Receipt(List<Fate> fates, Instant recordedAt) {
    public Receipt {
        fates = List.copyOf(fates);
    }

    public long count(Fate fate) {
        return fates.stream().filter(each -> each == fate).count();
    }
}
