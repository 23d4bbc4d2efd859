package glasshouse.wire.mapping;

/// Why a mapping is refused; each has a page under `docs/errors`.
enum MappingCode {
    NOT_YAML("GH-MAPPING-001"),
    UNKNOWN_KEY("GH-MAPPING-002"),
    MISSING_KEY("GH-MAPPING-003"),
    WRONG_VALUE("GH-MAPPING-004"),
    DAMAGED_EXPRESSION("GH-MAPPING-005"),
    UNKNOWN_COLUMN("GH-MAPPING-006"),
    UNKNOWN_FUNCTION("GH-MAPPING-007"),
    UNKNOWN_ENUM("GH-MAPPING-008"),
    BAD_FORM("GH-MAPPING-009");

    private final String code;

    MappingCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
