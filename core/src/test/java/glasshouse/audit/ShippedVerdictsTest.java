package glasshouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the audit says of each shipped scheme, held against a file under `src/test/golden/audit`.
///
/// With `-Dglasshouse.golden=write` the files are written anew: read the difference before
/// committing it.
class ShippedVerdictsTest {
    private static final Path GOLDEN = Path.of("src/test/golden/audit");

    static List<String> shipped() {
        return Schemes.shipped();
    }

    @ParameterizedTest(name = "the verdict on {0} is as written")
    @MethodSource("shipped")
    void everyVerdictIsAsWritten(String name) throws IOException {
        String found = text(Schemes.shipped(name));
        Path golden = GOLDEN.resolve(name + ".txt");
        if ("write".equals(System.getProperty("glasshouse.golden"))) {
            Files.writeString(golden, found);
        }
        assertEquals(Files.readString(golden), found);
    }

    private static String text(Scheme scheme) {
        var text = new StringBuilder();
        text.append(Audit.under(Rulebook.shipped(), scheme).verdict().written()).append('\n');
        for (Finding finding : Audit.of(scheme)) {
            text.append(finding.verdict().written()).append(' ').append(finding.rule());
            if (finding.verdict() != Verdict.PASS) {
                text.append(" [" + finding.citation() + "] " + finding.subject());
                text.append("\n    " + finding.path() + " (" + finding.paths().size() + ")");
                text.append("\n    " + finding.sentence());
            }
            text.append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest(name = "every finding on {0} can be acted on")
    @MethodSource("shipped")
    void everyFailNamesAPathAndEveryQuestionCanBeAnswered(String name) {
        for (Finding finding : Audit.of(Schemes.shipped(name))) {
            String told = finding.toString();
            assertFalse(told.matches("(?s).*\\{[a-z-]+\\}.*"), told);
            switch (finding.verdict()) {
                case PASS -> {}
                case NEEDS_HUMAN -> assertTrue(finding.question().endsWith("?"), told);
                case FAIL -> {
                    assertFalse(finding.path().isEmpty(), told);
                    assertTrue(
                            finding.citation().matches("(AI Act|GDPR|EU Charter) Art\\. \\d.*"),
                            told);
                    assertFalse(finding.remedy().isEmpty(), told);
                    assertTrue(finding.position().line() > 0, told);
                }
            }
        }
    }

    @Test
    void liveSchemesHaveNoFail() {
        for (String name : Schemes.shipped()) {
            Scheme scheme = Schemes.shipped(name);
            if (scheme.header().realm() == Realm.LIVE) {
                assertEquals(List.of(), LiveRealm.objections(scheme), name);
            }
        }
    }

    @Test
    void theReportedSchemesFail() {
        for (String name : List.of("sesame-2017", "nosedive", "rongcheng-classic")) {
            assertEquals(Verdict.FAIL, verdict(name), name);
        }
        assertEquals(Verdict.PASS, verdict("shop"));
        assertEquals(Verdict.PASS, verdict("mobility-club"));
        assertEquals(Verdict.NEEDS_HUMAN, verdict("lender"));
    }

    private static Verdict verdict(String name) {
        return Audit.under(Rulebook.shipped(), Schemes.shipped(name)).verdict();
    }
}
