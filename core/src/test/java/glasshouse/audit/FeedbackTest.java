package glasshouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.scheme.Scheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a run of the lab shows to come back as late payments is a finding; what it shows not to, or
/// what no run was asked for, is none.
class FeedbackTest {
    private static final Scheme SESAME = Schemes.shipped("sesame-2017");
    private static final List<String> LATE =
            List.of("bill.utility.paid-late", "loan.instalment.paid-late");

    private static List<Finding> found(Feedback... seen) {
        return Audit.under(Rulebook.shipped(), SESAME, List.of(seen)).findings().stream()
                .filter(each -> each.rule().equals("feedback"))
                .toList();
    }

    @Test
    void aPriceThatMakesPeoplePayLateIsAQuestionWithItsFigures() {
        Finding finding = found(new Feedback("loan.price", 2.65, 2.6, "newtown", LATE)).getFirst();
        assertEquals(Verdict.NEEDS_HUMAN, finding.verdict());
        assertEquals("services.loan", finding.subject());
        assertEquals("loan.instalment.paid-late → credit → loan", last(finding));
        assertTrue(finding.sentence().contains("50.0 times more by 1,000 people"));
        assertTrue(finding.sentence().contains("hardest: newtown"));
    }

    private static String last(Finding finding) {
        return finding.paths().getLast().toString();
    }

    @Test
    void theWorstComesFirst() {
        List<Finding> findings =
                found(
                        new Feedback("loan.price", 2.65, 2.64, "hill", LATE),
                        new Feedback("job", 2.65, 2.5, "hill", LATE));
        assertEquals(
                List.of("services.job", "services.loan"),
                findings.stream().map(Finding::subject).toList());
        assertEquals("answer", findings.getFirst().variant());
    }

    @Test
    void whatMakesNobodyPayLatePasses() {
        Finding only = found(new Feedback("loan.price", 2.6, 2.65, "hill", LATE)).getFirst();
        assertEquals(Verdict.PASS, only.verdict());
    }

    @Test
    void withoutARunTheRuleHasNotLooked() {
        assertEquals(List.of(), found());
    }
}
