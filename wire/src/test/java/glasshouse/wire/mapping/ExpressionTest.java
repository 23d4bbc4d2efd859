package glasshouse.wire.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.wire.value.Refused;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What expressions come to, over a row of `a` = 7, `b` = 0.5, `word` = late, `none` empty, `day` =
/// 20240331, `id` = 00042.
final class ExpressionTest {
    private static final List<String> COLUMNS =
            List.of("a", "b", "word", "none", "day", "id", "with space", "big");
    private static final List<String> CELLS =
            List.of("7", "0.5", "late", "", "20240331", "00042", "x", "5e+05");
    private static final Scope SCOPE =
            new Scope(
                    ZoneId.of("Europe/Vienna"),
                    Map.of("rate", new Datum.Amount(new java.math.BigDecimal("1.1"))),
                    Map.of("kinds", Map.of("late", new Datum.Text("bill.late"))));

    @Test
    void arithmeticIsDecimal() throws Exception {
        gives("7.5", "a + b");
        gives("0.3", "0.1 + 0.2");
        gives("-6.5", "-(a - b)");
        gives("500000", "big");
        gives("550000", "big * rate");
        gives("14", "a / b");
        gives("1", "a % 2");
        gives("17", "a + 2 * 5");
        gives("3.5", "max(a * b, 1, 2)");
        gives("0.5", "min(a, b)");
        gives("2.33", "round(a / 3, 2)");
        gives("2", "round(2.5)");
        gives("7", "abs(0 - a)");
    }

    @Test
    void textsKeepTheirZeros() throws Exception {
        gives("c-00042", "concat(\"c-\", id)");
        gives("00042", "id");
        gives("42", "number(id)");
        gives("LATE", "upper(word)");
        gives("x", "column(\"with space\")");
        gives("bill.late", "lookup(kinds, word)");
        gives("other", "lookup(kinds, id, \"other\")");
    }

    @Test
    void numbersMayHaveADecimalComma() throws Exception {
        gives("12.5", "number(\"12,5\", \",\")");
        gives("-1234567.5", "number(\" -1.234.567,50 \", \",\")");
        gives("1234.5", "number(\"1 234,5\", \",\")");
        gives("1234.5", "number(\"1'234.5\", \".\")");
        gives("1234.5", "number(\"1,234.5\", \".\")");
        gives("7", "number(a, \",\")");
        refused("GH-EVENT-007", "number(concat(\"1.5\", none), \",\")");
        refused("GH-EVENT-007", "number(concat(\"12,5,0\", none), \",\")");
        refused("GH-EVENT-007", "number(concat(\"1.23.456,0\", none), \",\")");
    }

    @Test
    void conditionsCompareNumbersAsNumbersAndTextsAsTexts() throws Exception {
        gives("true", "a = 7 && b = 0.50");
        gives("true", "id = 42");
        gives("false", "id = \"42\"");
        gives("true", "word = \"late\" || a / 0 > 1");
        gives("false", "word = 7");
        gives("true", "word != 7 && !(a < 7) && a >= 7 && a <= 7 && a > 6");
        gives("true", "isEmpty(none)");
        gives("none", "if(isEmpty(none), \"none\", none)");
        gives("true", "date(day, \"yyyyMMdd\") > date(\"30.3.2024\", \"d.M.yyyy\")");
    }

    @Test
    void datesAreOfTheirZone() throws Exception {
        gives("2024-03-30T23:00:00Z", "date(day, \"yyyyMMdd\")");
        gives("2024-03-31T00:00:00Z", "date(day, \"yyyyMMdd\", \"UTC\")");
        gives("2024-02-28T23:00:00Z", "date(\"29 Feb 2024\", \"d MMM yyyy\")");
        gives("2024-03-31T01:00:00Z", "date(\"2024-03-31 02:00\", \"yyyy-MM-dd HH:mm\")");
        gives("2024-10-27T00:30:00Z", "date(\"2024-10-27 02:30\", \"yyyy-MM-dd HH:mm\")");
        gives("2010-11-08T18:45:11.728360Z", "epoch(\"1289241911.72836\")");
        gives("2010-11-08T18:45:11.728Z", "epochMillis(1289241911728)");
        gives("2024-01-01T00:00:00Z", "time(\"2024-01-01T01:00:00+01:00\")");
    }

