package glasshouse.wire.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import glasshouse.document.Problem;
import glasshouse.testkit.Property;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MappingReaderTest {
    private static final String SOUND =
            """
            mapping: m
            file:
              header: no
              columns: [who, when, much]
            events:
              - signal: visit
                person: who
                happened-at: date(when, "yyyyMMdd")
            """;

    @Test
    void aSoundMappingIsRead() {
        Mapping mapping =
                assertInstanceOf(MappingResult.Valid.class, MappingReader.read("m.yaml", SOUND))
                        .mapping();
        assertEquals("m", mapping.name());
        assertEquals("m", mapping.source());
        assertEquals(false, mapping.namesEvents());
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsNamed() {
        says("1:1 GH-MAPPING-001", "");
        says("1:1 GH-MAPPING-001", "- a");
        says("1:5 GH-MAPPING-001", "a: b: c");
        says("1:1 GH-MAPPING-003", SOUND.replace("mapping: m\n", ""));
        says("1:1 GH-MAPPING-003", SOUND.substring(0, SOUND.indexOf("events")));
        says("2:1 GH-MAPPING-003", SOUND.replace("  columns: [who, when, much]\n", ""));
        says("3:9 GH-MAPPING-004", SOUND.replace("header: no", "skip: -1\n  header: no"));
        says("3:14 GH-MAPPING-004", SOUND.replace("header: no", "delimiter: \"::\"\n  header: no"));
        says("6:5 GH-MAPPING-003", SOUND.replace("    person: who\n", ""));
        says("7:13 GH-MAPPING-006", SOUND.replace("person: who", "person: whom"));
        says("3:11 GH-MAPPING-004", SOUND.replace("header: no", "format: fixd\n  header: no"));
        says(
                "4:13 GH-MAPPING-004",
                SOUND.replace("header: no", "format: fixed")
                        .replace(
                                "[who, when, much]",
                                "[{name: who, from: 0, to: 1}, {name: when, from: 1, to: 2}]"));
    }

    @Test
    void anyTextIsReadOrRefused() {
        Property.check(
                "mappings never throw",
                2000,
                choices -> {
                    var text = new StringBuilder(SOUND);
                    for (int i = choices.intBetween(1, 4); i > 0; i--) {
                        int at = choices.intBetween(0, text.length() - 1);
                        String piece =
                                choices.oneOf(
                                        List.of(
                                                "", ":", "(", ")", ",", "+", "-", "!", "\"", "{",
                                                "- ", "&a ", "*a", "\n"));
                        text.replace(at, at + 1, piece);
                    }
                    MappingReader.read("m.yaml", text.toString());
                });
    }

    private static void says(String expected, String text) {
        assertEquals(expected, problems(text), text);
    }

    private static String problems(String text) {
        List<Problem> problems =
                assertInstanceOf(MappingResult.Invalid.class, MappingReader.read("m.yaml", text))
                        .problems();
        return problems.stream()
                .map(p -> p.position().line() + ":" + p.position().column() + " " + p.code())
                .collect(Collectors.joining("\n"));
    }
}
