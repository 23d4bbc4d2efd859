package glasshouse.cli;

import glasshouse.compiler.Library;
import glasshouse.document.Position;
import glasshouse.document.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Problems of documents for the terminal: place, sentence, the line as written, and a caret under
/// the place.
final class ProblemText {
    private static final String RED = "#d73027";
    private static final String GREEN = "#1a9850";

    /// Of a longer line, what lies around the caret is shown.
    private static final int WIDTH = 96;

    private static final int BEFORE = 60;

    private final Terminal terminal;
    private final Map<String, List<String>> lines = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    ProblemText(Terminal terminal) {
        this.terminal = terminal;
    }

    String text() {
        return text.toString();
    }

    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// Says that a document is in order, and what it is.
    void compiled(String file, String what) {
        text.append(terminal.coloured("✓ ", GREEN))
                .append(Terminal.safe(file + ": " + what))
                .append('\n');
    }

    /// Says all that is wrong with a document; what it extends is quoted from its own file.
    void refused(Library.Source source, List<Problem> problems) {
        lines.put(source.file(), source.text().lines().toList());
        problems.forEach(this::problem);
        var codes = new TreeSet<String>();
        problems.forEach(problem -> codes.add(problem.code()));
        String most = codes.size() > 1 ? "CODE" : codes.first();
        text.append(terminal.coloured("✗ ", RED))
                .append(Terminal.safe(source.file()))
                .append(": ")
                .append(count(problems.size(), "problem"))
                .append("; docs/errors/")
                .append(most)
                .append(".md says more\n");
    }

    private void problem(Problem problem) {
        Position position = problem.position();
        String place = position.file();
        if (position.line() > 0) {
            place += ":" + position.line() + ":" + position.column();
        }
        String citation = problem.citation();
        text.append(terminal.bold(Terminal.safe(place)))
                .append(": ")
                .append(Terminal.safe(problem.message()))
                .append(citation == null ? "" : " (" + citation + ")")
                .append(' ')
                .append(terminal.dim("[" + problem.code() + "]"))
                .append('\n');
        quote(position);
        text.append('\n');
    }

    private void quote(Position position) {
        List<String> file = lines.computeIfAbsent(position.file(), ProblemText::read);
        if (position.line() < 1 || position.line() > file.size()) {
            return;
        }
        int[] line = Terminal.safe(file.get(position.line() - 1)).codePoints().toArray();
        int at = Math.clamp(position.column() - 1L, 0, line.length);
        int from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(at, line.length) - BEFORE);
        int to = Math.min(line.length, from + WIDTH);
        String shown = new String(line, from, to - from);
        String number = "%6d | ".formatted(position.line());
        String start = from > 0 ? "…" : "";
        text.append(terminal.dim(number)).append(start).append(shown);
        text.append(to < line.length ? "…" : "").append('\n');
        text.append(terminal.dim("       | "))
                .append(" ".repeat(start.length() + at - from))
                .append(terminal.coloured("^", RED))
                .append('\n');
    }

    private static List<String> read(String file) {
        try {
            return SchemeFile.open(file).text().lines().toList();
        } catch (Refusal unreadable) {
            return List.of();
        }
    }
}
