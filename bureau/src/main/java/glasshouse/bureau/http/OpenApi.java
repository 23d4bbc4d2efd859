package glasshouse.bureau.http;

import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The description of the routes as OpenAPI 3.1, written from their table.
final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private OpenApi() {}

    static String of(List<Route> routes) {
        Map<String, List<Route>> paths = new TreeMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), _ -> new ArrayList<>()).add(route);
        }
        return JsonDocument.of(
                json -> {
                    json.text("openapi", "3.1.0")
                            .object(
                                    "info",
                                    () ->
                                            json.text("title", "Glasshouse bureau")
                                                    .text("version", "1"))
                            .object("paths", () -> paths(json, paths))
                            .object("components", () -> components(json));
                });
    }

    private static void paths(JsonDocument json, Map<String, List<Route>> paths)
            throws IOException {
        for (var path : paths.entrySet()) {
            json.object(
                    path.getKey(),
                    () -> {
                        for (Route route : path.getValue()) {
                            String method = route.method().name().toLowerCase(Locale.ROOT);
                            json.object(method, () -> operation(json, route));
                        }
                    });
        }
    }

    private static void operation(JsonDocument json, Route route) throws IOException {
        Route.About about = route.about();
        json.text("operationId", operationId(route)).text("summary", about.summary());
        if (route instanceof Route.Guarded guarded) {
            List<String> roles = guarded.roles().stream().map(Role::word).sorted().toList();
            json.texts("x-roles", roles);
            json.array("security", List.of("bearer"), scheme -> json.texts(scheme, List.of()));
        }
        List<String> variables =
                VARIABLE.matcher(route.path()).results().map(found -> found.group(1)).toList();
        var parameters = new ArrayList<String[]>();
        variables.forEach(name -> parameters.add(new String[] {name, "path"}));
        about.parameters().forEach(name -> parameters.add(new String[] {name, "query"}));
        if (!parameters.isEmpty()) {
            json.array(
                    "parameters",
                    parameters,
                    each -> {
                        json.text("name", each[0]).text("in", each[1]);
                        if (each[1].equals("path")) {
                            json.bool("required", true);
                        }
                        json.object("schema", () -> json.text("type", "string"));
                    });
        }
        if (!about.takes().isEmpty()) {
            json.object(
                    "requestBody",
                    () -> {
                        json.bool("required", true);
                        content(json, about.takes());
                    });
        }
        json.object("responses", () -> responses(json, route));
    }

    private static void responses(JsonDocument json, Route route) throws IOException {
        json.object(
                "200",
                () -> {
                    json.text("description", "As asked");
                    if (!route.about().gives().isEmpty()) {
                        content(json, route.about().gives());
                    }
                });
        json.object(
                "default",
                () -> {
                    json.text("description", "A problem, as RFC 9457 has it");
                    json.object("content", () -> problem(json));
                });
    }

    private static void problem(JsonDocument json) throws IOException {
        String reference = "#/components/schemas/Problem";
        JsonDocument.Part schema = () -> json.object("schema", () -> json.text("$ref", reference));
        json.object("application/problem+json", schema);
    }

    private static void content(JsonDocument json, List<String> media) throws IOException {
        json.object(
                "content",
                () -> {
                    for (String each : media) {
                        json.object(each, () -> {});
                    }
                });
    }

    private static void components(JsonDocument json) throws IOException {
        json.object(
                "securitySchemes",
                () ->
                        json.object(
                                "bearer",
                                () -> json.text("type", "http").text("scheme", "bearer")));
        json.object(
                "schemas",
                () ->
                        json.object(
                                "Problem",
                                () -> {
                                    json.text("type", "object");
                                    json.object(
                                            "properties",
                                            () -> {
                                                for (String name :
                                                        List.of(
                                                                "type", "title", "code",
                                                                "detail")) {
                                                    json.object(
                                                            name,
                                                            () -> json.text("type", "string"));
                                                }
                                                json.object(
                                                        "status",
                                                        () -> json.text("type", "integer"));
                                            });
                                }));
    }

    /// `POST /v1/people/{person}/disputes` is `postPeoplePersonDisputes`.
    private static String operationId(Route route) {
        String words = VARIABLE.matcher(route.path()).replaceAll((MatchResult m) -> m.group(1));
        var id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
        for (String word : words.replace("/v1/", "").split("\\W+", -1)) {
            if (!word.isEmpty()) {
                id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return id.toString();
    }
}
