package glasshouse.cli;

import glasshouse.reach.Aim;
import glasshouse.reach.Outlook;
import glasshouse.reach.Step;
import glasshouse.reach.Way;
import glasshouse.scheme.Band;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// The ways to a band, for the terminal.
final class OutlookText {
    private final Scheme scheme;
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    OutlookText(Scheme scheme, Terminal terminal) {
        this.scheme = scheme;
        this.terminal = terminal;
    }

    String text(Outlook outlook, Band target) {
        var head = new StatementText(scheme, terminal);
        String title = terminal.coloured(target.title(), target.colour());
        head.head(outlook.now(), "Ways for ");
        text.append(head.done()).append('\n');
        String goal = "%s (%s points)".formatted(title, Micro.format(target.fromMicro()));
        switch (outlook) {
            case Outlook.Already _ ->
                    text.append("  ").append(goal).append(" is reached already.\n");
            case Outlook.Reachable(_, List<Way> ways) -> {
                text.append("  To ").append(goal).append(", if nothing else happens:\n");
                ways.forEach(this::way);
            }
            case Outlook.OutOfReach(_, Way nearest) -> {
                text.append("  ")
                        .append(goal)
                        .append(" was not found to be within reach in twelve months.\n")
                        .append("  The nearest that was found:\n");
                way(nearest);
            }
        }
        if (byUnit(outlook)) {
            text.append(
                    "\n  What brings points by the unit is reckoned one unit at a time, with the"
                            + " effort of a\n  unit; more at once takes as much more.\n");
        }
        return text.toString();
    }

    /// Whether a way has a step whose value is one unit of several that could be.
    private static boolean byUnit(Outlook outlook) {
        List<Way> ways =
                switch (outlook) {
                    case Outlook.Already _ -> List.of();
                    case Outlook.Reachable(_, List<Way> found) -> found;
                    case Outlook.OutOfReach(_, Way nearest) -> List.of(nearest);
                };
        return ways.stream()
                .flatMap(way -> way.steps().stream())
                .anyMatch(step -> step.valueMicro() == Micro.ONE && !value(step).isEmpty());
    }

    private void way(Way way) {
        String aims =
                way.aims().stream()
                        .sorted()
                        .map(OutlookText::word)
                        .collect(Collectors.joining(", "));
        String title = Character.toUpperCase(aims.charAt(0)) + aims.substring(1);
        text.append("\n  ").append(terminal.bold(title + ": by " + way.day())).append('\n');
        if (way.steps().isEmpty()) {
            text.append("    Nothing to do.\n");
        }
        for (Step step : way.steps()) {
            step(step);
        }
        boolean stated = way.steps().stream().allMatch(Step::stated);
        if (!way.steps().isEmpty()) {
            text.append("    In all: ").append(amount(way.hoursMicro(), "hours"));
            text.append(", ").append(amount(way.eurosMicro(), "euros"));
            text.append(
                    stated
                            ? ".\n"
                            : " (where the scheme states no effort, an hour each and at"
                                    + " most\n    one a week are assumed).\n");
        }
        String holds =
                way.holdsUntil() == null ? "for a year or longer" : "until " + way.holdsUntil();
        text.append("    Score then: ")
                .append(Micro.format(way.statement().scoreMicro()))
                .append(", ")
                .append(
                        terminal.coloured(
                                way.statement().band().title(), way.statement().band().colour()))
                .append(way.aims().contains(Aim.NEAREST) ? ".\n" : "; it lasts " + holds + ".\n");
    }

    private void step(Step step) {
        text.append("    • ")
                .append(Terminal.safe(step.signal().title()))
                .append(value(step))
                .append(": ")
                .append(step.times() == 1 ? "once, on " + step.first() : often(step))
                .append('\n');
        if (step.confirmedBy() != null) {
            text.append(step.times() == 1 ? "      confirmed by “" : "      each confirmed by “")
                    .append(title(step.confirmedBy()))
                    .append("”\n");
        }
    }

    private String title(String signal) {
        return scheme.signals().stream()
                .filter(each -> each.name().equals(signal))
                .map(each -> Terminal.safe(each.title()))
                .findFirst()
                .orElse(signal);
    }

    private static String value(Step step) {
        String amount = step.signal().amount(step.valueMicro());
        return amount.isEmpty() ? "" : ", " + amount + " each";
    }

    private static String often(Step step) {
        long days = ChronoUnit.DAYS.between(step.first(), step.last());
        long apart = days / (step.times() - 1);
        String pace =
                step.mostInWeek() > 1
                        ? "at most " + step.mostInWeek() + " a week"
                        : "about every " + apart + " days";
        return "%s times, %s,\n      from %s to %s"
                .formatted(step.times(), pace, step.first(), step.last());
    }

    /// A number of units, whose names are plural.
    private static String amount(long micro, String units) {
        boolean one = micro == Micro.ONE && units.endsWith("s");
        return Micro.format(micro) + " " + (one ? units.substring(0, units.length() - 1) : units);
    }

    private static String word(Aim aim) {
        return switch (aim) {
            case WAITING -> "by waiting";
            case FASTEST -> "fastest";
            case LEAST_HOURS -> "least hours";
            case LEAST_EUROS -> "least euros";
            case NEAREST -> "nearest";
        };
    }
}
