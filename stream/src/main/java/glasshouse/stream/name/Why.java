package glasshouse.stream.name;

/// Why an entry that could be read was set aside and does not count.
public enum Why {
    /// Another content came under the same name: all copies are set aside.
    CONFLICT("GH-EVENT-016"),
    /// It happened so long ago that its name may have been forgotten.
    BEYOND_HORIZON("GH-STREAM-001"),
    /// A retraction of a name that was not seen within the horizon.
    UNMATCHED("GH-STREAM-002"),
    /// It says that it was recorded more than a day after it came, or happened more than a day
    /// after it was recorded.
    FROM_THE_FUTURE("GH-STREAM-003");

    private final String code;

    Why(String code) {
        this.code = code;
    }

    /// The stable code, with a page under `docs/errors`.
    public String code() {
        return code;
    }
}
