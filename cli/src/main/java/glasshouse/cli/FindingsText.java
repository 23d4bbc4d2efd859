package glasshouse.cli;

import static glasshouse.cli.Terminal.safe;

import glasshouse.casebook.Case;
import glasshouse.casebook.CaseWords;
import glasshouse.casebook.Casebook;
import glasshouse.casebook.Cases;
import glasshouse.detection.Finding.Fact;
import glasshouse.detection.Look;
import glasshouse.event.Event;
import java.util.List;
import java.util.Locale;

/// Findings for the terminal.
final class FindingsText {
    private static final int MOST_PEOPLE = 24;
    private static final int MOST_EVENTS = 6;
    private static final int WIDTH = 78;

    private final Terminal terminal;
    private final int most;
    private final StringBuilder text = new StringBuilder();

    /// At most `most` findings of each detector are told.
    FindingsText(Terminal terminal, int most) {
        this.terminal = terminal;
        this.most = most;
    }

    String of(Casebook book, Cases cases) {
        wrapped("", CaseWords.basis(book));
        long rejected = book.events().rejected();
        if (rejected > 0) {
            text.append(
                    "%,d of %,d records could not be read\n"
                            .formatted(rejected, book.events().read()));
        }
        text.append('\n')
                .append(terminal.dim("  Detector                      Findings   People"))
                .append('\n');
        cases.looks().forEach(this::look);
        for (Look look : cases.looks()) {
            List<Case> of =
                    cases.cases().stream()
                            .filter(each -> each.detector() == look.detector())
                            .filter(each -> isAt(each, look))
                            .toList();
            of.stream().limit(most).forEach(this::found);
            if (of.size() > most) {
                text.append(
                        "\n  … and %,d findings more of this detector; --most, or --format json\n"
                                .formatted(of.size() - most));
            }
        }
        text.append('\n');
        wrapped("", CaseWords.CAUTION + " " + CaseWords.CONFIRMED);
        return text.toString();
    }

    private static boolean isAt(Case found, Look look) {
        return found.subject().equals(look.subject())
                || found.subject().startsWith(look.subject() + " of ");
    }

    private void look(Look look) {
        String name = CaseWords.name(look.detector());
        String at = look.subject().isEmpty() ? name : name + ": " + safe(look.subject());
        switch (look) {
            case Look.Looked(_, _, var findings) ->
                    text.append(
                            String.format(
                                    Locale.ROOT,
                                    "  %-28s  %,8d %,8d%n",
                                    at,
                                    findings.size(),
                                    findings.stream()
                                            .flatMap(found -> found.members().stream())
                                            .distinct()
                                            .count()));
            case Look.Unable(_, _, String why) ->
                    text.append(String.format(Locale.ROOT, "  %-28s       n/a  %s%n", at, why));
        }
    }

    private void found(Case found) {
        text.append('\n')
                .append(terminal.bold("Finding " + found.number()))
                .append("  ")
                .append(safe(CaseWords.title(found)))
                .append('\n');
        for (Fact fact : found.evidence()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %-62s %9s %9s%n",
                            fact.what(),
                            CaseWords.number(fact.seen()),
                            CaseWords.number(fact.ordinary())));
        }
        wrapped("  ", CaseWords.chance(found.chance()));
        wrapped("  ", "Who: " + people(found.members()));
        found.events().stream().limit(MOST_EVENTS).forEach(this::event);
        if (found.events().size() > MOST_EVENTS) {
            text.append("  … and %,d more\n".formatted(found.events().size() - MOST_EVENTS));
        }
        wrapped("  ", "It may be nothing. " + CaseWords.innocent(found.detector()));
        wrapped("  ", "Ask: " + CaseWords.ask(found.detector()));
    }

    private static String people(List<String> members) {
        String named = String.join(", ", members.subList(0, Math.min(MOST_PEOPLE, members.size())));
        return members.size() > MOST_PEOPLE
                ? "%s and %,d more".formatted(named, members.size() - MOST_PEOPLE)
                : named;
    }

    private void event(Event event) {
        text.append("  %s  %s\n".formatted(CaseWords.day(event), safe(CaseWords.words(event))));
    }

    /// A paragraph in lines that fit; nothing where there is none.
    private void wrapped(String indent, String words) {
        var line = new StringBuilder();
        for (String word : safe(words).split(" ", -1)) {
            if (!line.isEmpty() && indent.length() + line.length() + word.length() >= WIDTH) {
                text.append(indent).append(line).append('\n');
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            text.append(indent).append(line).append('\n');
        }
    }
}
