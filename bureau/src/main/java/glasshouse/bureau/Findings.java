package glasshouse.bureau;

import glasshouse.bureau.inquiry.Replay;
import glasshouse.bureau.ledger.Verification;
import glasshouse.wire.result.JsonDocument;

/// What a verification or a replay found, as JSON.
public final class Findings {
    private Findings() {}

    /// `batches, entries, erased, differences, differenceCount`.
    public static String json(Verification found) {
        return JsonDocument.of(
                json ->
                        json.whole("batches", found.batches())
                                .whole("entries", found.entries())
                                .whole("erased", found.erased())
                                .whole("differenceCount", found.differenceCount())
                                .texts("differences", found.differences()));
    }

    /// `scores, decisions, erased, differences, differenceCount`.
    public static String json(Replay found) {
        return JsonDocument.of(
                json ->
                        json.whole("scores", found.scores())
                                .whole("decisions", found.decisions())
                                .whole("erased", found.erased())
                                .whole("differenceCount", found.differenceCount())
                                .texts("differences", found.differences()));
    }
}
