package glasshouse.audit;

import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Service;
import glasshouse.scheme.Terms;
import java.util.ArrayList;
import java.util.List;

/// What is allowed only with a human, with reasons, or after an assessment.
final class Duties {
    private Duties() {}

    static void automated(Subject subject, AuditRule rule, Notes notes) {
        List<Service> alone = subject.significant().stream().filter(Service::automated).toList();
        boolean human = subject.scheme().terms().rights().contains(Terms.Right.HUMAN_REVIEW);
        all(rule, human ? "on-request" : "no-human", alone, notes);
        List<Service> followed =
                subject.significant().stream()
                        .filter(each -> !each.automated())
                        .filter(each -> rules(each, Outcome.REFUSED))
                        .toList();
        all(rule, "drawn-on", followed, notes);
    }

    private static boolean rules(Service service, Outcome outcome) {
        return service.rules().stream().anyMatch(each -> each.outcome() == outcome);
    }

    /// Services that the scheme says weigh little, in parts of life where they seldom do.
    static void significance(Subject subject, AuditRule rule, Notes notes) {
        List<Service> light =
                subject.harmful().stream()
                        .filter(each -> !each.significant())
                        .filter(
                                each ->
                                        rule.with(each.context())
                                                .contains(Subject.written(each.effect())))
                        .toList();
        all(rule, "claimed-light", light, notes);
    }

    /// Uses that the law calls high-risk, by context and effect.
    static void highRisk(Subject subject, AuditRule rule, Notes notes) {
        for (String context : rule.with().keySet().stream().sorted().toList()) {
            List<Service> services =
                    subject.harmful().stream()
                            .filter(each -> each.context().equals(context))
                            .filter(
                                    each ->
                                            rule.with(context)
                                                    .contains(Subject.written(each.effect())))
                            .toList();
            all(rule, context, services, notes);
        }
    }

    static void impact(Subject subject, AuditRule rule, Notes notes) {
        all(rule, "needed", subject.significant(), notes);
    }

    private static void all(AuditRule rule, String named, List<Service> services, Notes notes) {
        if (!services.isEmpty()) {
            notes.add(
                    rule,
                    named,
                    "services." + services.getFirst().name(),
                    services.stream().map(each -> Path.service(each.name())).toList(),
                    new Words().with("services", Subject.services(services)));
        }
    }

    /// Refusals without a reason of their own, and scores that nobody can take apart.
    static void explained(Subject subject, AuditRule rule, Notes notes) {
        List<Service> silent =
                subject.harmful().stream()
                        .filter(
                                service ->
                                        service.rules().stream()
                                                .anyMatch(
                                                        each ->
                                                                each.outcome() != Outcome.GRANTED
                                                                        && each.reason() == null))
                        .toList();
        all(rule, "no-reason", silent, notes);
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (characteristic instanceof Characteristic.Rated rated && subject.hurts(rated)) {
                boolean weighed =
                        switch (rated.method()) {
                            case MEAN, BAYES, FADING -> !rated.open();
                            case STANDING, FAIRNESS_GOODNESS, REV2, EIGENTRUST -> true;
                        };
                if (weighed) {
                    notes.add(
                            rule,
                            "others",
                            "characteristics." + rated.name(),
                            List.of(Path.to(rated.name())),
                            WhatIsScored.words(rated, List.of()));
                }
            }
        }
    }

    /// Blacklists that close something, without notice, end or review.
    static void listTerms(Subject subject, AuditRule rule, Notes notes) {
        boolean human = subject.scheme().terms().rights().contains(Terms.Right.HUMAN_REVIEW);
        for (Listing listing : subject.scheme().lists()) {
            List<Service> closed =
                    subject.harmful().stream()
                            .filter(each -> subject.flow().lists(each).contains(listing.name()))
                            .toList();
            var missing = new ArrayList<String>();
            if (listing.noticeDays() == 0) {
                missing.add("notice");
            }
            if (listing.expiresDays() == 0) {
                missing.add("an end");
            }
            if (listing.reviewDays() == 0) {
                missing.add("review");
            }
            if (listing.kind() != Listing.Kind.BLACKLIST || closed.isEmpty() || missing.isEmpty()) {
                continue;
            }
            boolean weighs = closed.stream().anyMatch(Service::significant);
            notes.add(
                    rule,
                    missing.size() == 3 && weighs && !human ? "nothing" : "gaps",
                    "lists." + listing.name(),
                    closed.stream().map(each -> through(listing, each)).toList(),
                    new Words()
                            .with("list", "“" + listing.title() + "”")
                            .with("services", Subject.services(closed))
                            .with("missing", Subject.row(missing).replace(" and ", " or ")));
        }
    }

    private static Path through(Listing listing, Service service) {
        return new Path("", "", List.of("list " + listing.name()), service.name());
    }
}
