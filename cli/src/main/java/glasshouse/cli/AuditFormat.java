package glasshouse.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How an audit is written.
enum AuditFormat {
    text,
    json,
    html,
    sarif;

    /// The one asked for, else the one that a file's ending says, else text.
    static AuditFormat of(@Nullable AuditFormat asked, @Nullable Path out) {
        if (asked != null) {
            return asked;
        }
        String name = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
        for (AuditFormat each : values()) {
            if (name.endsWith("." + each)) {
                return each;
            }
        }
        return text;
    }
}
