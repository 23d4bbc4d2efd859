package glasshouse.stream.name;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPagesTest {
    @ParameterizedTest
    @EnumSource(Why.class)
    void everyReasonHasAPage(Why why) {
        Path page = Path.of("..", "docs", "errors", why.code() + ".md");
        assertTrue(Files.exists(page), page::toString);
    }
}
