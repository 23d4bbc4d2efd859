package glasshouse.cli;

import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.service.Decision;
import glasshouse.service.Lists;
import java.time.LocalDate;
import java.util.List;

/// What services answer a person, for the terminal.
final class AnsweredText {
    private static final int WIDTH = 78;

    private final Answered answered;
    private final Scheme scheme;
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    AnsweredText(Answered answered, Terminal terminal) {
        this.answered = answered;
        scheme = answered.scheme();
        this.terminal = terminal;
    }

    String text() {
        LocalDate day = answered.asOf().atZone(scheme.header().zone()).toLocalDate();
        text.append("What opens and closes for ")
                .append(Terminal.safe(answered.person()))
                .append('\n')
                .append(Terminal.safe(scheme.header().title()))
                .append(", version %s, as of %s\n\n".formatted(scheme.header().version(), day));
        String score = Micro.format(answered.scoreMicro());
        text.append("  ")
                .append(terminal.bold(score))
                .append("  ")
                .append(Terminal.safe(answered.band().title()))
                .append('\n');
        answered.on().forEach(this::on);
        answered.noticed().forEach(this::noticed);
        if (answered.decided().isEmpty()) {
            text.append("\n  The scheme has no services: nothing hangs on the score.\n");
        }
        answered.decided().forEach(this::decided);
        return text.toString();
    }

    private void on(Lists.Entry entry) {
        LocalDate lapses = answered.lapses(entry);
        String until =
                lapses.equals(LocalDate.MAX)
                        ? ", without an end of its own"
                        : ", until " + lapses + " at the latest";
        line("", "On the list “" + title(entry) + "” since " + entry.from() + until + ".");
    }

    private void noticed(Lists.Entry entry) {
        line(
                "",
                "Notice of the list “%s” was given on %s; it begins on %s if nothing changes."
                        .formatted(title(entry), entry.noticed(), entry.from()));
    }

    private String title(Lists.Entry entry) {
        return scheme.lists().stream()
                .filter(list -> list.name().equals(entry.list()))
                .map(Listing::title)
                .findFirst()
                .orElse(entry.list());
    }

    private void decided(Answered.Decided each) {
        Service service = each.service();
        Decision decision = each.decision();
        text.append('\n').append("  ").append(terminal.bold(Terminal.safe(service.title())));
        text.append('\n');
        String price = price(decision.priced(), decision.priceMicro(), service);
        String proposed = service.automated() ? "" : " (what the rules say; a human decides)";
        line("", Answered.word(decision.outcome()) + price + proposed);
        if (!decision.terms().isEmpty()) {
            line("", decision.terms());
        }
        for (Reason reason : decision.reasons()) {
            line("- ", reason.text() + " [" + reason.code() + "]");
        }
        Decision.Change change = decision.change();
        if (change != null) {
            line(
                    "",
                    "From a score of %s on, all else equal: %s%s."
                            .formatted(
                                    Micro.format(change.scoreMicro()),
                                    Answered.word(change.outcome()),
                                    price(change.priced(), change.priceMicro(), service)));
        } else if (decision.outcome() != Outcome.GRANTED && !decision.reasons().isEmpty()) {
            line("", "No score alone would change it.");
        }
        if (decision.humanReview()) {
            line("", "The person may ask that a human decides.");
        }
    }

    private static String price(boolean priced, long priceMicro, Service service) {
        if (!priced) {
            return "";
        }
        String unit = service.unit().isEmpty() ? "" : " " + service.unit();
        return ", " + Micro.format(priceMicro) + unit;
    }

    private void line(String mark, String words) {
        List<String> lines = StatementText.wrapped(Terminal.safe(words), WIDTH - 4);
        String indent = "    ";
        for (int i = 0; i < lines.size(); i++) {
            text.append(indent).append(i == 0 ? mark : " ".repeat(mark.length()));
            text.append(lines.get(i)).append('\n');
        }
    }
}
