package glasshouse.lab.report;

import java.util.List;
import java.util.Locale;

/// Numbers as they stand in sentences and tables.
public final class Figures {
    private Figures() {}

    /// A number with so many decimals, with commas at the thousands and a true minus.
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value < 0 && !zero ? "−" + text : text;
    }

    /// A whole number.
    public static String whole(double value) {
        return number(value, 0);
    }

    /// A share as per cent with one decimal.
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : number(100 * share, 1) + " %";
    }

    /// A number with its sign, whichever it is.
    public static String signed(double value, int decimals) {
        String text = number(value, decimals);
        return text.startsWith("−") || text.equals("–") ? text : "+" + text;
    }

    /// Words in a row: `a, b and c`.
    public static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
