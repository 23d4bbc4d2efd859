package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// Organisations are registered with what they declare; anybody with a token may read it.
final class OrganisationRoutes {
    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,63}";
    private static final String EXAMPLE =
            "{\"contexts\": [\"credit\"], \"purposes\": [\"granting a loan\"]}";

    private static final int MOST_DAYS = 36_525;

    private final Bureau bureau;

    OrganisationRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.GET,
                        "/v1/organisations",
                        Set.of(Role.values()),
                        About.json("Who reports in which contexts, and asks for which purposes"),
                        _ -> Routes.json(all())),
                new Guarded(
                        HttpMethod.PUT,
                        "/v1/organisations/{name}",
                        Set.of(Role.OPERATOR),
                        About.json("Register an organisation; the reply has its key, this once")
                                .taking("application/json"),
                        this::register));
    }

    /// What an organisation declares.
    record Declared(
            @Nullable Set<String> contexts,
            @Nullable Set<String> purposes,
            @Nullable Integer retentionDays) {}

    private ServerResponse register(Call call) throws IOException {
        String name = call.path("name");
        Declared declared = Bodies.json(call.request(), Declared.class, EXAMPLE);
        Set<String> contexts = declared.contexts() == null ? Set.of() : declared.contexts();
        Set<String> purposes = declared.purposes() == null ? Set.of() : declared.purposes();
        Integer stated = declared.retentionDays();
        int retentionDays = stated == null ? Organisation.KEEPS : stated;
        if (stated != null && (retentionDays < 1 || retentionDays > MOST_DAYS)) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    "retentionDays is from 1 to %s, or left out.".formatted(MOST_DAYS));
        }
        if (!name.matches(NAME)) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    "A name has small letters, digits, dots and hyphens, at most 64.");
        }
        var unknown = new HashSet<>(contexts);
        unknown.removeAll(contexts(bureau));
        var unknownPurposes = new HashSet<>(purposes);
        unknownPurposes.removeAll(purposes(bureau));
        if (!unknown.isEmpty() || !unknownPurposes.isEmpty()) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    "The scheme's contexts are %s; the purposes of its services are %s."
                            .formatted(contexts(bureau), purposes(bureau)));
        }
        var organisation = new Organisation(name, contexts, purposes, retentionDays);
        String key = bureau.organisations().register(organisation, bureau.clock().instant());
        return Routes.json(JsonDocument.of(json -> json.text("name", name).text("key", key)));
    }

    /// The contexts in which the scheme scores.
    static Set<String> contexts(Bureau bureau) {
        return bureau.scheme().signals().stream()
                .map(Signal::context)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The purposes for which the scheme's services ask.
    static Set<String> purposes(Bureau bureau) {
        return bureau.scheme().services().stream()
                .map(Service::purpose)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String all() {
        return JsonDocument.of(
                json ->
                        json.array(
                                "organisations",
                                bureau.organisations().all(),
                                each ->
                                        json.text("name", each.name())
                                                .texts(
                                                        "contexts",
                                                        each.contexts().stream().sorted().toList())
                                                .texts(
                                                        "purposes",
                                                        each.purposes().stream().sorted().toList())
                                                .whole("retentionDays", each.retentionDays())));
    }
}
