package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.http.Route.Open;
import glasshouse.wire.result.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// The table of routes.
final class Routes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final MediaType METRICS =
            MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");
    private static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");

    private Routes() {}

    static List<Route> of(Bureau bureau) {
        var routes = new ArrayList<Route>();
        routes.add(
                new Open(
                        HttpMethod.GET,
                        "/health",
                        About.json("Whether the bureau and its database answer"),
                        _ -> health(bureau.isReady())));
        routes.add(
                new Open(
                        HttpMethod.GET,
                        "/health/live",
                        About.json("Whether the process is in order; if not, start it again"),
                        _ -> health(bureau.isAlive())));
        routes.add(
                new Open(
                        HttpMethod.GET,
                        "/health/ready",
                        About.json("Whether to send requests here, as /health says it"),
                        _ -> health(bureau.isReady())));
        routes.add(
                new Guarded(
                        HttpMethod.GET,
                        "/metrics",
                        Set.of(Role.OPERATOR, Role.AUDITOR),
                        About.json("Numbers about the running service, for Prometheus")
                                .giving("text/plain"),
                        _ ->
                                ServerResponse.ok()
                                        .contentType(METRICS)
                                        .body(bureau.meters().text())));
        routes.add(
                new Open(
                        HttpMethod.GET,
                        "/openapi.json",
                        About.json("This description"),
                        _ -> json(OpenApi.of(routes))));
        routes.add(
                new Open(
                        HttpMethod.GET,
                        "/api",
                        About.json("The same as a page to browse").giving("text/html"),
                        _ -> ServerResponse.ok().contentType(PAGE).body(ApiPage.html(routes))));
        routes.addAll(new EventRoutes(bureau).routes());
        routes.addAll(new ConsentRoutes(bureau).routes());
        routes.addAll(new OrganisationRoutes(bureau).routes());
        routes.addAll(new PeopleRoutes(bureau).routes());
        routes.addAll(new DecisionRoutes(bureau).routes());
        routes.addAll(new NoticeRoutes(bureau).routes());
        routes.addAll(new PlaceRoutes(bureau).routes());
        routes.addAll(new DisputeRoutes(bureau).routes());
        routes.addAll(new LeavingRoutes(bureau).routes());
        routes.addAll(new SchemeRoutes(bureau).routes());
        routes.addAll(new ShadowRoutes(bureau).routes());
        routes.addAll(new AuditRoutes(bureau).routes());
        return routes;
    }

    private static ServerResponse health(boolean up) {
        String body = JsonDocument.of(json -> json.text("status", up ? "up" : "down"));
        return ServerResponse.status(up ? 200 : 503)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    static ServerResponse json(String document) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }

    /// A text as JSON writes it.
    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
