package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.dispute.Correction;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.inquiry.Inquiries;
import glasshouse.bureau.inquiry.Inquiry;
import glasshouse.bureau.inquiry.Logged;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.scheme.Service;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/// Relying parties ask and are answered; people see who asked, and what was said.
final class DecisionRoutes {
    private static final String EXAMPLE =
            "{\"service\": \"loan\", \"person\": \"ann\", \"purpose\": \"granting a loan\","
                    + " \"request\": {\"amount\": 500}}";
    private static final String PREVIEW = "{\"service\": \"loan\"}";
    private static final int MOST_REQUEST_CHARACTERS = 4096;

    private final Bureau bureau;

    DecisionRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.POST,
                        "/v1/decisions",
                        Set.of(Role.RELYING_PARTY),
                        About.json("Ask for a decision; it is logged before the answer")
                                .taking("application/json"),
                        this::decide),
                new Guarded(
                        HttpMethod.POST,
                        "/v1/decisions/preview",
                        Set.of(Role.PERSON),
                        About.json("What a service would decide about you now; leaves no trace")
                                .taking("application/json"),
                        this::preview),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/decisions",
                        Set.of(Role.PERSON, Role.STEWARD, Role.AUDITOR),
                        About.json("What was decided about the person, the newest first"),
                        call -> Routes.json(decisions(Callers.member(bureau, call)))),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/inquiries",
                        Set.of(Role.PERSON, Role.AUDITOR),
                        About.json("Who asked about the person or looked at their data"),
                        call -> Routes.json(inquiries(Callers.member(bureau, call)))));
    }

    /// A question as it is sent.
    record Question(String service, String person, String purpose, @Nullable JsonNode request) {}

    /// A preview as it is asked for.
    record Preview(String service) {}

    private ServerResponse decide(Call call) throws IOException {
        Question question = Bodies.json(call.request(), Question.class, EXAMPLE);
        Organisation organisation = Callers.organisation(bureau, call);
        Service service = service(question.service());
        if (!service.purpose().equals(question.purpose())
                || !organisation.purposes().contains(service.purpose())) {
            throw new Refused(
                    Problem.OTHER_PURPOSE,
                    "The service is for “%s”; the organisation declared %s."
                            .formatted(service.purpose(), organisation.purposes()));
        }
        Member member = allowing(question.person(), service);
        String request = question.request() == null ? "" : question.request().toString();
        if (request.length() > MOST_REQUEST_CHARACTERS) {
            throw new Refused(
                    Problem.TOO_LARGE,
                    "request has at most %s characters.".formatted(MOST_REQUEST_CHARACTERS));
        }
        var asked =
                new Inquiry.Asked(organisation.name(), service.name(), service.purpose(), request);
        Inquiries.Answered answered = bureau.inquiries().decide(member, asked);
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(numbered(answered, member));
    }

    private ServerResponse preview(Call call) throws IOException {
        Preview asked = Bodies.json(call.request(), Preview.class, PREVIEW);
        Service service = service(asked.service());
        Member member =
                bureau.members()
                        .named(call.caller().subject())
                        .orElseThrow(() -> new Refused(Problem.NOT_FOUND, "You are not enrolled."));
        return Routes.json(bureau.inquiries().preview(member, service).answer());
    }

    private Service service(@Nullable String name) {
        return bureau.scheme().services().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refused(
                                        Problem.BAD_REQUEST,
                                        "The scheme's services are %s."
                                                .formatted(
                                                        bureau.scheme().services().stream()
                                                                .map(Service::name)
                                                                .toList())));
    }

    /// The member, if they allow the service; whether they are enrolled is not told otherwise.
    private Member allowing(@Nullable String person, Service service) {
        Member member = bureau.members().named(person == null ? "" : person).orElse(null);
        boolean allows = false;
        if (member != null) {
            synchronized (member) {
                allows = member.services().contains(service.name());
            }
        }
        if (member == null || !allows) {
            throw new Refused(
                    Problem.NOT_CONSENTED,
                    "There is nobody under this id who allows this service to ask; only they can"
                            + " change that.");
        }
        return member;
    }

    /// The answer with its number and instant before it, and the place in the queue where there is
    /// one.
    private String numbered(Inquiries.Answered answered, Member member) {
        String places =
                answered.application() == null
                        ? ""
                        : bureau.places().of(member.number()).stream()
                                .filter(each -> each.decision() == answered.number())
                                .map(
                                        each ->
                                                ("\n  \"place\": {\"rank\": %s, \"applicants\": %s,"
                                                                + " \"places\": %s, \"closes\":"
                                                                + " \"%s\"},")
                                                        .formatted(
                                                                each.rank(),
                                                                each.applicants(),
                                                                each.places(),
                                                                each.closes()))
                                .findFirst()
                                .orElse("");
        return "{\n  \"decision\": "
                + answered.number()
                + ",\n  \"at\": \""
                + answered.at()
                + "\","
                + places
                + answered.answer().substring(1);
    }

    private String decisions(Member member) {
        List<Logged> found = bureau.decisionLog().about(member.number());
        List<Correction> corrections = bureau.disputes().corrections(member.number());
        var text = new StringBuilder("{\n\"person\": ");
        text.append(Routes.quoted(member.name())).append(",\n\"decisions\": [\n");
        for (int i = 0; i < found.size(); i++) {
            Logged each = found.get(i);
            text.append(i == 0 ? "" : ",\n");
            text.append("{\"decision\": ").append(each.number());
            text.append(", \"at\": \"").append(each.at());
            text.append("\", \"organisation\": ").append(Routes.quoted(each.organisation()));
            text.append(", \"edition\": ").append(each.edition());
            text.append(", \"answer\": ").append(each.answer().strip());
            corrections.stream()
                    .filter(correction -> correction.decision() == each.number())
                    .forEach(
                            correction ->
                                    text.append(", \"correctedAt\": \"")
                                            .append(correction.at())
                                            .append("\", \"corrected\": ")
                                            .append(correction.answer().strip()));
            text.append('}');
        }
        return text.append("\n]\n}\n").toString();
    }

    private String inquiries(Member member) {
        return JsonDocument.of(
                json ->
                        json.text("person", member.name())
                                .array(
                                        "inquiries",
                                        bureau.decisionLog().about(member.number()),
                                        each ->
                                                json.instant("at", each.at())
                                                        .text("who", each.organisation())
                                                        .text("service", each.service())
                                                        .text("purpose", each.purpose())
                                                        .whole("decision", each.number()))
                                .array(
                                        "accesses",
                                        bureau.accessLog().about(member.number()),
                                        each ->
                                                json.instant("at", each.at())
                                                        .text("who", each.who())
                                                        .text("role", each.role())
                                                        .text("what", each.what())));
    }
}
