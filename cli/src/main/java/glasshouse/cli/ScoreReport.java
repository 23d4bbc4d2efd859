package glasshouse.cli;

import glasshouse.data.FileScoring.Summary;
import glasshouse.document.Nearest;
import glasshouse.scheme.Band;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import glasshouse.wire.result.JsonDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a scoring run came to: counts, how many people are in which band, how fast it went.
record ScoreReport(
        Scheme scheme,
        Summary summary,
        @Nullable String basis,
        @Nullable Path out,
        @Nullable Path rejects,
        double seconds) {
    private static final int BAR = 40;
    private static final int MOST_UNREAD = 8;

    /// `read, accepted, rejected, duplicates, conflicts, persons, bands` and what was asked.
    /// `bands` are the numbers of persons by the names of the bands, in their order.
    String json() {
        return JsonDocument.of(
                json -> {
                    json.object(
                            "scheme",
                            () ->
                                    json.text("name", scheme.header().name())
                                            .text("version", scheme.header().version())
                                            .text("realm", realm()));
                    json.instant("asOf", summary.asOf())
                            .text("basis", basis)
                            .whole("read", summary.read())
                            .whole("accepted", summary.accepted())
                            .whole("rejected", summary.rejected())
                            .whole("duplicates", summary.duplicates())
                            .whole("conflicts", summary.conflicts())
                            .whole("persons", summary.persons());
                    json.array(
                            "unread",
                            summary.unread().entrySet(),
                            each ->
                                    json.text("signal", each.getKey())
                                            .whole("events", each.getValue()));
                    json.object(
                            "bands",
                            () -> {
                                for (Band band : scheme.bands()) {
                                    json.whole(band.name(), persons(band));
                                }
                            });
                    json.text("out", out).text("rejects", rejects).seconds("seconds", seconds);
                });
    }

    private String realm() {
        return scheme.header().realm() == Realm.LIVE ? "live" : "synthetic";
    }

    private long persons(Band band) {
        return summary.bands().getOrDefault(band.name(), 0L);
    }

    /// The same for the terminal, with the bands drawn.
    String text(Terminal terminal) {
        var text = new StringBuilder();
        var asOf = summary.asOf();
        String day =
                asOf == null
                        ? "no day, for there are no events"
                        : asOf.atZone(scheme.header().zone()).toLocalDate().toString();
        text.append(terminal.bold(Terminal.safe(scheme.header().title()))).append('\n');
        text.append("version %s, as of %s\n\n".formatted(scheme.header().version(), day));
        bands(text, terminal);
        text.append('\n');
        count(text, "records read", summary.read());
        count(text, "  accepted", summary.accepted());
        count(text, "  rejected", summary.rejected());
        if (summary.conflicts() > 0) {
            count(text, "    of these in conflict", summary.conflicts());
        }
        count(text, "  duplicates", summary.duplicates());
        count(text, "persons", summary.persons());
        unread(text);
        if (basis != null) {
            text.append("  lawful basis, as attested: ").append(Terminal.safe(basis)).append('\n');
        }
        if (out != null) {
            text.append("  scores: ").append(out).append('\n');
        }
        if (rejects != null) {
            text.append("  rejects: ").append(rejects).append('\n');
        }
        long rate = Math.round(summary.read() / Math.max(seconds, 1e-3));
        String took = String.format(Locale.ROOT, "%,.2f s, %,d records a second", seconds, rate);
        return text.append("  ").append(terminal.dim(took)).append('\n').toString();
    }

    /// The signals that the scheme does not have, the most frequent first.
    private void unread(StringBuilder text) {
        if (summary.unread().isEmpty()) {
            return;
        }
        List<String> known = scheme.signals().stream().map(Signal::name).toList();
        text.append(
                "  of signals that the scheme does not have, so that they count for nothing:\n");
        summary.unread().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_UNREAD)
                .forEach(
                        each -> {
                            String name = Terminal.safe(each.getKey());
                            String meant = Nearest.nearest(each.getKey(), known);
                            String hint = meant.isEmpty() ? "" : "  did you mean " + meant + "?";
                            text.append(
                                    String.format(
                                            Locale.ROOT,
                                            "  %-24s %,14d%s\n",
                                            "  " + name,
                                            each.getValue(),
                                            hint));
                        });
        if (summary.unread().size() > MOST_UNREAD) {
            text.append("    and %d more\n".formatted(summary.unread().size() - MOST_UNREAD));
        }
    }

    private void bands(StringBuilder text, Terminal terminal) {
        long most = 1;
        int width = 1;
        for (Band band : scheme.bands()) {
            most = Math.max(most, persons(band));
            width = Math.max(width, band.title().codePointCount(0, band.title().length()));
        }
        for (Band band : scheme.bands().reversed()) {
            long persons = persons(band);
            double share = summary.persons() == 0 ? 0 : 100.0 * persons / summary.persons();
            String bar = bar((double) persons / most);
            text.append("  ")
                    .append(StatementText.left(Terminal.safe(band.title()), width))
                    .append(" from %4s  ".formatted(Micro.format(band.fromMicro())))
                    .append(terminal.coloured(bar, band.colour()))
                    .append(" ".repeat(BAR - bar.length()))
                    .append(String.format(Locale.ROOT, "%,10d %5.1f %%\n", persons, share));
        }
    }

    /// A bar in eighths of a column, so that a small share still shows.
    private static String bar(double share) {
        int eighths = (int) Math.ceil(share * BAR * 8);
        String part = eighths % 8 == 0 ? "" : String.valueOf((char) ('█' + 8 - eighths % 8));
        return "█".repeat(eighths / 8) + part;
    }

    private static void count(StringBuilder text, String what, long count) {
        text.append(String.format(Locale.ROOT, "  %-24s %,14d\n", what, count));
    }
}
