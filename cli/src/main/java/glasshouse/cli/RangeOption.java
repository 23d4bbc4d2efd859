package glasshouse.cli;

import glasshouse.rating.Range;
import glasshouse.scheme.Micro;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The option `--range FROM..TO`: the least and the greatest rating there may be.
final class RangeOption {
    private static final String NUMBER = "(-?[0-9]{1,6}(?:\\.[0-9]{1,6})?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER);

    private RangeOption() {}

    /// The range; nothing where none is given.
    static @Nullable Range of(@Nullable String range) throws Refusal {
        if (range == null) {
            return null;
        }
        Matcher ends = RANGE.matcher(range);
        if (ends.matches()) {
            long from = Micro.parse(ends.group(1));
            long to = Micro.parse(ends.group(2));
            if (from < to) {
                return new Range(from, to);
            }
        }
        throw new Refusal(
                "--range "
                        + Terminal.safe(range)
                        + " does not rise from one number to another,"
                        + " such as 1..5.");
    }
}
