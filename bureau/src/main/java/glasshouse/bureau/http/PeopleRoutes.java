package glasshouse.bureau.http;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.bureau.Bureau;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.inquiry.Readings;
import glasshouse.bureau.ledger.Dossier;
import glasshouse.bureau.member.Member;
import glasshouse.event.Event;
import glasshouse.scheme.Band;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import glasshouse.wire.result.JsonDocument;
import glasshouse.wire.result.StatementJson;
import glasshouse.wire.result.StatementPage;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What a person has: a score, why, and how it went.
final class PeopleRoutes {
    private static final Set<Role> READERS = Set.of(Role.PERSON, Role.STEWARD, Role.AUDITOR);
    private static final String[] INSTANTS = {"as-of", "known-at"};

    private final Bureau bureau;

    PeopleRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                read("score", "The score, its band and its parts", (asked, _) -> score(asked)),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/statement",
                        READERS,
                        About.json("Why the score is what it is, line by line", INSTANTS)
                                .giving("application/json", "text/html"),
                        call -> statement(asked(call), call)),
                read(
                        "history",
                        "Every day on which the score changed",
                        (asked, _) -> history(asked)));
    }

    private Route read(String what, String summary, BiFunction<Asked, Call, String> answer) {
        return new Guarded(
                HttpMethod.GET,
                "/v1/people/{person}/" + what,
                READERS,
                About.json(summary, INSTANTS),
                call -> Routes.json(answer.apply(asked(call), call)));
    }

    /// What is asked: about whom, when, as known when, under the edition in force then.
    private record Asked(
            Member member, Dossier dossier, Instant asOf, long through, Plan plan, int edition) {
        List<Event> admissible() {
            return dossier.admissible(asOf, through);
        }

        Scheme scheme() {
            return plan.scheme();
        }
    }

    private Asked asked(Call call) {
        Member member = Callers.member(bureau, call);
        Instant now = bureau.clock().instant();
        ZoneId zone = bureau.scheme().header().zone();
        Instant asOf = instant(call.request(), "as-of", zone).orElse(now);
        Optional<Instant> knownAt = instant(call.request(), "known-at", zone);
        Dossier dossier = bureau.ledger().dossier(member);
        long through = dossier.through(knownAt.orElse(now));
        Published edition = bureau.editions().course().at(asOf);
        return new Asked(member, dossier, asOf, through, edition.plan(), edition.number());
    }

    /// An instant of the query: a day, to its end in the scheme's zone, or a time with offset.
    private static Optional<Instant> instant(ServerRequest request, String name, ZoneId zone) {
        Optional<String> given = request.param(name);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String text = given.get().replace(' ', '+');
        try {
            Instant found =
                    text.length() == 10
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .minusNanos(1000)
                            : OffsetDateTime.parse(text).toInstant();
            if (!found.isBefore(Event.EARLIEST) && found.isBefore(Event.LATEST)) {
                return Optional.of(found);
            }
        } catch (DateTimeException notOne) {
            // As below.
        }
        throw new Refused(
                Problem.BAD_REQUEST,
                name
                        + " is a day, 2026-03-31, or a time with its offset, 2026-03-31T12:00:00Z,"
                        + " from 1970-01-02 to 2199.");
    }

    private Statement statement(Asked asked) {
        return new Statements(asked.plan())
                .of(asked.member().name(), asked.admissible(), asked.asOf());
    }

    private ServerResponse statement(Asked asked, Call call) {
        Statement statement = statement(asked);
        boolean page =
                call.request().headers().accept().stream()
                        .findFirst()
                        .filter(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                        .isPresent();
        return page
                ? ServerResponse.ok()
                        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                        .body(StatementPage.html(statement, asked.scheme()))
                : Routes.json(StatementJson.statement(statement));
    }

    private String score(Asked asked) {
        var ledger =
                glasshouse.statement.Ledger.of(
                        asked.member().name(), asked.admissible(), asked.asOf());
        var readout = new glasshouse.account.Readout(asked.plan());
        int day = new Calendar(asked.scheme().header().zone()).day(asked.asOf());
        readout.read(ledger.fold(asked.plan()), day);
        Scheme scheme = asked.scheme();
        return JsonDocument.of(
                json -> {
                    json.text("person", asked.member().name()).instant("asOf", asked.asOf());
                    scored(json, scheme, readout.scoreMicro(), readout.bandIndex());
                    json.object(
                            "scheme",
                            () ->
                                    json.text("name", scheme.header().name())
                                            .text("version", scheme.header().version())
                                            .whole("edition", asked.edition()));
                    var parts = scheme.characteristics();
                    json.micro("initial", scheme.scale().initialMicro())
                            .array(
                                    "parts",
                                    parts,
                                    each ->
                                            json.text("name", each.name())
                                                    .text("title", each.title())
                                                    .micro(
                                                            "points",
                                                            readout.partialMicro(
                                                                    parts.indexOf(each))));
                });
    }

    private static void scored(JsonDocument json, Scheme scheme, long scoreMicro, int band)
            throws IOException {
        Band found = scheme.bands().get(band);
        json.micro("score", scoreMicro).text("band", found.name());
    }

    private String history(Asked asked) {
        var course =
                Readings.course(
                        asked.plan(), asked.member().name(), asked.admissible(), asked.asOf());
        return JsonDocument.of(
                json ->
                        json.text("person", asked.member().name())
                                .instant("asOf", asked.asOf())
                                .micro("initial", asked.scheme().scale().initialMicro())
                                .array(
                                        "changes",
                                        course,
                                        each -> {
                                            json.text("from", each.day());
                                            scored(
                                                    json,
                                                    asked.scheme(),
                                                    each.scoreMicro(),
                                                    each.band());
                                        }));
    }
}
