package glasshouse.wire.mapping;

import java.util.Collection;
import java.util.Locale;

/// The nearest right name, for messages.
final class Spelling {
    private Spelling() {}

    /// `; did you mean "x"?` or, when nothing is near, `; there are a, b, c`.
    static String hint(String found, Collection<String> allowed) {
        String nearest = "";
        int least = Math.max(2, found.length() / 3) + 1;
        for (String candidate : allowed) {
            int distance =
                    distance(found.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        if (!nearest.isEmpty()) {
            return "; did you mean \"" + nearest + "\"?";
        }
        return allowed.isEmpty() ? "; there are none" : "; there are " + String.join(", ", allowed);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
