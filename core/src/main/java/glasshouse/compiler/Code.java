package glasshouse.compiler;

import glasshouse.document.Fields;

/// What can be wrong with a scheme. Each code has a page in `docs/errors`.
public enum Code {
    YAML(1, "not YAML"),
    UNKNOWN_KEY(2, "unknown key"),
    MISSING_KEY(3, "missing key"),
    WRONG_SHAPE(4, "wrong shape"),
    UNKNOWN_WORD(5, "unknown word"),
    BAD_NUMBER(6, "not a number that is allowed"),
    BAD_DURATION(7, "not a duration"),
    BAD_POINTS(8, "not points"),
    BAD_LIMIT(9, "not a limit"),
    BAD_NAME(10, "not a name"),
    BAD_DATE(11, "not a date or time zone"),
    BASE(12, "the scheme that is extended cannot be read"),
    SCALE(13, "not a scale"),
    BANDS(14, "not bands"),
    UNKNOWN_CONTEXT(15, "unknown context"),
    UNKNOWN_SIGNAL(16, "unknown signal"),
    UNUSED_SIGNAL(17, "signal that nothing reads"),
    UNIT(18, "points per another unit"),
    TABLE(19, "table that does not rise or end"),
    SHARED_LIMIT(20, "shared limit over unlike signals"),
    BINS(21, "bins that do not fit their measure"),
    RATING(22, "rating that cannot be read"),
    RULES(23, "rules that do not decide"),
    UNKNOWN_BAND(24, "unknown band"),
    UNKNOWN_LIST(25, "unknown list"),
    UNKNOWN_CHARACTERISTIC(26, "unknown characteristic"),
    PRICE(27, "price where none belongs, or none where one does"),
    TOO_MANY(28, "more than a scheme can hold"),
    REALM(29, "not allowed in the live realm"),
    REASON(30, "one code with two meanings"),
    COLOUR(31, "not a colour"),
    TWICE(32, "named twice"),
    NO_EFFECT(33, "key that has no effect"),
    CIRCLE(34, "what hangs on itself");

    private final int number;
    private final String title;

    Code(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /// The stable code, such as `GH-SCHEME-014`.
    public String id() {
        String digits = Integer.toString(number);
        return "GH-SCHEME-" + "0".repeat(3 - digits.length()) + digits;
    }

    public String title() {
        return title;
    }

    static final Fields.Codes FIELDS =
            new Fields.Codes(UNKNOWN_KEY.id(), MISSING_KEY.id(), WRONG_SHAPE.id());
}
