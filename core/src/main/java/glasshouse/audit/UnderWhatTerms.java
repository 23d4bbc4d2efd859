package glasshouse.audit;

import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Service;
import glasshouse.scheme.Terms;
import glasshouse.scheme.Terms.Enrolment;
import java.util.List;

/// Under what terms people are scored: consent, display, rights, purpose.
final class UnderWhatTerms {
    private UnderWhatTerms() {}

    static void compulsory(Subject subject, AuditRule rule, Notes notes) {
        Terms terms = subject.scheme().terms();
        if (terms.enrolment() == Enrolment.COMPULSORY) {
            var from = terms.compulsoryFrom();
            Words words = new Words().with("from", from == null ? "" : ", from " + from + " on");
            notes.add(rule, "compulsory", "enrolment", List.of(), words);
        }
    }

    static void contract(Subject subject, AuditRule rule, Notes notes) {
        if (subject.scheme().terms().enrolment() == Enrolment.CONTRACT) {
            notes.add(rule, "contract", "enrolment", List.of(), new Words());
        }
    }

    static void display(Subject subject, AuditRule rule, Notes notes) {
        for (Terms.Audience audience : Terms.Audience.values()) {
            boolean wide = audience == Terms.Audience.PUBLIC || audience == Terms.Audience.CONTACTS;
            if (wide && subject.scheme().terms().visibility().contains(audience)) {
                notes.add(rule, Subject.written(audience), "visibility", List.of(), new Words());
            }
        }
        for (Listing listing : subject.scheme().lists()) {
            if (listing.isPublic()) {
                Words words = new Words().with("list", "“" + listing.title() + "”");
                notes.add(rule, "list", "lists." + listing.name(), List.of(), words);
            }
        }
    }

    /// A right that people lack.
    static void right(Subject subject, AuditRule rule, Notes notes) {
        Terms terms = subject.scheme().terms();
        List<String> enrolments = rule.with("enrolments");
        if (!enrolments.isEmpty() && !enrolments.contains(Subject.written(terms.enrolment()))) {
            return;
        }
        for (Terms.Right right : Terms.Right.values()) {
            String name = Subject.written(right);
            if (rule.with("right").contains(name) && !terms.rights().contains(right)) {
                notes.add(rule, "missing", "rights." + name, List.of(), new Words());
            }
        }
    }

    static void disputeTime(Subject subject, AuditRule rule, Notes notes) {
        Terms terms = subject.scheme().terms();
        if (terms.rights().contains(Terms.Right.DISPUTE)
                && terms.disputeDays() > rule.number("days", 31)) {
            Words words = new Words().with("days", terms.disputeDays());
            notes.add(rule, "slow", "rights", List.of(), words);
        }
    }

    static void purpose(Subject subject, AuditRule rule, Notes notes) {
        if (subject.harmful().isEmpty()) {
            return;
        }
        if (subject.scheme().terms().purpose().isBlank()) {
            notes.add(rule, "missing", "purpose", List.of(), new Words());
        }
        // A service without a purpose takes its title for one.
        List<Service> silent =
                subject.harmful().stream()
                        .filter(each -> each.purpose().equals(each.title()))
                        .toList();
        if (!silent.isEmpty()) {
            notes.add(
                    rule,
                    "service",
                    "services." + silent.getFirst().name(),
                    silent.stream().map(each -> Path.service(each.name())).toList(),
                    new Words().with("services", Subject.services(silent)));
        }
    }
}
