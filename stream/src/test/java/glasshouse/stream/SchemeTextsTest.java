package glasshouse.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.compiler.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeTextsTest {
    private static final Path SCHEMES = Path.of("..", "schemes");

    @Test
    void aSchemeThatTravelsIsTheSame() {
        SchemeTexts texts = Lender.texts();
        assertEquals("example-lender", texts.plan().scheme().header().name());
    }

    @ParameterizedTest
    @CsvSource({"nosedive.yaml, GH-STREAM-004", "fico.yaml, GH-STREAM-005"})
    void whatAStreamCannotRunIsRefusedWithItsCode(String file, String code) {
        Path path = SCHEMES.resolve(file);
        var refused =
                assertInstanceOf(
                        SchemeTexts.Result.Refused.class,
                        SchemeTexts.gather(
                                new Library.Source(file, Lender.read(path)), Library.EMPTY));
        assertTrue(
                refused.problems().stream().anyMatch(each -> each.code().equals(code)),
                refused.problems()::toString);
        assertTrue(Files.exists(Path.of("..", "docs", "errors", code + ".md")));
    }
}
