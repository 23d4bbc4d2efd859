package glasshouse.leaflet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LeafletTest {
    @ParameterizedTest
    @MethodSource("glasshouse.leaflet.Shipped#names")
    void everythingThatASchemeHasIsInItsLeaflet(String name) {
        Scheme scheme = Shipped.scheme(name);
        String text = text(Leaflet.of(scheme));
        assertTrue(text.contains(scheme.header().version()));
        scheme.signals().stream().map(Signal::title).forEach(title -> has(text, title));
        scheme.characteristics().stream().map(Characteristic::title).forEach(t -> has(text, t));
        scheme.bands().forEach(band -> has(text, band.title()));
        scheme.lists().forEach(list -> has(text, list.title()));
        scheme.services()
                .forEach(
                        service -> {
                            has(text, service.title());
                            service.rules().forEach(rule -> has(text, rule.terms()));
                        });
        assertTrue(!text.contains("null") && !text.contains("9223372036854"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 day",
        "30, 30 days",
        "14, 2 weeks",
        "91, 3 months",
        "182, 6 months",
        "180, 180 days",
        "365, 1 year",
        "730, 2 years",
        "1826, 5 years"
    })
    void durationsAreSaidAsTheyAreWritten(int days, String said) {
        assertEquals(said, Phrases.days(days));
    }

    @Test
    void aModelSaysThatNobodyRealIsScored() {
        assertTrue(text(Leaflet.of(Shipped.scheme("nosedive"))).contains("nobody real"));
        assertTrue(!text(Leaflet.of(Shipped.scheme("lender"))).contains("nobody real"));
    }

    private static void has(String text, String part) {
        assertTrue(text.contains(part), () -> part + " is not in " + text);
    }

    static String text(Leaflet leaflet) {
        return leaflet.chapters().stream()
                .flatMap(
                        chapter ->
                                Stream.concat(
                                        chapter.sentences().stream(),
                                        chapter.sections().stream().flatMap(LeafletTest::lines)))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Leaflet.Section section) {
        return Stream.concat(
                Stream.concat(Stream.of(section.title()), section.sentences().stream()),
                section.rows().stream()
                        .map(
                                row ->
                                        row.what()
                                                + " "
                                                + row.effect()
                                                + " "
                                                + String.join(" ", row.notes())));
    }
}
