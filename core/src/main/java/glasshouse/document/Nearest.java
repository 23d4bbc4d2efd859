package glasshouse.document;

import java.util.Collection;
import java.util.List;

/// Finds the name that somebody meant.
public final class Nearest {
    /// A list longer than this is not spelled out in a message.
    private static final int MOST_LISTED = 24;

    /// Nobody meant a name by a text longer than this.
    private static final int LONGEST = 200;

    private Nearest() {}

    /// A sentence for a wrong name: the nearest right one, and what is allowed.
    public static String hint(String wrong, Collection<String> allowed) {
        if (allowed.isEmpty()) {
            return "there is none to choose from";
        }
        List<String> sorted = allowed.stream().sorted().toList();
        String nearest = nearest(wrong, sorted);
        String listed =
                sorted.size() <= MOST_LISTED
                        ? "allowed: " + String.join(", ", sorted)
                        : "there are " + sorted.size() + " to choose from";
        return nearest.isEmpty() ? listed : "did you mean " + nearest + "? (" + listed + ")";
    }

    /// The nearest of the allowed names, or the empty text where none is near.
    public static String nearest(String wrong, Collection<String> allowed) {
        String best = "";
        if (wrong.length() > LONGEST) {
            return best;
        }
        int least = Math.max(2, wrong.length() / 3) + 1;
        for (String name : allowed) {
            int distance = distance(wrong, name);
            boolean begun = best.isEmpty() && wrong.length() > 2 && name.startsWith(wrong);
            if (begun || distance < least) {
                least = Math.min(least, distance);
                best = name;
            }
        }
        return best;
    }

    /// Levenshtein's distance (1966), with a swap of neighbours as one step.
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + same, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[b.length()];
    }
}