    @Test
    void whatCannotBeComputedIsRefusedForTheRow() throws Exception {
        refused("GH-EVENT-005", "none + 1");
        refused("GH-EVENT-007", "word + 1");
        refused("GH-EVENT-008", "date(word, \"yyyyMMdd\")");
        refused("GH-EVENT-008", "date(concat(day, none), \"d.M.yyyy\")");
        refused("GH-EVENT-012", "lookup(kinds, id)");
        refused("GH-EVENT-013", "if(a, 1, 2)");
        refused("GH-EVENT-013", "date(day, \"yyyyMMdd\") + a");
    }

    @Test
    void whatCannotBeUnderstoodIsAProblemWithItsPlace() {
        problem("GH-MAPPING-005", 3, "a + ");
        problem("GH-MAPPING-005", 1, "a + (b");
        problem("GH-MAPPING-005", 2, "a)");
        problem("GH-MAPPING-006", 5, "a + bb");
        problem("GH-MAPPING-006", 1, "column(\"nothing\")");
        problem("GH-MAPPING-007", 5, "a + dat(day)");
        problem("GH-MAPPING-007", 1, "date(day)");
        problem("GH-MAPPING-008", 8, "lookup(kind, word)");
        problem("GH-MAPPING-009", 1, "date(day, \"yyyyMMddQQQQQQQQ\")");
        problem("GH-MAPPING-009", 1, "date(day, \"yyyyMMdd\", \"Europe/Wien\")");
        problem("GH-MAPPING-005", 11, "date(day, word)");
        problem("GH-MAPPING-005", 2, "a^2");
        problem("GH-MAPPING-005", 1, "date(\"2024-02-30\", \"yyyy-MM-dd\")");
        problem("GH-MAPPING-005", 1, "a".repeat(1001));
        problem("GH-MAPPING-005", 1, "!".repeat(60) + "a");
    }

    private static void gives(String expected, String expression) throws Exception {
        assertEquals(expected, shown(term(expression).of(CELLS::get)), expression);
    }

    private static String shown(Datum datum) throws Refused {
        return switch (datum) {
            case Datum.Truth truth -> Boolean.toString(truth.truth());
            case Datum.Moment moment -> moment.instant().toString();
            case Datum.Text text when text.text().equals("5e+05") ->
                    datum.number("").toPlainString();
            case Datum.Text _, Datum.Amount _ -> datum.text("");
        };
    }

    private static void refused(String code, String expression) {
        Term term = term(expression);
        Refused refusal =
                org.junit.jupiter.api.Assertions.assertThrows(
                        Refused.class, () -> term.of(CELLS::get), expression);
        assertEquals(code, refusal.code().code(), refusal.reason());
    }

    private static Term term(String expression) {
        var problems = new Problems();
        Term term = compile(expression, problems);
        assertEquals(List.of(), problems.inOrder(), expression);
        return term;
    }

    private static void problem(String code, int column, String expression) {
        var problems = new Problems();
        compile(expression, problems);
        assertEquals(1, problems.inOrder().size(), () -> expression + problems.inOrder());
        Problem found = assertInstanceOf(Problem.class, problems.inOrder().getFirst());
        assertEquals(code + " at " + column, found.code() + " at " + found.position().column());
    }

    private static Term compile(String expression, Problems problems) {
        Formula formula = Expressions.read(expression, new Position("m.yaml", 1, 1), problems);
        return new Compiler(COLUMNS, SCOPE, problems).term(formula);
    }
}
