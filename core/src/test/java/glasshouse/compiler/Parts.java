package glasshouse.compiler;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples that show a part of a scheme, made whole.
final class Parts {
    private static final Pattern KEY = Pattern.compile("([a-z-]+):");
    private static final Pattern REPEATED =
            Pattern.compile(" *# (\\d+) of these:\n(.*\n)", Pattern.MULTILINE);

    private Parts() {}

    /// The part, and from the whole the keys that it leaves out.
    static String whole(String part, String example) {
        var whole = new StringBuilder(repeated(part));
        var stated = new TreeSet<String>();
        part.lines().forEach(line -> key(line).ifPresent(stated::add));
        boolean kept = false;
        for (String line : example.lines().toList()) {
            Optional<String> key = key(line);
            kept = key.isPresent() ? !stated.contains(key.get()) : kept;
            if (kept) {
                whole.append(line).append('\n');
            }
        }
        return whole.toString();
    }

    private static Optional<String> key(String line) {
        Matcher matcher = KEY.matcher(line);
        return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String repeated(String part) {
        return REPEATED.matcher(part)
                .replaceAll(
                        found -> {
                            var lines = new StringBuilder();
                            for (int i = 0; i < Integer.parseInt(found.group(1)); i++) {
                                lines.append(found.group(2).replace("N", Integer.toString(i)));
                            }
                            return Matcher.quoteReplacement(lines.toString());
                        });
    }
}
