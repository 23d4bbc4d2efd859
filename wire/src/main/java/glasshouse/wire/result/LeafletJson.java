package glasshouse.wire.result;

import glasshouse.leaflet.Leaflet;
import glasshouse.scheme.Scheme;
import java.util.Locale;

/// A leaflet as JSON: `scheme, version, realm, title, chapters: [{title, sentences, sections:
/// [{title, sentences, rows: [{what, effect, tone, notes}]}]}]`.
public final class LeafletJson {
    private LeafletJson() {}

    /// The document of a scheme.
    public static String json(Scheme scheme) {
        Leaflet leaflet = Leaflet.of(scheme);
        return JsonDocument.of(
                json ->
                        json.text("scheme", scheme.header().name())
                                .text("version", scheme.header().version())
                                .text("realm", lower(scheme.header().realm()))
                                .text("validFrom", scheme.header().validFrom())
                                .text("title", leaflet.title())
                                .array(
                                        "chapters",
                                        leaflet.chapters(),
                                        chapter ->
                                                json.text("title", chapter.title())
                                                        .texts("sentences", chapter.sentences())
                                                        .array(
                                                                "sections",
                                                                chapter.sections(),
                                                                section ->
                                                                        section(json, section))));
    }

    private static void section(JsonDocument json, Leaflet.Section section)
            throws java.io.IOException {
        json.text("title", section.title())
                .texts("sentences", section.sentences())
                .array(
                        "rows",
                        section.rows(),
                        row ->
                                json.text("what", row.what())
                                        .text("effect", row.effect())
                                        .text("tone", lower(row.tone()))
                                        .texts("notes", row.notes()));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
