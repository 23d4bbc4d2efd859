package glasshouse.bureau.http;

import glasshouse.bureau.ledger.Fate;
import glasshouse.wire.value.EventCode;

/// Why a well-formed event is not taken, or taken and set aside. Each code has a page in
/// `docs/errors`.
public enum Verdict {
    FINE("", ""),
    ANOTHERS_NAME(
            "GH-INGEST-001",
            "source is not the name of the organisation that reports; an organisation reports and"
                    + " takes back under its own name"),
    UNKNOWN_SIGNAL(
            "GH-INGEST-002",
            "the scheme in force has no signal of this type, and nothing is collected that is not"
                    + " scored; see the scheme's signals"),
    OTHER_CONTEXT(
            "GH-INGEST-003",
            "the signal belongs to a context that the organisation did not declare; it reports in"
                    + " its declared contexts only"),
    NOT_ALLOWED(
            "GH-INGEST-004",
            "a person named by the event has not enrolled here, or does not allow this source;"
                    + " only they can change that"),
    FUTURE(
            "GH-INGEST-005",
            "by the bureau's clock it has not happened yet; send it once it has, and check the"
                    + " clock and the offset of the time"),
    EXPIRED(
            "GH-INGEST-006",
            "it happened longer ago than events of this source are kept; what would be destroyed at"
                    + " once is not taken"),
    CONFLICT(
            EventCode.CONFLICT.code(),
            "another content was reported under the same source and id: neither counts; take the"
                    + " name back and report under a new one");

    private final String code;
    private final String reason;

    Verdict(String code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    static Verdict of(Fate fate) {
        return switch (fate) {
            case ACCEPTED, DUPLICATE -> FINE;
            case CONFLICT -> CONFLICT;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case FUTURE -> FUTURE;
        };
    }
}
