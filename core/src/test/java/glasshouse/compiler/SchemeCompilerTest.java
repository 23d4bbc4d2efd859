package glasshouse.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.document.Problem;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Context;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.testkit.Property;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What compiles, what does not, and how it is said.
class SchemeCompilerTest {
    static final String LIBRARY =
            """
            scheme: library
            version: 1
            realm: live
            valid-from: 2026-01-01
            time-zone: Europe/Amsterdam
            scale: {floor: 0, initial: 100, ceiling: 200}
            bands:
              red: {from: 0, colour: "#b2182b"}
              green: {from: 100, colour: "#1a9850"}
            contexts:
              library: {title: Lending of books, related: education}
            signals:
              book.returned-late: {context: library, unit: days}
              book.returned: {context: library}
            characteristics:
              care:
                kind: accrual
                fade: half-life 180d
                expires: 2y
                signals:
                  book.returned: {points: 1, limit: 5 points per month}
                  book.returned-late: {points: -1 per day}
                floor: -100
            services:
              borrow:
                context: library
                effect: access
                rules:
                  - {when: {score: {below: 50}}, outcome: refused, reason: {code: L1, text: Late}}
                  - {outcome: granted}
            rights: {dispute: 14d, statement: yes}
            """;

    @Test
    void aSchemeCompiles() {
        Scheme scheme = compiled(LIBRARY, Library.EMPTY);
        assertEquals(Micro.of(100), scheme.scale().initialMicro());
        assertEquals(
                List.of(new Context("library", "Lending of books", List.of("education"))),
                scheme.contexts());
        assertEquals(2, scheme.signals().size());
        var care = (Characteristic.Accrual) scheme.characteristics().getFirst();
        assertEquals(new Fade.HalfLife(180), care.signals().getFirst().fade());
        assertEquals(730, care.signals().getFirst().expiresDays());
        assertEquals(14, scheme.terms().disputeDays());
        assertEquals(13, scheme.position("signals.book.returned-late").line());
    }

    @Test
    void allProblemsAreSaidAtOnceInTheOrderOfTheFile() {
        String wrong =
                LIBRARY.replace("kind: accrual", "kind: acrual")
                        .replace("book.returned: {points", "book.retuned: {points")
                        .replace("effect: access", "efect: access");
        List<Problem> problems = refused(wrong, Library.EMPTY);
        assertTrue(
                problems.stream().anyMatch(p -> p.message().contains("did you mean accrual?")),
                problems::toString);
        assertTrue(
                problems.stream().anyMatch(p -> p.message().contains("did you mean book.returned")),
                problems::toString);
        assertTrue(
                problems.stream().anyMatch(p -> p.message().contains("did you mean effect?")),
                problems::toString);
        for (int i = 1; i < problems.size(); i++) {
            int before = problems.get(i - 1).position().line();
            assertTrue(before <= problems.get(i).position().line());
        }
    }

    @Test
    void aVariantIsAFewLines() {
        String variant =
                """
                scheme: strict
                version: 1
                realm: live
                extends: library
                characteristics:
                  care:
                    expires: null
                    signals:
                      book.returned-late: {points: -2 per day}
                """;
        Library library = (name, _) -> Optional.of(new Library.Source(name + ".yaml", LIBRARY));
        Scheme scheme = compiled(variant, library);
        var care = (Characteristic.Accrual) scheme.characteristics().getFirst();
        assertEquals(0, care.signals().getFirst().expiresDays());
        assertEquals("library.yaml", scheme.position("signals.book.returned").file());
        assertEquals("strict.yaml", scheme.position("characteristics.care").file());
    }

