package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.parity.Alike;
import glasshouse.parity.Answer;
import glasshouse.parity.DecisionMapping;
import glasshouse.parity.DecisionMappingReader;
import glasshouse.parity.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of decisions become people who are alike; what cannot be counted is said.
final class DecisionFileTest {
    private static final String MAPPING =
            """
            decisions: loans
            groups:
              sex: {column: s, values: {f: women, m: men}}
              age: {column: a, below: [25, 60]}
            decision: {column: d, yes: [granted]}
            outcome: {column: o, yes: [1], no: [0]}
            fewest: 1
            """;

    @TempDir private Path folder;
    private Path file = Path.of("unset");

    @BeforeEach
    void aFile() {
        file = folder.resolve("loans.csv");
    }

    private static DecisionMapping mapping(String text) {
        return switch (DecisionMappingReader.read("m.yaml", text)) {
            case DecisionMappingReader.Result.Read(DecisionMapping read) -> read;
            case DecisionMappingReader.Result.Refused(var problems) -> fail(problems.toString());
        };
    }

    private Decisions read(String mapping, String csv) throws IOException {
        Files.writeString(file, csv);
        return DecisionFile.read(mapping(mapping), file, null, false);
    }

    @Test
    void whoIsAlikeIsCountedTogether() throws IOException {
        Decisions read =
                read(
                        MAPPING,
                        """
                        s,a,d,o
                        f,24.9,granted,1
                        m,25,refused,
                        f,20,granted,1
                        m,60,refused,0
                        """);
        assertEquals(4, read.read());
        assertEquals(Map.of(), read.leftOut());
        assertEquals(
                List.of(
                        new Alike(
                                List.of("men", "25 to under 60"),
                                Double.NaN,
                                Answer.NO,
                                Answer.UNKNOWN,
                                1),
                        new Alike(
                                List.of("men", "60 and over"), Double.NaN, Answer.NO, Answer.NO, 1),
                        new Alike(
                                List.of("women", "under 25"),
                                Double.NaN,
                                Answer.YES,
                                Answer.YES,
                                2)),
                read.rows());
    }

    @Test
    void whatCannotBeCountedIsLeftOutWithItsReason() throws IOException {
        Decisions read =
                read(
                        MAPPING,
                        """
                        s,a,d,o
                        ,30,granted,1
                        f,old,granted,1
                        f,30,,1
                        f,30,granted,2
                        f,30,granted,1
                        """);
        assertEquals(
                Map.of(
                        "no sex", 1L,
                        "no age", 1L,
                        "no decision", 1L,
                        "an outcome that is neither yes nor no", 1L),
                read.leftOut());
        assertEquals(1, read.persons());
    }

    @Test
    void aColumnCanCountPeople() throws IOException {
        String mapping = MAPPING + "count: n\n";
        Decisions read =
                read(mapping, "s,a,d,o,n\nf,30,granted,1,40\nf,30,granted,1,2\nm,1,x,1,0\n");
        assertEquals(42, read.persons());
        assertEquals(Map.of("a count that is no whole number", 1L), read.leftOut());
    }

    @Test
    void scoresAreJoinedByPerson() throws IOException {
        Files.writeString(file, "id,s,o\n1,f,1\n2,m,0\n3,m,0\n");
        Path scores = folder.resolve("scores.csv");
        Files.writeString(scores, "person,score,band\n2,610,good\n1,550,fair\n");
        String mapping =
                """
                decisions: loans
                person: id
                groups: {sex: {column: s}}
                score: {column: score}
                outcome: {column: o, yes: [1]}
                """;
        Decisions read = DecisionFile.read(mapping(mapping), file, scores, true);
        assertEquals(Map.of("no score", 1L), read.leftOut());
        assertEquals(List.of(550.0, 610.0), read.rows().stream().map(Alike::score).toList());
    }

    @Test
    void parquetIsReadLikeText() throws IOException, SQLException {
        Path parquet = folder.resolve("loans.parquet");
        try (var duck = DuckDb.open();
                var query = duck.createStatement()) {
            query.execute(
                    "COPY (SELECT 'f' AS s, 30 AS a, 'granted' AS d, 1 AS o) TO "
                            + Sql.text(parquet.toString())
                            + " (FORMAT parquet)");
        }
        Decisions read = DecisionFile.read(mapping(MAPPING), parquet, null, false);
        assertEquals(1, read.persons());
        assertEquals(Answer.YES, read.rows().getFirst().outcome());
    }

    @Test
    void aFileWithoutHeaderAndAnotherDelimiterIsRead() throws IOException {
        String mapping =
                """
                decisions: german
                file: {delimiter: space, columns: [s, o]}
                groups: {sex: {column: s}}
                decision: {column: o, yes: [1]}
                """;
        assertEquals(3, read(mapping, "f 1\nm 2\nf 1\n").persons());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s,a,d | f,30,granted | has no column o",
                "s,a,d,o | ,30,granted,1 | holds nobody to count: 1 have no sex",
            })
    void aFileThatDoesNotFitIsRefused(String head, String row, String says) throws IOException {
        var refused =
                assertThrows(IOException.class, () -> read(MAPPING, head + "\n" + row + "\n"));
        assertTrue(String.valueOf(refused.getMessage()).contains(says), refused.getMessage());
    }

    @Test
    void anAttributeWithTooManyValuesIsRefused() throws IOException {
        var csv = new StringBuilder("s,a,d,o\n");
        for (int i = 0; i < 51; i++) {
            csv.append("x").append(i).append(",30,granted,1\n");
        }
        var refused = assertThrows(IOException.class, () -> read(MAPPING, csv.toString()));
        assertTrue(String.valueOf(refused.getMessage()).contains("51 different values"));
    }
}
