package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import glasshouse.wire.Manifest.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the manifest of a lab run lets in.
final class ManifestTest {
    @TempDir private Path run;
    private Path table;

    @BeforeEach
    void aRunWroteATable() throws IOException {
        table = Files.createDirectories(run.resolve("events")).resolve("seed-1.ndjson");
        Files.writeString(table, "{}\n");
        Manifest.of(run, "spirals, seed 1", List.of(table)).write(run);
    }

    @Test
    void aTableAsTheRunWroteItVerifies() throws IOException {
        assertEquals(new Verdict.Verified("spirals, seed 1"), Manifest.verify(table));
    }

    @Test
    void aChangedTableDoesNot() throws IOException {
        Files.writeString(table, "{ }");
        assertEquals(
                new Verdict.Refused("it is not as the lab run wrote it"), Manifest.verify(table));
    }

    @Test
    void aTableThatTheRunDidNotWriteDoesNot() throws IOException {
        Path other = Files.copy(table, run.resolve("other.ndjson"));
        assertEquals(
                new Verdict.Refused("the lab run's manifest.json does not list it"),
                Manifest.verify(other));
    }

    @Test
    void aTableElsewhereDoesNot(@TempDir Path elsewhere) throws IOException {
        Path copy = Files.copy(table, elsewhere.resolve("seed-1.ndjson"));
        assertInstanceOf(Verdict.Refused.class, Manifest.verify(copy));
    }

    @Test
    void aLinkOutOfTheRunDoesNot(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("seed-1.ndjson"), "{}\n");
        Path link = Files.createSymbolicLink(run.resolve("events/link.ndjson"), outside);
        assertInstanceOf(Verdict.Refused.class, Manifest.verify(link));
    }

    @Test
    void whatIsNoManifestIsNone() throws IOException {
        for (String text :
                List.of(
                        "",
                        "[]",
                        "{",
                        "{\"format\": 1}",
                        "{\"format\": \"another/1\", \"files\": []}",
                        "{\"files\": [1, 2]}",
                        "{\"format\": {\"a\": [1]}, \"files\": \"x\"}")) {
            Files.writeString(run.resolve(Manifest.NAME), text);
            assertEquals(
                    new Verdict.Refused("the manifest.json beside it is not one of a lab run"),
                    Manifest.verify(table),
                    text);
        }
    }
}
