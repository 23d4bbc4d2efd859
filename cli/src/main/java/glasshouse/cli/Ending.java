package glasshouse.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the ending of `--out` says of how an answer is written.
final class Ending {
    private static final String TEXT = "txt";

    private Ending() {}

    /// The format asked for, else the one that the file's ending names, else the first, which is
    /// text. A file never holds what its ending denies.
    static <F extends Enum<F>> F format(F[] formats, @Nullable F asked, @Nullable Path out)
            throws Refusal {
        String ending = ending(out);
        F text = formats[0];
        for (F each : formats) {
            if (ending.equals(each == text ? TEXT : each.name())) {
                if (asked != null && asked != each) {
                    throw new Refusal(
                            "--format %s and --out %s do not agree; leave one of them out."
                                    .formatted(asked, out));
                }
                return each;
            }
        }
        if (asked != null) {
            return asked;
        }
        if (ending.isEmpty()) {
            return text;
        }
        throw new Refusal(
                "--out %s is of no kind that is written here; there are %s, or say by --format."
                        .formatted(
                                out,
                                Arrays.stream(formats)
                                        .map(each -> "." + (each == text ? TEXT : each.name()))
                                        .collect(Collectors.joining(" "))));
    }

    private static String ending(@Nullable Path out) {
        Path name = out == null ? null : out.getFileName();
        String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1);
    }
}
