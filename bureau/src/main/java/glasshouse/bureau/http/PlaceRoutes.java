package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.place.Application;
import glasshouse.bureau.place.Places;
import glasshouse.bureau.place.Ranked;
import glasshouse.scheme.Quota;
import glasshouse.scheme.Service;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// Places of services that give a few in a period: the queue, for who gives them and who waits.
final class PlaceRoutes {
    private final Bureau bureau;

    PlaceRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.GET,
                        "/v1/places/{service}",
                        Set.of(Role.RELYING_PARTY),
                        About.json(
                                "Who applied to you and who has a place, in the period of a day",
                                "day"),
                        this::queue),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/places",
                        Set.of(Role.PERSON, Role.STEWARD, Role.AUDITOR),
                        About.json("Where the person ranks among those who applied for places"),
                        call -> Routes.json(own(Callers.member(bureau, call)))));
    }

    private ServerResponse queue(Call call) {
        ZoneId zone = bureau.scheme().header().zone();
        Instant now = bureau.clock().instant();
        LocalDate day = LocalDate.ofInstant(now, zone);
        String given = call.request().param("day").orElse(day.toString());
        try {
            day = LocalDate.parse(given);
        } catch (DateTimeException notOne) {
            throw new Refused(Problem.BAD_REQUEST, "day is a day, 2026-03-31.");
        }
        Instant start = day.atStartOfDay(zone).toInstant();
        Quota quota = quota(call.path("service"), start);
        Instant closes = Application.closes(quota.period(), start, zone);
        var queue =
                new Places.Queue(Callers.organisation(bureau, call).name(), call.path("service"));
        boolean isFinal = Ranked.isFinal(closes, now);
        List<Ranked> found = bureau.places().of(queue, closes);
        return Routes.json(
                JsonDocument.of(
                        json ->
                                json.text("service", queue.service())
                                        .instant("closes", closes)
                                        .bool("final", isFinal)
                                        .whole("places", quota.places())
                                        .array(
                                                "applicants",
                                                found,
                                                each ->
                                                        json.whole("rank", each.rank())
                                                                .whole("decision", each.decision())
                                                                .optional(
                                                                        "person",
                                                                        name(each.person()))
                                                                .bool(
                                                                        "hasPlace",
                                                                        each.hasPlace()))));
    }

    /// The quota of a service under the scheme in force at an instant.
    private Quota quota(String service, Instant at) {
        return bureau.editions().course().at(at).scheme().services().stream()
                .filter(each -> each.name().equals(service))
                .map(Service::quota)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refused(
                                        Problem.NOT_FOUND,
                                        "The scheme has no service of that name that gives a few"
                                                + " places in a period."));
    }

    /// Who applied, unless they were erased since.
    private String name(long number) {
        Member member = bureau.members().numbered(number);
        return member == null ? "" : member.name();
    }

    private String own(Member member) {
        Instant now = bureau.clock().instant();
        return JsonDocument.of(
                json ->
                        json.text("person", member.name())
                                .array(
                                        "applications",
                                        bureau.places().of(member.number()),
                                        each -> application(json, each, now)));
    }

    private static void application(JsonDocument json, Ranked ranked, Instant now)
            throws IOException {
        json.text("organisation", ranked.organisation())
                .text("service", ranked.service())
                .whole("decision", ranked.decision())
                .instant("closes", ranked.closes())
                .bool("final", Ranked.isFinal(ranked.closes(), now))
                .whole("rank", ranked.rank())
                .whole("applicants", ranked.applicants())
                .whole("places", ranked.places())
                .bool("hasPlace", ranked.hasPlace());
    }
}
