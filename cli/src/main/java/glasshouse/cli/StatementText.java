package glasshouse.cli;

import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Line;
import glasshouse.statement.Statement;
import glasshouse.wire.result.Printed;
import java.util.ArrayList;
import java.util.List;

/// A statement for the terminal.
final class StatementText {
    private static final int TEXT = 46;
    private static final int POINTS = 11;
    private static final int DATE = 12;
    private static final int WIDTH = 2 + DATE + TEXT + 2 * POINTS;

    private final Scheme scheme;
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    StatementText(Scheme scheme, Terminal terminal) {
        this.scheme = scheme;
        this.terminal = terminal;
    }

    String text(Statement statement) {
        head(statement, "Statement for ");
        Printed printed = Printed.of(statement, scheme);
        String columns = "  Date        What" + " ".repeat(TEXT - 4);
        text.append('\n')
                .append(terminal.dim(columns + right("then") + right("today")))
                .append('\n');
        row(printed.opening());
        for (Printed.Section section : printed.sections()) {
            section(section);
        }
        text.append('\n');
        printed.closing().forEach(this::row);
        text.append("  ").append("─".repeat(WIDTH - 2)).append('\n');
        String score = left("Score", DATE + TEXT + POINTS);
        String total = right(Printed.plain(printed.scoreHundredths()).replace("-", "−"));
        text.append(terminal.bold("  " + score + total)).append('\n');
        return text.toString();
    }

    /// Person, scheme, instant, score and where it lies in the bands.
    void head(Statement statement, String what) {
        text.append(terminal.bold(what + Terminal.safe(statement.person()))).append('\n');
        text.append(subtitle(statement)).append("\n\n");
        String band = statement.band().title();
        text.append("  ")
                .append(terminal.bold(Micro.format(statement.scoreMicro())))
                .append("  ")
                .append(terminal.coloured(band, statement.band().colour()))
                .append("\n\n")
                .append(BandRuler.draw(scheme, statement.scoreMicro(), terminal));
    }

    private String subtitle(Statement statement) {
        return "%s, version %s, as of %s"
                .formatted(
                        Terminal.safe(scheme.header().title()),
                        Terminal.safe(statement.version()),
                        statement.asOf().atZone(scheme.header().zone()).toLocalDate());
    }

    String done() {
        return text.toString();
    }

    private void section(Printed.Section section) {
        String title = left(section.title(), DATE + TEXT + POINTS);
        String total = right(Printed.signed(section.hundredths()));
        text.append('\n').append(terminal.bold("  " + title + total)).append('\n');
        if (!saysNoMore(section)) {
            section.rows().forEach(this::row);
        }
    }

    /// Whether a section's only line would repeat its title and its points.
    private static boolean saysNoMore(Printed.Section section) {
        Printed.Row first = section.rows().getFirst();
        return section.rows().size() == 1
                && first.date() == null
                && first.text().equals(section.title());
    }

    private void row(Printed.Row row) {
        var date = row.date();
        var then = row.thenHundredths();
        List<String> lines = wrapped(Terminal.safe(row.text()), TEXT);
        text.append("  ").append(left(date == null ? "" : date.toString(), DATE));
        text.append(left(lines.getFirst(), TEXT));
        text.append(right(then == null ? "" : Printed.signed(then)));
        boolean opening = row.kind() == Line.Kind.OPENING;
        String points = Printed.signed(row.hundredths());
        text.append(right(opening ? Printed.plain(row.hundredths()) : points)).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            text.append(" ".repeat(2 + DATE)).append(line).append('\n');
        }
    }

    /// Lines of less than a width.
    static List<String> wrapped(String words, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() >= width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String left(String text, int width) {
        int length = text.codePointCount(0, text.length());
        return text + " ".repeat(Math.max(0, width - length));
    }

    static String right(String text) {
        return " ".repeat(Math.max(1, POINTS - text.length())) + text;
    }
}
