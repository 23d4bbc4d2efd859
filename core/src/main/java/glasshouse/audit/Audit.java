package glasshouse.audit;

import glasshouse.document.Position;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Nature;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import glasshouse.scheme.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a scheme for what the law forbids: every path from a behaviour to a consequence.
///
/// Decision support, not legal advice. What fails here does not compile in the live realm.
public final class Audit {
    private final Scheme scheme;
    private final Map<String, Signal> signals = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Audit(Scheme scheme) {
        this.scheme = scheme;
        scheme.signals().forEach(signal -> signals.put(signal.name(), signal));
    }

    /// All findings: what is scored, under what terms, and where it leads. The many paths come
    /// last, so that a reader who is shown only so many problems sees every kind.
    public static List<Finding> of(Scheme scheme) {
        var audit = new Audit(scheme);
        audit.whatIsScored();
        audit.underWhatTerms();
        audit.whereItLeads();
        return List.copyOf(audit.findings);
    }

    private void whatIsScored() {
        for (Characteristic characteristic : scheme.characteristics()) {
            String path = "characteristics." + characteristic.name();
            Position at = scheme.position(path);
            if (characteristic instanceof Characteristic.Contacts) {
                fail(
                        "contacts",
                        "AI Act Art. 5(1)(c)(ii)",
                        path,
                        at,
                        "it scores a person by the scores of others whom they know",
                        "score only what the person does");
            }
            for (String name : characteristic.reads()) {
                Signal signal = signals.get(name);
                if (signal != null) {
                    forbiddenNature(signal, name + " → " + characteristic.name(), path);
                }
            }
        }
    }

    private void forbiddenNature(Signal signal, String path, String characteristic) {
        String own = characteristic + ".signals." + signal.name();
        Position at =
                scheme.positions().containsKey(own)
                        ? scheme.position(own)
                        : scheme.position(characteristic);
        switch (signal.nature()) {
            case POLITICAL_OPINION,
                    BELIEF,
                    TRADE_UNION,
                    ETHNIC_ORIGIN,
                    HEALTH,
                    SEXUALITY,
                    BIOMETRIC ->
                    fail(
                            "special-category",
                            "GDPR Art. 9(1)",
                            path,
                            at,
                            "it scores " + name(signal.nature()) + ", a special category of data",
                            "remove the signal");
            case EXPRESSION ->
                    fail(
                            "expression",
                            "EU Charter Art. 11(1)",
                            path,
                            at,
                            "it scores what people say",
                            "remove the signal");
            case OFFENCE ->
                    fail(
                            "offence",
                            "GDPR Art. 10",
                            path,
                            at,
                            "it scores criminal convictions or offences",
                            "remove the signal; only an official authority keeps such a record");
            case ASSOCIATION ->
                    fail(
                            "association",
                            "AI Act Art. 5(1)(c)(ii)",
                            path,
                            at,
                            "it scores whom a person knows",
                            "score only what the person does");
            case CONDUCT, PAYMENT, PUBLIC_REGISTER, TRAIT -> {}
        }
    }

    private static String name(Nature nature) {
        return nature.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private void whereItLeads() {
        var flow = new Flow(scheme);
        for (Service service : scheme.services()) {
            if (!Flow.canHarm(service)) {
                continue;
            }
            for (Characteristic characteristic : flow.into(service)) {
                for (String name : characteristic.reads()) {
                    Signal signal = signals.get(name);
                    if (signal != null) {
                        context(signal, characteristic, service);
                    }
                }
            }
            if (service.significant() && service.automated() && !has(Terms.Right.HUMAN_REVIEW)) {
                fail(
                        "automated",
                        "GDPR Art. 22(3)",
                        "services." + service.name(),
                        scheme.position("services." + service.name()),
                        service.title()
                                + " is decided by an algorithm alone, and nobody can ask for"
                                + " a human",
                        "rights: {human-review: yes}, or decided-by: human");
            }
        }
    }

    private void context(Signal signal, Characteristic characteristic, Service service) {
        String path = signal.name() + " → " + characteristic.name() + " → " + service.name();
        Position at = scheme.position("services." + service.name());
        String sentence =
                "what people do in the context "
                        + signal.context()
                        + " ("
                        + signal.title()
                        + ") can cost them "
                        + service.title()
                        + " in the context "
                        + service.context();
        switch (Relation.of(signal.context(), service.context())) {
            case RELATED -> {}
            case ARGUABLE ->
                    findings.add(
                            new Finding(
                                    "unrelated-context",
                                    Verdict.NEEDS_HUMAN,
                                    "AI Act Art. 5(1)(c)(i)",
                                    path,
                                    at,
                                    sentence,
                                    "say why the one bears on the other, or take one of them out"));
            case UNRELATED ->
                    fail(
                            "unrelated-context",
                            "AI Act Art. 5(1)(c)(i)",
                            path,
                            at,
                            sentence,
                            "take the signal out, base the service on related characteristics"
                                    + " alone, or make it advantage-only");
        }
    }

    private void underWhatTerms() {
        Terms terms = scheme.terms();
        if (terms.visibility().contains(Terms.Audience.PUBLIC)) {
            exposure("visibility", "the score is shown to everybody");
        }
        if (terms.visibility().contains(Terms.Audience.CONTACTS)) {
            exposure("visibility", "the score is shown to a person's contacts");
        }
        for (Listing listing : scheme.lists()) {
            if (listing.isPublic()) {
                exposure("lists." + listing.name(), "the list " + listing.title() + " is public");
            }
        }
        if (terms.enrolment() == Terms.Enrolment.COMPULSORY) {
            fail(
                    "compulsion",
                    "GDPR Art. 7(4)",
                    "enrolment",
                    scheme.position("enrolment"),
                    "people are scored without having agreed",
                    "enrolment: consent");
        }
        right(Terms.Right.STATEMENT, "GDPR Art. 15(1)(h)", "see how their score came about");
        right(Terms.Right.DISPUTE, "GDPR Art. 22(3)", "contest a score");
        right(Terms.Right.RECTIFICATION, "GDPR Art. 16", "have wrong data put right");
        right(Terms.Right.ERASURE, "GDPR Art. 17(1)", "have their data erased");
        if (terms.enrolment() == Terms.Enrolment.CONSENT) {
            right(Terms.Right.WITHDRAWAL, "GDPR Art. 7(3)", "withdraw as easily as they agreed");
        }
    }

    private void exposure(String path, String sentence) {
        fail(
                "public-display",
                "GDPR Art. 25(2)",
                path,
                scheme.position(path),
                sentence,
                "show it to the person and to those they ask for a service");
    }

    private void right(Terms.Right right, String citation, String what) {
        if (!has(right)) {
            String key = right.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            fail(
                    "right",
                    citation,
                    "rights." + key,
                    scheme.position("rights"),
                    "people cannot " + what,
                    "rights: {" + key + ": yes}");
        }
    }

    private boolean has(Terms.Right right) {
        return scheme.terms().rights().contains(right);
    }

    private void fail(
            String rule,
            String citation,
            String path,
            Position at,
            String sentence,
            String remedy) {
        findings.add(new Finding(rule, Verdict.FAIL, citation, path, at, sentence, remedy));
    }
}
