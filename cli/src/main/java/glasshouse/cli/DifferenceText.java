package glasshouse.cli;

import glasshouse.reach.Difference;
import glasshouse.reach.Hypothesis;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Line;
import glasshouse.statement.Statement;
import glasshouse.wire.result.Printed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What further events would change, for the terminal.
final class DifferenceText {
    private static final int TEXT = 58;

    private final Scheme scheme;
    private final Terminal terminal;

    DifferenceText(Scheme scheme, Terminal terminal) {
        this.scheme = scheme;
        this.terminal = terminal;
    }

    String text(Difference difference, List<Hypothesis> hypotheses) {
        var head = new StatementText(scheme, terminal);
        head.head(difference.after(), "What if, for ");
        var text = new StringBuilder(head.done());
        text.append("\n  If this happened:\n");
        for (Hypothesis hypothesis : hypotheses) {
            text.append("    ").append(words(hypothesis)).append('\n');
        }
        text.append('\n').append(line("Score without it", score(difference.before())));
        changes(difference, text);
        text.append("  ").append("─".repeat(TEXT + 12)).append('\n');
        text.append(
                terminal.bold(line("Score with it", score(difference.after())).stripTrailing()));
        return text.append('\n').toString();
    }

    /// The lines that differ in hundredths of a point, as a statement prints them; what that leaves
    /// is in the line of the rounding, so that what is printed adds up.
    private void changes(Difference difference, StringBuilder text) {
        long left =
                Printed.hundredths(difference.after().scoreMicro())
                        - Printed.hundredths(difference.before().scoreMicro());
        for (Difference.Change change : difference.changes()) {
            if (change.line().kind() != Line.Kind.ROUNDING) {
                long points = Printed.hundredths(change.pointsMicro());
                text.append(line(words(change.line()), Printed.signed(points)));
                left -= points;
            }
        }
        if (left != 0) {
            text.append(line("Rounding", Printed.signed(left)));
        }
    }

    private static String score(Statement statement) {
        return Micro.format(statement.scoreMicro());
    }

    private String words(Hypothesis hypothesis) {
        String date = hypothesis.happenedAt().atZone(scheme.header().zone()).toLocalDate() + "  ";
        String value =
                hypothesis.valueMicro() == 0 ? "" : ", " + Micro.format(hypothesis.valueMicro());
        return date
                + hypothesis.signal()
                + value
                + party(", by ", hypothesis.by())
                + party(", with ", hypothesis.counterparty())
                + party(", reference ", hypothesis.reference());
    }

    private static String party(String word, @Nullable String name) {
        return name == null ? "" : word + Terminal.safe(name);
    }

    private String words(Line line) {
        var at = line.happenedAt();
        String date = at == null ? "" : at.atZone(scheme.header().zone()).toLocalDate() + "  ";
        return date + characteristic(line) + Terminal.safe(line.text());
    }

    /// What a bin was measured for: its own words do not say.
    private String characteristic(Line line) {
        if (line.kind() != Line.Kind.ATTRIBUTE) {
            return "";
        }
        return scheme.characteristics().stream()
                .filter(each -> each.name().equals(line.characteristic()))
                .map(each -> Terminal.safe(each.title()) + ": ")
                .findFirst()
                .orElse("");
    }

    private static String line(String words, String points) {
        List<String> lines = StatementText.wrapped(words, TEXT);
        var text = new StringBuilder("  ");
        text.append(StatementText.left(lines.getFirst(), TEXT)).append(right(points)).append('\n');
        lines.subList(1, lines.size())
                .forEach(more -> text.append("    ").append(more).append('\n'));
        return text.toString();
    }

    private static String right(String points) {
        return " ".repeat(Math.max(1, 12 - points.length())) + points;
    }
}
