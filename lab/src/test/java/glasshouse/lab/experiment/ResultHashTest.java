package glasshouse.lab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultHashTest {
    private static Table table(String name) {
        return Table.named(name)
                .texts("text")
                .wholes("whole")
                .decimals("decimal")
                .row("a\tb\\", 1, 0.1)
                .row("", -2, Double.NaN)
                .build();
    }

    /// So that anybody can hash a result with a few lines of another language.
    @Test
    void theHashIsThatOfTheTextAsDocumented() {
        String text =
                "table measures 1\nname:text\tscheme:text\tgroup:text\tvalue:decimal\tlow:decimal\t"
                        + "high:decimal\nm\ts\tg\t1.5\t1.0\t2.0\n"
                        + "table rows 2\ntext:text\twhole:whole\tdecimal:decimal\n"
                        + "a\\tb\\\\\t1\t0.1\n\t-2\t\n";
        var results =
                new Results(
                        List.of(Measure.of("m", "s", 1.5).in("g").between(1, 2)),
                        List.of(table("rows")));
        assertEquals(ResultHash.ofText(text), ResultHash.of(results));
    }

    @Test
    void theOrderOfTablesDoesNotMatter() {
        assertEquals(
                ResultHash.of(new Results(List.of(), List.of(table("a"), table("b")))),
                ResultHash.of(new Results(List.of(), List.of(table("b"), table("a")))));
    }
}
