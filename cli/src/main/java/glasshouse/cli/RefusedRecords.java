package glasshouse.cli;

import glasshouse.wire.Rejection;
import glasshouse.wire.value.EventCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The records of a run that were refused: how many, which stands first, and where files break off.
/// An answer that leaves some out says so.
final class RefusedRecords {
    private static final Set<String> BROKEN_OFF =
            Set.of(EventCode.DAMAGED_STREAM.code(), EventCode.DAMAGED_ARRAY.code());
    private static final Comparator<Rejection> BY_PLACE =
            Comparator.comparing(Rejection::file).thenComparingLong(Rejection::line);

    private final List<String> brokenOff = new ArrayList<>();
    private @Nullable Rejection first;
    private long count;

    synchronized void take(Rejection rejection) {
        count++;
        if (BROKEN_OFF.contains(rejection.code())) {
            brokenOff.add("%s, line %d".formatted(rejection.file(), rejection.line()));
        }
        if (first == null || BY_PLACE.compare(rejection, first) < 0) {
            first = rejection;
        }
    }

    /// Says where files break off.
    synchronized void noteBreaks(Terminal terminal) {
        for (String place : brokenOff) {
            terminal.err()
                    .println(
                            "Note: a file breaks off or is damaged (%s); the rest was not read."
                                    .formatted(Terminal.safe(place)));
        }
    }

    /// Says which record was refused first, if any was; `more` tells where the others are found.
    synchronized void noteFirst(Terminal terminal, String more) {
        if (first == null) {
            return;
        }
        terminal.err()
                .println(
                        "Note: %s, line %d, was refused: %s [%s]"
                                        .formatted(
                                                Terminal.safe(first.file()),
                                                first.line(),
                                                Terminal.safe(first.reason()),
                                                first.code())
                                + (count == 1
                                        ? ""
                                        : String.format(Locale.ROOT, ", and %,d more", count - 1)));
        terminal.err().println(more);
    }
}
