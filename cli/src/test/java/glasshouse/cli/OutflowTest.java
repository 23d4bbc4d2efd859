package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether an answer is known to be cut, by what went wrong below the writer that swallows it.
final class OutflowTest {
    @ParameterizedTest
    @CsvSource({"No space left on device, true", "Input/output error, true", "Broken pipe, false"})
    void anAnswerIsCutUnlessItsReaderHasLeft(String failure, boolean cut) {
        var outflow =
                new Outflow(
                        new OutputStream() {
                            @Override
                            public void write(int single) throws IOException {
                                throw new IOException(failure);
                            }
                        });
        try (var writer = new PrintWriter(outflow, true, StandardCharsets.UTF_8)) {
            writer.println("an answer");
        }
        assertEquals(cut, outflow.isCut());
    }
}
