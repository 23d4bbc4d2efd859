package glasshouse.leaflet;

import glasshouse.leaflet.Leaflet.Row;
import glasshouse.leaflet.Leaflet.Section;
import glasshouse.leaflet.Leaflet.Tone;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Quota;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the score opens and closes: each service as a section.
final class Offers {
    private final Phrases phrases;

    Offers(Phrases phrases) {
        this.phrases = phrases;
    }

    Section section(Service service) {
        var rows = new ArrayList<Row>();
        for (Rule rule : service.rules()) {
            rows.add(row(rule, service, rows.isEmpty()));
        }
        return new Section(service.title(), terms(service), rows);
    }

    static List<String> terms(Service service) {
        var sentences = new ArrayList<String>();
        if (!service.purpose().equals(service.title())) {
            sentences.add("For " + service.purpose() + ".");
        }
        sentences.add(
                service.automated()
                        ? "An algorithm decides."
                        : "A human decides, with the score at hand.");
        if (service.advantageOnly()) {
            sentences.add("It is an advantage only: without a score you are no worse off.");
        }
        Quota quota = service.quota();
        if (quota != null) {
            sentences.add(
                    "There are %s a %s; the highest scores come first."
                            .formatted(
                                    Phrases.count(quota.places(), "place"),
                                    quota.period().name().toLowerCase(Locale.ROOT)));
        }
        return sentences;
    }

    private Row row(Rule rule, Service service, boolean only) {
        String when =
                rule.when() instanceof Condition.Always
                        ? only ? "In all cases" : "In all other cases"
                        : "If " + phrases.condition(rule.when());
        var notes = new ArrayList<String>();
        Reason reason = rule.reason();
        if (reason != null && !reason.text().isEmpty()) {
            notes.add("Reason given: " + reason.text() + ".");
        }
        if (!rule.terms().isEmpty()) {
            notes.add(rule.terms());
        }
        Curve price = rule.price();
        if (price != null && price.knots().size() > 1) {
            notes.add("Between these scores it runs in straight lines.");
        }
        return new Row(when, effect(rule, service), tone(rule), notes);
    }

    private static Tone tone(Rule rule) {
        return switch (rule.outcome()) {
            case GRANTED -> rule.price() == null ? Tone.GAIN : Tone.PLAIN;
            case REFUSED -> Tone.LOSS;
            case REVIEW -> Tone.PLAIN;
        };
    }

    static String effect(Rule rule, Service service) {
        Curve price = rule.price();
        return switch (rule.outcome()) {
            case GRANTED -> price == null ? "Yes" : price(price, service.unit());
            case REFUSED -> "No";
            case REVIEW -> "A person decides";
        };
    }

    /// `2.9 % a year`, or `7.9 % a year at score 540, 4.9 at 650; straight lines between`.
    static String price(Curve price, String unit) {
        var knots = new ArrayList<String>();
        for (Curve.Knot knot : price.knots()) {
            String of = knots.isEmpty() && !unit.isEmpty() ? " " + unit : "";
            String amount = Phrases.number(knot.yMicro()) + of;
            knots.add(
                    price.knots().size() == 1
                            ? amount
                            : amount
                                    + (knots.isEmpty() ? " at a score of " : " at ")
                                    + Phrases.number(knot.xMicro()));
        }
        return Phrases.joined(knots, "and");
    }

    static String said(Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> "granted";
            case REFUSED -> "refused";
            case REVIEW -> "decided by a person";
        };
    }
}
