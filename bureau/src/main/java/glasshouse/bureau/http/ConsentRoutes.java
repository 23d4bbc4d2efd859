package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.ledger.Consent;
import glasshouse.bureau.ledger.Dossier;
import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.wire.result.JsonDocument;
import glasshouse.wire.value.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// A person enrols, and allows sources and services, or withdraws that: nobody else can.
final class ConsentRoutes {
    private static final Set<Role> OWN = Set.of(Role.PERSON);
    private static final int MOST_NAMES = 100;
    private static final String EXAMPLE =
            "{\"sources\": [\"an-organisation\"], \"services\": [\"a-service\"]}";

    private final Bureau bureau;

    ConsentRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.POST,
                        "/v1/people/{person}/enrolment",
                        OWN,
                        About.json("Enrol, allowing these sources and services")
                                .taking("application/json"),
                        this::enrol),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/consents",
                        Set.of(Role.PERSON, Role.AUDITOR),
                        About.json("What the person allows, and what they allowed before"),
                        call -> Routes.json(consents(Callers.member(bureau, call)))),
                new Guarded(
                        HttpMethod.PUT,
                        "/v1/people/{person}/consents/{kind}/{name}",
                        OWN,
                        About.json("Allow a source (kind sources) or a service (kind services)"),
                        call -> change(call, true)),
                new Guarded(
                        HttpMethod.DELETE,
                        "/v1/people/{person}/consents/{kind}/{name}",
                        OWN,
                        About.json("Withdraw that; what the source reported counts no more"),
                        call -> change(call, false)));
    }

    /// What an enrolment asks for.
    record Enrolment(List<String> sources, List<String> services) {}

    private ServerResponse enrol(Call call) throws IOException {
        Enrolment asked = Bodies.json(call.request(), Enrolment.class, EXAMPLE);
        if (asked.sources() == null
                || asked.services() == null
                || asked.sources().size() + asked.services().size() > MOST_NAMES) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    "Name sources and services, at most %s in all: %s"
                            .formatted(MOST_NAMES, EXAMPLE));
        }
        String person = named(call.path("person"));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact.Enrolled(person));
        for (String each : asked.sources()) {
            facts.add(new Fact.Allowed(person, known("sources", each)));
        }
        for (String each : asked.services()) {
            facts.add(new Fact.Allowed(person, known("services", each)));
        }
        var _ = bureau.ledger().submit(facts);
        return Routes.json(consents(Callers.member(bureau, call)));
    }

    private static String named(String person) {
        try {
            return Names.check(person, "the person's id");
        } catch (glasshouse.wire.value.Refused refused) {
            throw new Refused(Problem.BAD_REQUEST, refused.reason() + ".");
        }
    }

    private ServerResponse change(Call call, boolean given) {
        Member member = Callers.member(bureau, call);
        Consent consent =
                given
                        ? known(call.path("kind"), call.path("name"))
                        : new Consent(kind(call.path("kind")), call.path("name"));
        Fact fact =
                given
                        ? new Fact.Allowed(member.name(), consent)
                        : new Fact.Withdrawn(member.name(), consent);
        var _ = bureau.ledger().submit(List.of(fact));
        return Routes.json(consents(member));
    }

    private static Consent.Kind kind(String word) {
        return switch (word) {
            case "sources" -> Consent.Kind.SOURCE;
            case "services" -> Consent.Kind.SERVICE;
            default ->
                    throw new Refused(
                            Problem.NOT_FOUND, "Consents are to sources and to services.");
        };
    }

    /// A consent to something that there is.
    private Consent known(String word, String name) {
        Consent.Kind kind = kind(word);
        boolean there =
                switch (kind) {
                    case SOURCE ->
                            bureau.organisations()
                                    .named(name)
                                    .filter(Organisation::mayReport)
                                    .isPresent();
                    case SERVICE ->
                            bureau.scheme().services().stream()
                                    .anyMatch(service -> service.name().equals(name));
                };
        if (!there) {
            throw new Refused(
                    Problem.NOT_FOUND,
                    switch (kind) {
                        case SOURCE -> "No organisation of that name reports here.";
                        case SERVICE -> "The scheme has no service of that name.";
                    });
        }
        return new Consent(kind, name);
    }

    private String consents(Member member) {
        Dossier dossier = bureau.ledger().dossier(member);
        List<String> sources;
        List<String> services;
        synchronized (member) {
            sources = List.copyOf(member.sources());
            services = List.copyOf(member.services());
        }
        return JsonDocument.of(
                json ->
                        json.text("person", member.name())
                                .texts("sources", sources)
                                .texts("services", services)
                                .array(
                                        "history",
                                        dossier.consents(),
                                        each ->
                                                json.instant("at", each.at())
                                                        .text(
                                                                "kind",
                                                                each.consent()
                                                                        .kind()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT))
                                                        .text("name", each.consent().name())
                                                        .bool("allowed", each.given())));
    }
}
