package glasshouse.bureau.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What somebody wants recorded, and who waits for it.
record Submission(List<Fact> facts, CompletableFuture<Receipt> reply) {
    /// Whether it is written alone: it changes more than the accounts of events.
    boolean isPersonal() {
        return facts.stream()
                .anyMatch(
                        fact ->
                                switch (fact) {
                                    case Fact.Happened _, Fact.TakenBack _, Fact.Upheld _ -> false;
                                    case Fact.Enrolled _,
                                            Fact.Allowed _,
                                            Fact.Withdrawn _,
                                            Fact.Erased _,
                                            Fact.Expired _ ->
                                            true;
                                });
    }
}
