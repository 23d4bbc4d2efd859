package glasshouse.wire.value;

/// Why a record is refused; each has a page under `docs/errors`.
public enum EventCode {
    TOO_LONG("GH-EVENT-001"),
    NOT_UTF8("GH-EVENT-002"),
    DAMAGED_JSON("GH-EVENT-003"),
    NOT_CLOUD_EVENT("GH-EVENT-004"),
    MISSING("GH-EVENT-005"),
    BAD_NAME("GH-EVENT-006"),
    BAD_NUMBER("GH-EVENT-007"),
    BAD_TIME("GH-EVENT-008"),
    BAD_ROW("GH-EVENT-009"),
    DAMAGED_STREAM("GH-EVENT-010"),
    DAMAGED_ARRAY("GH-EVENT-011"),
    NOT_LISTED("GH-EVENT-012"),
    NOT_COMPUTABLE("GH-EVENT-013"),
    UNREADABLE("GH-EVENT-014"),
    ONE_PARTY("GH-EVENT-015"),
    CONFLICT("GH-EVENT-016");

    private final String code;

    EventCode(String code) {
        this.code = code;
    }

    /// The stable code, such as `GH-EVENT-007`.
    public String code() {
        return code;
    }
}
