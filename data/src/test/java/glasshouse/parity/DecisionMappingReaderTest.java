package glasshouse.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a mapping of decisions is said all at once, with a code that has a page.
final class DecisionMappingReaderTest {
    private static final String WHOLE =
            """
            decisions: loans
            groups: {sex: {column: s}}
            decision: {column: d, yes: [1]}
            """;

    private static List<Problem> problems(String text) {
        return switch (DecisionMappingReader.read("m.yaml", text)) {
            case DecisionMappingReader.Result.Read _ -> List.of();
            case DecisionMappingReader.Result.Refused(var problems) -> problems;
        };
    }

    @Test
    void aShortMappingIsEnough() {
        assertEquals(List.of(), problems(WHOLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | GH-DECISIONS-001 | the file holds no keys",
                "groups: {sex: {}} | GH-DECISIONS-002 | needs the key decisions",
                "decisions: x | GH-DECISIONS-002 | needs the key groups",
                "decisions: x\\ngroups: {sex: {}} | GH-DECISIONS-002 | needs the key decision",
                "{WHOLE}treshold: 3 | GH-DECISIONS-002 | has no key treshold",
                "{WHOLE}fewest: some | GH-DECISIONS-003 | fewest is “some”",
                "{WHOLE}favourable: perhaps | GH-DECISIONS-003 | favourable is “perhaps”",
                "{WHOLE}score: {column: s, yes: up} | GH-DECISIONS-003 | allowed are high, low",
                "{WHOLE}score: {column: s, threshold: x} | GH-DECISIONS-003 | allowed is a number",
                "{WHOLE}file: {delimiter: both} | GH-DECISIONS-003 | allowed is one character",
                "{WHOLE}intersections: [[sex, age]] | GH-DECISIONS-003 | no group “age”",
                "{WHOLE}intersections: [[sex, sex]] | GH-DECISIONS-003 | two or more different",
            })
    void whatIsWrongIsSaid(String text, String code, String says) {
        String whole = text.replace("{WHOLE}", WHOLE).replace("\\n", "\n");
        List<Problem> problems = problems(whole);
        assertEquals(code, problems.getFirst().code(), problems.toString());
        assertTrue(problems.getFirst().message().contains(says), problems.toString());
        assertTrue(Files.exists(Path.of("../docs/errors/" + code + ".md")), code);
    }

    @Test
    void groupsByANumberRiseAndHaveAReferenceAmongThem() {
        String text =
                """
                decisions: x
                groups:
                  age: {below: [60, 25], reference: young}
                decision: {column: d, yes: [1]}
                """;
        assertEquals(
                List.of("GH-DECISIONS-003", "GH-DECISIONS-003"),
                problems(text).stream().map(Problem::code).toList());
    }

    @Test
    void shippedMappingsAreRead() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("../mappings/decisions"), "*.yaml")) {
            for (Path file : files) {
                if (!problems(Files.readString(file)).isEmpty()) {
                    fail(file + ": " + problems(Files.readString(file)));
                }
            }
        }
    }
}
