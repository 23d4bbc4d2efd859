package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.edition.Period;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.shadow.Contrast;
import glasshouse.bureau.shadow.GroupContrast;
import glasshouse.bureau.shadow.Shadow;
import glasshouse.bureau.shadow.Side;
import glasshouse.leaflet.Changes;
import glasshouse.service.Decision;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// What a proposed version would change: for groups, for single people, for oneself.
final class ShadowRoutes {
    private static final Set<Role> READERS = Set.of(Role.STEWARD, Role.AUDITOR);
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_GROUPS = 50;
    private static final int MOST_BYTES = 16 << 20;
    private static final String GROUPS = "{\"groups\": {\"under 25\": [\"ann\", \"ben\"]}}";

    private final Bureau bureau;

    ShadowRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.GET,
                        "/v1/schemes/{edition}/shadow",
                        READERS,
                        About.json("What a proposal would change for all and for each band"),
                        call -> Routes.json(report(proposal(call), Map.of()))),
                new Guarded(
                        HttpMethod.POST,
                        "/v1/schemes/{edition}/shadow",
                        READERS,
                        About.json("The same also for groups of people, which are not kept")
                                .taking("application/json"),
                        this::groups),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/schemes/{edition}/shadow/people",
                        READERS,
                        About.json("For whom it would change something, who loses most first"),
                        this::people),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/outlook",
                        Set.of(Role.PERSON),
                        About.json("What a proposed or announced version would do to the score"),
                        call -> Routes.json(outlook(Callers.member(bureau, call)))));
    }

    /// Groups as they are sent: by name, the ids of those in it.
    record Groups(@Nullable Map<String, Set<String>> groups) {}

    private Published proposal(Call call) {
        Published found = SchemeRoutes.edition(bureau, call);
        return bureau.editions()
                .course()
                .proposal(bureau.clock().instant())
                .filter(each -> each.number() == found.number())
                .orElseThrow(
                        () -> new Refused(Problem.NOT_NOW, "Only a proposal runs beside another."));
    }

    private ServerResponse groups(Call call) throws IOException {
        Published proposal = proposal(call);
        Groups sent = Bodies.json(call.request(), Groups.class, GROUPS, MOST_BYTES);
        Map<String, Set<String>> groups = sent.groups();
        if (groups == null
                || groups.size() > MOST_GROUPS
                || groups.values().stream().anyMatch(each -> each == null)) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    "Name at most %s groups with the ids of those in them: %s"
                            .formatted(MOST_GROUPS, GROUPS));
        }
        return Routes.json(report(proposal, groups));
    }

    private String report(Published proposal, Map<String, Set<String>> named) {
        Shadow.Report report = bureau.shadow().report(proposal, named);
        return JsonDocument.of(
                json ->
                        json.whole("edition", proposal.number())
                                .text("version", proposal.version())
                                .whole("people", report.people())
                                .whole("folded", report.folded())
                                .array("groups", report.groups(), each -> group(json, each))
                                .object("inquiries", () -> inquired(json, report.inquired())));
    }

    private static void group(JsonDocument json, GroupContrast group) throws IOException {
        json.text("group", group.name())
                .whole("people", group.people())
                .whole("higher", group.higher())
                .whole("lower", group.lower())
                .micro("meanDifference", group.meanMicro())
                .micro("largestGain", group.largestGainMicro())
                .micro("largestLoss", group.largestLossMicro())
                .object("bands", () -> counts(json, group.bands()))
                .object("decisions", () -> counts(json, group.turns()));
    }

    private static void inquired(JsonDocument json, Shadow.Inquired inquired) throws IOException {
        json.whole("count", inquired.count())
                .whole("same", inquired.same())
                .object("different", () -> counts(json, inquired.turned()));
    }

    private static void counts(JsonDocument json, Map<String, Integer> counts) throws IOException {
        for (var each : counts.entrySet()) {
            json.whole(each.getKey(), each.getValue());
        }
    }

    /// Whoever is shown here sees that somebody looked.
    private ServerResponse people(Call call) {
        Published proposal = proposal(call);
        List<Contrast> found = bureau.shadow().different(proposal, MOST_PEOPLE);
        for (Contrast each : found) {
            bureau.accessLog().append(each.member().number(), Callers.access(bureau, call));
        }
        return Routes.json(
                JsonDocument.of(
                        json ->
                                json.whole("edition", proposal.number())
                                        .array("people", found, each -> contrast(json, each))));
    }

    private String outlook(Member member) {
        var now = bureau.editions().now();
        Optional<Published> proposal = bureau.editions().course().proposal(now.at());
        Optional<Period> announced = bureau.editions().course().announced(now.at());
        return JsonDocument.of(
                json -> {
                    json.text("person", member.name()).text("version", now.edition().version());
                    if (proposal.isPresent()) {
                        Published next = proposal.get();
                        json.object(
                                "proposed",
                                () -> {
                                    json.whole("edition", next.number())
                                            .text("version", next.version());
                                    if (announced.isPresent()) {
                                        json.instant("inForce", announced.get().since());
                                    }
                                    json.texts(
                                            "changes",
                                            Changes.between(now.edition().scheme(), next.scheme())
                                                    .stream()
                                                    .map(each -> each.sentence())
                                                    .toList());
                                    sides(json, bureau.shadow().of(member, next));
                                });
                    }
                });
    }

    private static void contrast(JsonDocument json, Contrast contrast) throws IOException {
        json.text("person", contrast.member().name());
        sides(json, contrast);
    }

    private static void sides(JsonDocument json, Contrast contrast) throws IOException {
        json.micro("difference", contrast.differenceMicro())
                .object("before", () -> side(json, contrast.before()))
                .object("after", () -> side(json, contrast.after()));
    }

    private static void side(JsonDocument json, Side side) throws IOException {
        json.micro("score", side.scoreMicro())
                .text("band", side.band())
                .array(
                        "decisions",
                        side.decisions().values().stream()
                                .sorted((one, other) -> one.service().compareTo(other.service()))
                                .toList(),
                        each -> decision(json, each));
    }

    private static void decision(JsonDocument json, Decision decision) throws IOException {
        json.text("service", decision.service())
                .text("outcome", decision.outcome().name().toLowerCase(Locale.ROOT));
        if (decision.priced()) {
            json.micro("price", decision.priceMicro());
        }
    }
}
