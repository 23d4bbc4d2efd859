package glasshouse.wire.result;

import glasshouse.leaflet.Changes;
import glasshouse.scheme.Scheme;

/// What changes for a person as JSON: `before, after: {scheme, version}, changes: [{about,
/// sentence}]`.
public final class ChangesJson {
    private ChangesJson() {}

    /// The document of two schemes.
    public static String json(Scheme before, Scheme after) {
        return JsonDocument.of(
                json ->
                        json.object("before", () -> name(json, before))
                                .object("after", () -> name(json, after))
                                .array(
                                        "changes",
                                        Changes.between(before, after),
                                        change ->
                                                json.text("about", change.about())
                                                        .text("sentence", change.sentence())));
    }

    private static void name(JsonDocument json, Scheme scheme) throws java.io.IOException {
        json.text("scheme", scheme.header().name()).text("version", scheme.header().version());
    }
}
