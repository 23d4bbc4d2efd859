package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.edition.Course;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.edition.NotNow;
import glasshouse.bureau.edition.Period;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.compiler.Library;
import glasshouse.leaflet.Changes;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/// Stewards publish versions of the scheme, announce, recall, roll back; everybody may read them.
final class SchemeRoutes {
    private static final Set<Role> STEWARD = Set.of(Role.STEWARD);
    private static final long MOST_BYTES = 512 * 1024;
    private static final int MOST_WORDS = 1000;
    private static final MediaType YAML = MediaType.valueOf("application/yaml");
    private static final String ANNOUNCEMENT = "{\"inForce\": \"2026-06-01T00:00:00+02:00\"}";
    private static final String ROLL_BACK = "{\"reason\": \"Fees were counted twice.\"}";

    private final Bureau bureau;

    SchemeRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.GET,
                        "/v1/schemes",
                        Set.of(Role.values()),
                        About.json("Every version of the scheme, and when it is in force"),
                        _ -> Routes.json(all())),
                new Guarded(
                        HttpMethod.POST,
                        "/v1/schemes",
                        STEWARD,
                        About.json("Publish a version: a proposal, run beside the one in force")
                                .taking("application/yaml"),
                        this::publish),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/schemes/{edition}",
                        Set.of(Role.values()),
                        About.json("The text of a version").giving("application/yaml"),
                        call -> ServerResponse.ok().contentType(YAML).body(text(edition(call)))),
                new Guarded(
                        HttpMethod.DELETE,
                        "/v1/schemes/{edition}",
                        STEWARD,
                        About.json("Withdraw a proposal that is not announced"),
                        call -> ordered(() -> bureau.editions().withdraw(edition(call).number()))),
                new Guarded(
                        HttpMethod.PUT,
                        "/v1/schemes/{edition}/announcement",
                        STEWARD,
                        About.json("Tell everybody from when on a proposal is in force")
                                .taking("application/json"),
                        this::announce),
                new Guarded(
                        HttpMethod.DELETE,
                        "/v1/schemes/{edition}/announcement",
                        STEWARD,
                        About.json("Recall what is announced, before it is in force"),
                        call -> ordered(() -> bureau.editions().recall(edition(call).number()))),
                new Guarded(
                        HttpMethod.POST,
                        "/v1/schemes/rollback",
                        STEWARD,
                        About.json("Put the version of before into force again, at once")
                                .taking("application/json"),
                        this::rollBack));
    }

    /// An announcement as it is sent.
    record Announced(@Nullable String inForce) {}

    /// A roll back as it is sent.
    record Reason(@Nullable String reason) {}

    private ServerResponse publish(Call call) throws IOException {
        MediaType media = Bodies.media(call.request());
        if (!media.getSubtype().endsWith("yaml")) {
            throw new Refused(
                    Problem.WRONG_MEDIA, "Send YAML, with Content-Type: application/yaml.");
        }
        byte[] bytes = Bodies.plain(call.request(), MOST_BYTES).readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        var source = new Library.Source("proposal.yaml", text);
        return switch (Edition.compile(source, this::known)) {
            case Edition.Result.Refused(var refused) -> refused(refused.problems());
            case Edition.Result.Ready(Edition edition) ->
                    ordered(() -> bureau.editions().publish(edition, call.caller().subject()));
        };
    }

    /// What a version may extend: what the versions published here extended.
    private Optional<Library.Source> known(String name, String from) {
        return bureau.editions().course().editions().stream()
                .flatMap(each -> each.edition().texts().stream())
                .filter(each -> each.name().equals(name) && !name.isEmpty())
                .map(each -> new Library.Source(each.file(), each.text()))
                .reduce((_, last) -> last);
    }

    private static ServerResponse refused(List<glasshouse.document.Problem> problems) {
        String detail = "The scheme does not compile; every problem of it is in problems.";
        Problem problem = Problem.NOT_A_SCHEME;
        return problem.response(detail)
                .body(
                        problem.body(
                                detail,
                                json ->
                                        json.array(
                                                "problems",
                                                problems,
                                                each ->
                                                        json.text("code", each.code())
                                                                .whole(
                                                                        "line",
                                                                        each.position().line())
                                                                .whole(
                                                                        "column",
                                                                        each.position().column())
                                                                .text("message", each.message())
                                                                .optional(
                                                                        "citation",
                                                                        each.citation()))));
    }

    private ServerResponse announce(Call call) throws IOException {
        Announced sent = Bodies.json(call.request(), Announced.class, ANNOUNCEMENT);
        Instant since;
        try {
            since = OffsetDateTime.parse(String.valueOf(sent.inForce())).toInstant();
        } catch (DateTimeException notOne) {
            throw new Refused(
                    Problem.BAD_REQUEST, "inForce is a time with its offset: " + ANNOUNCEMENT);
        }
        int number = edition(call).number();
        String by = call.caller().subject();
        return ordered(() -> bureau.editions().announce(number, since, by));
    }

    private ServerResponse rollBack(Call call) throws IOException {
        Reason sent = Bodies.json(call.request(), Reason.class, ROLL_BACK);
        String reason = sent.reason() == null ? "" : sent.reason();
        if (reason.isBlank() || reason.length() > MOST_WORDS) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    "People are told why, in at most %s characters: %s"
                            .formatted(MOST_WORDS, ROLL_BACK));
        }
        return ordered(() -> bureau.editions().rollBack(call.caller().subject(), reason));
    }

    /// Carries an order out, and answers with how things stand after it.
    private ServerResponse ordered(Supplier<Object> order) {
        try {
            Object _ = order.get();
        } catch (NotNow notNow) {
            throw new Refused(Problem.NOT_NOW, String.valueOf(notNow.getMessage()));
        }
        bureau.keepBeside();
        bureau.bell().ring();
        return Routes.json(all());
    }

    /// The edition that the path names.
    private Published edition(Call call) {
        return edition(bureau, call);
    }

    static Published edition(Bureau bureau, Call call) {
        String number = call.path("edition");
        return (number.matches("\\d{1,6}")
                        ? bureau.editions().course().numbered(Integer.parseInt(number))
                        : Optional.<Published>empty())
                .orElseThrow(
                        () ->
                                new Refused(
                                        Problem.NOT_FOUND,
                                        "Editions have numbers from 1: GET /v1/schemes."));
    }

    private static String text(Published published) {
        return published.edition().texts().getFirst().text();
    }

    private String all() {
        var now = bureau.editions().now();
        Course course = bureau.editions().course();
        return JsonDocument.of(
                json ->
                        json.text("scheme", now.edition().scheme().header().name())
                                .whole("inForce", now.edition().number())
                                .array(
                                        "editions",
                                        course.editions(),
                                        each -> edition(json, each, course, now.at())));
    }

    private static void edition(JsonDocument json, Published published, Course course, Instant now)
            throws IOException {
        Published inForce = course.at(now);
        json.whole("edition", published.number())
                .text("version", published.version())
                .text("state", state(published, course, now))
                .instant("publishedAt", published.at())
                .text("publishedBy", published.by());
        List<Period> periods =
                course.periods().stream()
                        .filter(each -> each.edition() == published.number())
                        .toList();
        json.array(
                "periods",
                periods,
                each ->
                        json.instant("since", each.since())
                                .instant("orderedAt", each.orderedAt())
                                .text("orderedBy", each.orderedBy()));
        if (published.number() != inForce.number()) {
            json.texts(
                    "changes",
                    Changes.between(inForce.scheme(), published.scheme()).stream()
                            .map(each -> each.sentence())
                            .toList());
        }
    }

    private static String state(Published published, Course course, Instant now) {
        int number = published.number();
        if (course.at(now).number() == number) {
            return "in force";
        }
        if (course.announced(now).filter(each -> each.edition() == number).isPresent()) {
            return "announced";
        }
        if (published.withdrawn()) {
            return "withdrawn";
        }
        return course.proposal(now).filter(each -> each.number() == number).isPresent()
                ? "proposed"
                : "former";
    }
}
