package glasshouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.scheme.Scheme;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The rules as data, and files that change them.
class RulebookTest {
    private static final Scheme LENDER = Schemes.shipped("lender");
    private static final Scheme SESAME = Schemes.shipped("sesame-2017");

    @Test
    void theIndexNamesTheRulesThatCanFail() {
        var failing =
                Rulebook.shipped().rules().stream()
                        .filter(
                                rule ->
                                        rule.cases().values().stream()
                                                .anyMatch(each -> each.verdict() == Verdict.FAIL))
                        .toList();
        assertEquals(failing, Rulebook.shippedThatCanFail().rules());
    }

    @Test
    void everyRuleHasItsWordsItsCitationAndItsDate() {
        Set<String> ids = new HashSet<>();
        for (AuditRule rule : Rulebook.shipped().rules()) {
            assertTrue(ids.add(rule.id()), rule.id());
            assertFalse(rule.title().isEmpty(), rule.id());
            assertFalse(rule.plain().isEmpty(), rule.id());
            assertFalse(rule.cases().isEmpty(), rule.id());
            assertTrue(rule.citation().matches("(AI Act|GDPR|EU Charter) .+"), rule.id());
            assertTrue(rule.inForce().isAfter(LocalDate.EPOCH), rule.id());
            rule.cases()
                    .forEach(
                            (name, scene) -> {
                                assertFalse(scene.says().isEmpty(), rule.id() + " " + name);
                                assertFalse(scene.remedy().isEmpty(), rule.id() + " " + name);
                                assertFalse(scene.whom().isEmpty(), rule.id() + " " + name);
                            });
        }
    }

    @Test
    void aFileMovesADateAndIsNamed() {
        Rulebook moved = read("rules: {high-risk: {in-force: 2026-08-02}}\n");
        assertEquals("moved.yaml", moved.changes().getFirst());
        Finding finding =
                Audit.under(moved, LENDER).findings().stream()
                        .filter(each -> each.rule().equals("high-risk"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(LocalDate.of(2026, 8, 2), finding.inForce());
        assertEquals("AI Act Annex III 5(b)", finding.citation());
    }

    @Test
    void aFileTurnsARuleOffAndAVerdictAround() {
        Rulebook changed =
                read(
                        """
                        rules:
                          double-counting: {off: yes}
                          spiral: {cases: {closed: {verdict: fail}}}
                        """);
        Audit audit = Audit.under(changed, LENDER);
        assertTrue(audit.findings().stream().noneMatch(f -> f.rule().equals("double-counting")));
        assertEquals("spiral", audit.with(Verdict.FAIL).getFirst().rule());
    }

    @Test
    void aFileBringsContextsTogetherAndApart() {
        Scheme schufa = Schemes.shipped("schufa-2026");
        Rulebook apart = read("contexts: {credit: {telecom: unrelated}}\n");
        Rulebook together =
                read("contexts: {identity: {credit: related}, telecom: {credit: related}}\n");
        assertTrue(fails(apart, schufa) > fails(Rulebook.shipped(), schufa));
        assertTrue(asked(together, schufa) < asked(Rulebook.shipped(), schufa));
    }

    @Test
    void whatIsNotYetInForceIsAskedAbout() {
        LocalDate before = LocalDate.of(2025, 2, 1);
        Audit then = Audit.under(Rulebook.shipped().on(before), SESAME);
        Audit since = Audit.under(Rulebook.shipped().on(before.plusDays(1)), SESAME);
        assertTrue(then.with(Verdict.FAIL).stream().noneMatch(f -> f.rule().equals("contacts")));
        assertTrue(since.with(Verdict.FAIL).stream().anyMatch(f -> f.rule().equals("contacts")));
    }

    @Test
    void aWrongFileSaysAllThatIsWrong() {
        var result =
                RulebookReader.changed(
                        "wrong.yaml",
                        """
                        rules:
                          high-risc: {in-force: 2026-08-02}
                          spiral: {in-force: soon, cases: {close: {verdict: fail}}}
                          gaming: {cases: {cheap: {verdict: maybe}}}
                        rule: x
                        """);
        var refused = assertInstanceOf(RulebookReader.Result.Refused.class, result);
        assertEquals(5, refused.problems().size(), refused.toString());
        assertTrue(refused.problems().toString().contains("high-risk"), refused.toString());
    }

    @Test
    void aSchemesOwnContextIsRelatedOnlyAsAClaim() {
        String library =
                """
                scheme: library
                version: 1
                realm: synthetic
                valid-from: 2026-01-01
                purpose: lending
                scale: {floor: 0, initial: 50, ceiling: 100}
                bands: {low: {from: 0, colour: "#b2182b"}}
                contexts: {library: {title: Lending, related: [commerce]}}
                signals: {late: {context: library, gravity: breach}}
                characteristics:
                  returns: {kind: accrual, expires: 1y, floor: -50, signals: {late: {points: -1}}}
                services:
                  shop:
                    context: commerce
                    purpose: selling
                    effect: access
                    rules: [{when: {score: {below: 20}}, outcome: refused}, {}]
                """;
        assertEquals(Verdict.NEEDS_HUMAN, context(library));
        assertEquals(Verdict.FAIL, context(library.replace("related: [commerce]", "")));
    }

    private static Verdict context(String text) {
        return Audit.of(Schemes.scheme("library.yaml", text)).stream()
                .filter(each -> each.rule().equals("unrelated-context"))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static Rulebook read(String text) {
        return assertInstanceOf(
                        RulebookReader.Result.Read.class,
                        RulebookReader.changed("moved.yaml", text))
                .rulebook();
    }

    private static int fails(Rulebook rulebook, Scheme scheme) {
        return Audit.under(rulebook, scheme).with(Verdict.FAIL).size();
    }

    private static int asked(Rulebook rulebook, Scheme scheme) {
        return Audit.under(rulebook, scheme).with(Verdict.NEEDS_HUMAN).size();
    }
}
