package glasshouse.wire.result;

/// Text made safe within a page, and colours that are nothing but colours.
public final class Html {
    private static final String NO_COLOUR = "#808080";

    private Html() {}

    /// A text as it stands, between tags or in a quoted attribute. Control characters, which no
    /// page may hold, become `�`.
    public static String text(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        point -> {
                            switch (point) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                default -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD);
                            }
                        });
        return safe.toString();
    }

    private static boolean allowed(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point == '\n' || (!Character.isISOControl(point) && !surrogate);
    }

    /// A colour `#rrggbb`; grey where it is written otherwise.
    public static String colour(String colour) {
        return colour.matches("#[0-9a-fA-F]{6}") ? colour : NO_COLOUR;
    }
}
