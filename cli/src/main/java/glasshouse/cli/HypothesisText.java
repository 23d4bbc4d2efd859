package glasshouse.cli;

import glasshouse.document.Nearest;
import glasshouse.event.Event;
import glasshouse.reach.Hypothesis;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Signal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `signal=bill.paid value=3 on=2026-04-01`; a value with spaces stands in double quotes.
final class HypothesisText {
    private static final Pattern FIELD = Pattern.compile("\\s*([a-z]+)=(\"[^\"]*\"|\\S+)\\s*");
    private static final List<String> KEYS =
            List.of("signal", "value", "on", "by", "counterparty", "reference");

    private HypothesisText() {}

    static Hypothesis parse(String text, Question question) throws Refusal {
        Map<String, String> fields = fields(text);
        Signal signal = signal(fields.get("signal"), question);
        String by = fields.get("by");
        String counterparty = fields.get("counterparty");
        if (by != null && counterparty != null) {
            throw new Refusal(
                    "--event has by= and counterparty=; with by= the person is the counterparty.");
        }
        if (question.person().equals(by) || question.person().equals(counterparty)) {
            throw new Refusal("--event names the person twice; the other party is somebody else.");
        }
        return new Hypothesis(
                signal.name(),
                value(fields.get("value"), signal),
                on(fields.get("on"), question),
                by,
                counterparty,
                fields.get("reference"));
    }

    private static Map<String, String> fields(String text) throws Refusal {
        var fields = new LinkedHashMap<String, String>();
        Matcher matcher = FIELD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new Refusal(
                        "--event is written 'signal=NAME value=NUMBER on=DATE'; this is not: "
                                + Terminal.safe(text.substring(at)));
            }
            String key = matcher.group(1);
            if (!KEYS.contains(key)) {
                throw new Refusal("--event has no '" + key + "': " + Nearest.hint(key, KEYS) + ".");
            }
            String value = matcher.group(2);
            boolean quoted = value.startsWith("\"") && value.endsWith("\"") && value.length() > 1;
            String bare = quoted ? value.substring(1, value.length() - 1) : value;
            if (bare.isEmpty() || fields.put(key, bare) != null) {
                throw new Refusal("--event: " + key + "= is empty or stands twice.");
            }
            at = matcher.end();
        }
        return fields;
    }

    private static Signal signal(@Nullable String name, Question question) throws Refusal {
        var signals = question.scheme().signals();
        if (name == null) {
            throw new Refusal("--event lacks signal=; write 'signal=NAME value=NUMBER on=DATE'.");
        }
        for (Signal signal : signals) {
            if (signal.name().equals(name)) {
                return signal;
            }
        }
        throw new Refusal(
                "--event: the scheme has no signal '%s': %s."
                        .formatted(
                                Terminal.safe(name),
                                Nearest.hint(name, signals.stream().map(Signal::name).toList())));
    }

    private static long value(@Nullable String text, Signal signal) throws Refusal {
        if (text == null) {
            if (!signal.unit().isEmpty()) {
                throw new Refusal(
                        "--event: %s is counted in %s; add value=NUMBER."
                                .formatted(signal.name(), signal.unit()));
            }
            return 0;
        }
        try {
            long micro = Micro.parse(text);
            if (Math.abs(micro) <= Event.MOST_VALUE_MICRO) {
                return micro;
            }
        } catch (NumberFormatException | ArithmeticException wrong) {
            // Told below, as for a number that is too large.
        }
        throw new Refusal(
                "--event: value=%s is no decimal such as 12.5 within a billion units."
                        .formatted(Terminal.safe(text)));
    }

    private static Instant on(@Nullable String text, Question question) throws Refusal {
        if (text == null) {
            return question.asOf();
        }
        try {
            return switch (PointInTime.parse(text)) {
                case PointInTime.At(Instant instant) -> instant;
                case PointInTime.Day(var date) ->
                        date.atTime(LocalTime.NOON)
                                .atZone(question.scheme().header().zone())
                                .toInstant();
            };
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("--event: on=" + wrong.getMessage() + ".");
        }
    }
}