    @Test
    void aVariantMayAddABandAndRemoveWhatIsThere() {
        String variant =
                """
                scheme: strict
                version: 1
                realm: live
                extends: library
                bands: {amber: {from: 50, colour: "#fdae61"}}
                rights: null
                """;
        Library library = (name, _) -> Optional.of(new Library.Source(name + ".yaml", LIBRARY));
        Scheme scheme = compiled(variant, library);
        assertEquals(
                List.of("red", "amber", "green"),
                scheme.bands().stream().map(band -> band.name()).toList());
        assertEquals(30, scheme.terms().disputeDays());
        List<Problem> problems = refused(variant.replace("rights: null", "right: null"), library);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().message().contains("did you mean rights?"));
    }

    @Test
    void whatAVariantBreaksIsSaidWhereItIsWritten() {
        String variant =
                """
                scheme: strict
                version: 1
                realm: live
                extends: library
                signals: {book.returned: null}
                """;
        Library library = (name, _) -> Optional.of(new Library.Source(name + ".yaml", LIBRARY));
        List<Problem> problems = refused(variant, library);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals("library.yaml", problems.getFirst().position().file());
        assertEquals(Code.UNKNOWN_SIGNAL.id(), problems.getFirst().code());
    }

    @Test
    void aSchemeThatDoesNotFitIntoAnAccountIsRefused() {
        var signals = new StringBuilder();
        var points = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            signals.append("  s").append(i).append(": {context: library}\n");
            points.append("      s")
                    .append(i)
                    .append(
                            ": {points: 1, limit: 2 points per day, pending: {confirmed-by:"
                                    + " book.returned,")
                    .append(" within: 3d}}\n");
        }
        String text =
                LIBRARY.replace("signals:\n  book", "signals:\n" + signals + "  book")
                        .replace("signals:\n      book", "signals:\n" + points + "      book");
        List<Problem> problems = refused(text, Library.EMPTY);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(Code.TOO_MANY.id(), problems.getFirst().code());
        assertTrue(problems.getFirst().message().contains("603 sums"));
    }

    @Test
    void aMarkOfOrderBeforeTheTextAndLinesOfWindowsDoNotMatter() {
        Scheme scheme = compiled("\uFEFF" + LIBRARY.replace("\n", "\r\n"), Library.EMPTY);
        assertEquals(13, scheme.position("signals.book.returned-late").line());
    }

    @Test
    void emptyPartsAreMissingParts() {
        for (String key : List.of("rules", "bands", "signals")) {
            String wrong =
                    switch (key) {
                        case "rules" ->
                                LIBRARY.replaceAll("(?s)rules:.*\\n(rights)", "rules: []\n$1");
                        case "bands" ->
                                LIBRARY.replaceAll("(?s)bands:.*\\n(contexts)", "bands: {}\n$1");
                        default ->
                                LIBRARY.replaceAll(
                                        "(?s)signals:\\n  book.*?\\n(char)", "signals: {}\n$1");
                    };
            assertTrue(
                    refused(wrong, Library.EMPTY).stream()
                            .anyMatch(p -> p.message().contains("needs the key " + key)),
                    () -> refused(wrong, Library.EMPTY).toString());
        }
    }

    @Test
    void longNumbersAreRefused() {
        for (String number : List.of("99999999999999", "9".repeat(300), "-1000001", "1.0000001")) {
            String wrong = LIBRARY.replace("floor: 0,", "floor: " + number + ",");
            assertTrue(
                    refused(wrong, Library.EMPTY).stream()
                            .anyMatch(p -> p.code().equals(Code.BAD_NUMBER.id())),
                    number);
        }
    }

    @Test
    void whatIsBrokenIsRefusedAndNeverThrows() {
        Property.check(
                "damaged schemes",
                3000,
                choices -> {
                    var text = new StringBuilder(LIBRARY);
                    int edits = choices.intBetween(1, 5);
                    for (int i = 0; i < edits; i++) {
                        int at = choices.intBetween(0, text.length() - 1);
                        switch (choices.intBetween(0, 3)) {
                            case 0 -> text.deleteCharAt(at);
                            case 1 -> text.insert(at, (char) choices.intBetween(32, 126));
                            case 2 -> text.setLength(Math.max(20, at));
                            default ->
                                    text.insert(
                                            at,
                                            choices.oneOf(
                                                    List.of(
                                                            "\n", ": ", "- ", "&a ", "*a", "{", "]",
                                                            "null", "\"", "\t")));
                        }
                    }
                    Compilation result =
                            SchemeCompiler.compile("damaged.yaml", text.toString(), Library.EMPTY);
                    if (result instanceof Compilation.Refused refused) {
                        assertTrue(!refused.problems().isEmpty());
                    }
                });
    }

    static Scheme compiled(String text, Library library) {
        return switch (SchemeCompiler.compile("strict.yaml", text, library)) {
            case Compilation.Compiled compiled -> compiled.scheme();
            case Compilation.Refused refused -> fail(refused.problems().toString());
        };
    }

    static List<Problem> refused(String text, Library library) {
        return switch (SchemeCompiler.compile("wrong.yaml", text, library)) {
            case Compilation.Compiled _ -> fail("it compiles");
            case Compilation.Refused refused -> refused.problems();
        };
    }
}
