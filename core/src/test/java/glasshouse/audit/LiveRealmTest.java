package glasshouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the live realm keeps out. Nobody weakens these to make something pass.
class LiveRealmTest {
    private static final String LENDER =
            """
            scheme: lender
            version: 1
            realm: live
            valid-from: 2026-01-01
            scale: {floor: 300, initial: 600, ceiling: 850}
            bands:
              low: {from: 300, colour: "#b2182b"}
            signals:
              deed: {context: credit, nature: payment}
            characteristics:
              payments:
                kind: accrual
                signals:
                  deed: {points: -10}
            services:
              loan:
                context: credit
                effect: access
                significant: true
                rules:
                  - {when: {score: {below: 500}}, outcome: refused}
                  - {outcome: granted}
            """;

    @Test
    void aLenderThatScoresPaymentsForCreditCompiles() {
        assertEquals(List.of(), objections(LENDER));
    }

    @Test
    void whatConfirmsPointsIsScoredToo() {
        String confirmed =
                LENDER.replace(
                                "deed: {points: -10}",
                                "deed: {points: 10, pending: {confirmed-by: word, within: 30d}}")
                        .replace(
                                "deed: {context",
                                "word: {context: speech, nature: expression}\n  deed: {context");
        assertTrue(
                objections(confirmed).stream()
                        .anyMatch(each -> "EU Charter Art. 11(1)".equals(each.citation())),
                confirmed);
    }

    @ParameterizedTest(name = "{0} is refused by {1}")
    @CsvSource({
        "political-opinion, GDPR Art. 9(1)",
        "belief, GDPR Art. 9(1)",
        "trade-union, GDPR Art. 9(1)",
        "ethnic-origin, GDPR Art. 9(1)",
        "health, GDPR Art. 9(1)",
        "sexuality, GDPR Art. 9(1)",
        "biometric, GDPR Art. 9(1)",
        "offence, GDPR Art. 10",
        "expression, EU Charter Art. 11(1)",
        "association, AI Act Art. 5(1)(c)(ii)",
    })
    void aForbiddenNatureDoesNotCompile(String nature, String citation) {
        String wrong = LENDER.replace("nature: payment", "nature: " + nature);
        assertEquals(List.of(citation), citations(wrong));
    }

    @ParameterizedTest(name = "a consequence of credit in {0} does not compile")
    @CsvSource({"travel", "education", "hospitality", "mobility", "employment", "public-services"})
    void aConsequenceInAnUnrelatedContextDoesNotCompile(String context) {
        String wrong =
                LENDER.replace(
                        "context: credit\n    effect", "context: " + context + "\n    effect");
        List<Problem> objections = objections(wrong);
        assertEquals(List.of("AI Act Art. 5(1)(c)(i)"), citations(wrong));
        assertTrue(objections.getFirst().message().contains("deed → payments → loan"));
        assertEquals(16, objections.getFirst().position().line());
    }

    @Test
    void anUnrelatedConsequenceThroughAListDoesNotCompileEither() {
        String wrong =
                LENDER
                        + """
                  train:
                    context: travel
                    effect: access
                    rules:
                      - {when: {list: late}, outcome: refused}
                      - {outcome: granted}
                lists:
                  late:
                    kind: blacklist
                    enter: {characteristic: {payments: {below: -20}}}
                """;
        assertEquals(List.of("AI Act Art. 5(1)(c)(i)"), citations(wrong));
    }

    @Test
    void anAdvantageAloneMayLieElsewhere() {
        String shop =
                LENDER.replace("context: credit\n    effect", "context: travel\n    effect")
                        .replace("effect: access", "effect: offer")
                        .replace("significant: true", "advantage-only: true")
                        .replace(
                                "{when: {score: {below: 500}}, outcome: refused}",
                                "{when: {score: {at-least: 700}}}")
                        .replace("{outcome: granted}", "{outcome: refused}");
        assertEquals(List.of(), objections(shop));
    }

    @Test
    void anOfferThatIsTakenFromThoseWhoStandLowIsNoAdvantage() {
        String shop =
                LENDER.replace("context: credit\n    effect", "context: travel\n    effect")
                        .replace("effect: access", "effect: offer")
                        .replace("significant: true", "advantage-only: true");
        assertEquals(List.of("AI Act Art. 5(1)(c)(i)"), citations(shop));
    }

    @Test
    void aRefusalIsNoAdvantageWhateverTheSchemeSays() {
        String shop =
                LENDER.replace("context: credit\n    effect", "context: travel\n    effect")
                        .replace("significant: true", "advantage-only: true");
        assertEquals(List.of("AI Act Art. 5(1)(c)(i)"), citations(shop));
    }

    @Test
    void whatHappensInTheContextOfSpeechIsExpressionWhateverTheSchemeSays() {
        String wrong =
                LENDER.replace("deed: {context: credit,", "deed: {context: speech,")
                        .replace("context: credit\n    effect", "context: speech\n    effect");
        assertEquals(List.of("EU Charter Art. 11(1)"), citations(wrong));
    }

    @Test
    void contactsScoresDoNotCompile() {
        String wrong =
                LENDER.replace(
                        "services:",
                        """
              circle:
                kind: contacts
                signals: [deed]
                pull: 5 %
                at-most: 10 points
            services:"""
                                .indent(0)
                                .stripTrailing());
        assertEquals(List.of("AI Act Art. 5(1)(c)(ii)"), citations(wrong));
    }

    @ParameterizedTest(name = "{0} does not compile: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "visibility: [public] | GDPR Art. 25(2)",
                "visibility: [person, contacts] | GDPR Art. 25(2)",
                "enrolment: compulsory | GDPR Art. 7(4)",
                "'rights: {statement: no}' | GDPR Art. 15(1)(h)",
                "'rights: {human-review: no}' | GDPR Art. 22(3)",
                "'rights: {withdrawal: no}' | GDPR Art. 7(3)",
                "'rights: {erasure: no}' | GDPR Art. 17(1)",
            })
    void termsThatTakeRightsAwayDoNotCompile(String terms, String citation) {
        assertEquals(List.of(citation), citations(LENDER + terms + "\n"));
    }

    @Test
    void aPublicListDoesNotCompile() {
        String wrong =
                LENDER
                        + "lists: {late: {kind: blacklist, public: true,"
                        + " enter: {score: {below: 400}}}}\n";
        assertEquals(List.of("GDPR Art. 25(2)"), citations(wrong));
    }

    @Test
    void theSyntheticRealmStudiesAllOfIt() {
        String studied =
                LENDER.replace("realm: live", "realm: synthetic")
                        .replace("nature: payment", "nature: political-opinion");
        switch (SchemeCompiler.compile("s.yaml", studied, Library.EMPTY)) {
            case Compilation.Compiled compiled ->
                    assertTrue(
                            Audit.of(compiled.scheme()).stream()
                                    .anyMatch(
                                            finding ->
                                                    finding.citation().equals("GDPR Art. 9(1)")));
            case Compilation.Refused refused -> fail(refused.problems().toString());
        }
    }

    private static List<String> citations(String text) {
        return objections(text).stream().map(p -> String.valueOf(p.citation())).distinct().toList();
    }

    private static List<Problem> objections(String text) {
        return switch (SchemeCompiler.compile("s.yaml", text, Library.EMPTY)) {
            case Compilation.Compiled _ -> List.of();
            case Compilation.Refused refused -> {
                assertTrue(
                        refused.problems().stream().allMatch(p -> p.code().equals(LiveRealm.CODE)),
                        refused::toString);
                yield refused.problems();
            }
        };
    }
}
