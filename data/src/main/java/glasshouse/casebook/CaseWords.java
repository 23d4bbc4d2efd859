package glasshouse.casebook;

import glasshouse.detection.Bursts;
import glasshouse.detection.Finding.Detector;
import glasshouse.event.Event;
import glasshouse.scheme.Micro;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// Findings in words: what was seen, what else it may be, what to ask.
public final class CaseWords {
    private static final double LEAST_CHANCE = 1e-9;

    /// What every report of findings ends with.
    public static final String CAUTION =
            "A finding is a question for a human, and no verdict: nothing was taken from anybody.";

    /// What follows where a human has judged.
    public static final String CONFIRMED =
            "What a human confirms is retracted (--confirmed, --retractions), and scores are then"
                    + " as if it had never been.";

    private CaseWords() {}

    /// What a detector is called.
    public static String name(Detector detector) {
        return switch (detector) {
            case DENSE_BLOCK -> "dense block";
            case RECIPROCITY -> "reciprocity";
            case BURST -> "burst";
            case SOURCE -> "odd source";
            case SHARED_ATTRIBUTE -> "shared attribute";
        };
    }

    /// What a finding is, in a line.
    public static String title(Case found) {
        int people = found.members().size();
        String subject = found.subject();
        return switch (found.detector()) {
            case DENSE_BLOCK -> "A dense block of praise among " + people(people);
            case RECIPROCITY -> "Praise given back among " + people(people);
            case BURST ->
                    "%s, rated by %s within %s days"
                            .formatted(rated(found), people(people - 1), Bursts.DAYS);
            case SOURCE -> "A source unlike the others: " + subject + ", on " + people(people);
            case SHARED_ATTRIBUTE ->
                    "Praise among " + people(people) + " who share " + article(subject) + subject;
        };
    }

    /// The one whom a burst is about.
    private static String rated(Case found) {
        return found.events().isEmpty()
                ? "somebody"
                : String.valueOf(found.events().getFirst().counterparty());
    }

    private static String article(String noun) {
        boolean vowel = !noun.isEmpty() && "aeiou".indexOf(noun.charAt(0)) >= 0;
        return vowel ? "an " : "a ";
    }

    static String people(int count) {
        return count == 1 ? "one person" : whole(count) + " people";
    }

    /// What looks the same and is nobody's fault.
    public static String innocent(Detector detector) {
        return switch (detector) {
            case DENSE_BLOCK ->
                    "A circle of friends, a team or steady partners praise each other as densely.";
            case RECIPROCITY ->
                    "Where both sides of a good trade say thank you, praise comes back.";
            case BURST -> "A newcomer's first busy week, a sale or an event brings many at once.";
            case SOURCE -> "A source that serves other people than the rest stands out, too.";
            case SHARED_ATTRIBUTE -> "Families and flatmates share things, and like each other.";
        };
    }

    /// What a human can look into.
    public static String ask(Detector detector) {
        return switch (detector) {
            case DENSE_BLOCK ->
                    "Did they really deal with each other? Whom else do they rate, and how?";
            case RECIPROCITY -> "Did both ratings follow a dealing? Who began, and how long after?";
            case BURST -> "What happened on these days? Who are the raters, and since when?";
            case SOURCE -> "Whom does the source serve, and can it show what it reported?";
            case SHARED_ATTRIBUTE -> "Who are they to each other? Do they deal with each other?";
        };
    }

    /// How likely it is by luck, in words; empty where the detector does not say.
    public static String chance(double chance) {
        if (Double.isNaN(chance)) {
            return "";
        }
        String odds =
                chance < LEAST_CHANCE
                        ? "in less than one case of a billion"
                        : "in one case of " + number(Math.max(1, 1 / chance));
        return "Luck alone would bring anything like it, anywhere here, " + odds + ".";
    }

    /// A number with three digits that say something; – where there is none.
    public static String number(double number) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        if (number == 0 || Math.abs(number) < 1e-12) {
            return "0";
        }
        BigDecimal rounded =
                BigDecimal.valueOf(number).round(new MathContext(3)).stripTrailingZeros();
        return rounded.scale() <= 0
                ? String.format(Locale.ROOT, "%,d", rounded.toBigInteger())
                : rounded.toPlainString();
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// What an event says, without its day.
    public static String words(Event event) {
        String value = Micro.format(event.valueMicro());
        return event.counterparty() == null
                ? event.person() + ", " + event.signal() + ": " + value
                : event.person() + " rated " + event.counterparty() + ": " + value;
    }

    /// The day of an event.
    public static LocalDate day(Event event) {
        return event.happenedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /// What the files hold, in a line.
    public static String basis(Casebook book) {
        var range = book.range();
        String ratings =
                range == null
                        ? whole(book.pairEvents()) + " ratings"
                        : "%s ratings from %s to %s"
                                .formatted(
                                        whole(book.pairEvents()),
                                        Micro.format(range.lowestMicro()),
                                        Micro.format(range.highestMicro()));
        var events = book.events().events();
        String days =
                events.isEmpty()
                        ? ""
                        : ", %s to %s".formatted(day(events.getFirst()), day(events.getLast()));
        return "%s and %s other events of %s%s"
                .formatted(
                        ratings,
                        whole((long) events.size() - book.pairEvents()),
                        people(book.people()),
                        days);
    }
}
