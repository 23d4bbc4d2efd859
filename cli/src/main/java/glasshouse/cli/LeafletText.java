package glasshouse.cli;

import glasshouse.leaflet.Change;
import glasshouse.leaflet.Leaflet;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;

/// A leaflet for the terminal.
final class LeafletText {
    private static final int WIDTH = 80;
    private static final int WHAT = 46;
    private static final String GAIN = "#1a9850";
    private static final String LOSS = "#d73027";

    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    LeafletText(Terminal terminal) {
        this.terminal = terminal;
    }

    String text(Leaflet leaflet) {
        text.append(terminal.bold(Terminal.safe(leaflet.title()))).append('\n');
        text.append(Terminal.safe(leaflet.subtitle())).append('\n');
        leaflet.chapters().forEach(this::chapter);
        return text.toString();
    }

    /// What changes from one scheme to another, under the headings of the leaflets.
    String changes(Scheme before, Scheme after, List<Change> changes) {
        String title = "From %s\nto %s".formatted(title(before), title(after));
        text.append(terminal.bold(title)).append('\n');
        for (String chapter : changes.stream().map(Change::chapter).distinct().toList()) {
            heading(chapter);
            for (Change change : changes) {
                if (change.chapter().equals(chapter)) {
                    bullet(change.sentence());
                }
            }
        }
        return changes.isEmpty() ? text + "\nNothing changes for you.\n" : text.toString();
    }

    private static String title(Scheme scheme) {
        return Terminal.safe(scheme.header().title() + ", version " + scheme.header().version());
    }

    private void bullet(String sentence) {
        String lead = "• ";
        for (String line : wrapped(sentence, WIDTH - 2)) {
            text.append(lead).append(line).append('\n');
            lead = "  ";
        }
    }

    private void heading(String title) {
        String safe = Terminal.safe(title);
        text.append('\n').append(terminal.bold(safe)).append('\n');
        text.append(terminal.dim("─".repeat(safe.length()))).append('\n');
    }

    private void chapter(Leaflet.Chapter chapter) {
        heading(chapter.title());
        chapter.sentences().forEach(sentence -> paragraph(sentence, ""));
        for (Leaflet.Section section : chapter.sections()) {
            boolean first = section.equals(chapter.sections().getFirst());
            if (!first || !chapter.sentences().isEmpty()) {
                text.append('\n');
            }
            if (!section.title().isEmpty()) {
                text.append("  ").append(terminal.bold(Terminal.safe(section.title())));
                text.append('\n');
            }
            if (!section.sentences().isEmpty()) {
                paragraph(String.join(" ", section.sentences()), "  ");
            }
            section.rows().forEach(this::row);
        }
    }

    private void paragraph(String sentence, String indent) {
        for (String line : wrapped(sentence, WIDTH - indent.length())) {
            text.append(indent).append(line).append('\n');
        }
    }

    private void row(Leaflet.Row row) {
        List<String> left = wrapped(row.what(), WHAT);
        List<String> right = wrapped(row.effect(), WIDTH - WHAT - 6);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String what = i < left.size() ? left.get(i) : "";
            String line = "    " + what + " ".repeat(WHAT - length(what));
            String effect = i < right.size() ? "  " + effect(right.get(i), row) : "";
            text.append((line + effect).stripTrailing()).append('\n');
        }
        for (String note : row.notes()) {
            for (String line : wrapped(note, WIDTH - 6)) {
                text.append("      ").append(terminal.dim(line)).append('\n');
            }
        }
    }

    private String effect(String effect, Leaflet.Row row) {
        if (!row.colour().isEmpty()) {
            return terminal.coloured("● ", row.colour()) + effect;
        }
        return switch (row.tone()) {
            case GAIN -> terminal.coloured(effect, GAIN);
            case LOSS -> terminal.coloured(effect, LOSS);
            case PLAIN -> effect;
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Lines of at most so many characters, broken at spaces.
    private static List<String> wrapped(String sentence, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : Terminal.safe(sentence).split(" ", -1)) {
            String rest = word;
            if (!line.isEmpty() && length(line.toString()) + 1 + length(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (length(rest) > width) {
                int end = rest.offsetByCodePoints(0, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
