package glasshouse.wire.value;

/// What a text looks like without saying what it is: `31/12/2024` is `99/99/9999`.
///
/// Messages show shapes, so that a log of refusals holds nobody's data.
public final class Shape {
    private static final int LONGEST = 32;

    private Shape() {}

    /// The shape in quotes: letters as `a`, digits as `9`, the rest of ASCII as it is, all else
    /// `?`.
    public static String of(String text) {
        var shape = new StringBuilder("\"");
        int length = Math.min(text.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            shape.append(of(text.charAt(i)));
        }
        if (text.length() > LONGEST) {
            shape.append("…");
        }
        return shape.append('"').toString();
    }

    private static char of(char c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (Character.isLetter(c)) {
            return 'a';
        }
        return c >= ' ' && c < 0x7f ? c : '?';
    }
}
