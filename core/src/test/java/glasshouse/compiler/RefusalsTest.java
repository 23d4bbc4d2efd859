package glasshouse.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What reads well and is wrong: each part makes exactly one problem, of this code and saying this.
final class RefusalsTest {
    private static final String SEPARATOR = " => ";
    private static final String BOTH = "signals: [bill.paid, bill.paid-late]";
    private static final String STARS =
            "characteristics: {stars: {kind: rating, " + BOTH + ", points: [[1, -5], [5, 5]], ";
    private static final String BINS =
            "characteristics: {late: {kind: binned, " + BOTH + ", measure: ";
    private static final String ACCRUAL =
            "characteristics: {bills: {kind: accrual, signals: {bill.paid: {points: 2";
    private static final String LATE = "bill.paid-late: {points: -1}";
    private static final String RULE = "services: {s: {context: utilities, effect: access, rules: ";
    private static final String PRICE =
            "services: {s: {context: utilities, effect: price, unit: euros, rules: ";
    private static final String LIST = "lists: {a: {kind: blacklist, ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Points that are per something where nothing is measured.
                ACCRUAL
                        + "}, bill.paid-late: {points: {table: [{points: 3 per day}]}}}}} => 008"
                        + " found 3 per day; allowed is points that stand alone",
                BINS + "count, bins: [{below: 2, points: 1 per unit}, {points: 2}]}} => 008 alone",
                BINS
                        + "time-since-last, missing: {points: 1 per day}, bins: [{points: 2}]}} =>"
                        + " 008 found 1 per day",
                "characteristics: {c: {kind: contacts, "
                        + BOTH
                        + ", pull: 5 %, at-most: 20 per day}} => 008 found 20 per day",
                "characteristics: {c: {kind: contacts, "
                        + BOTH
                        + ", pull: 5 %, at-most: -20 points}} => 008 found -20 points; at-most is",
                "characteristics: {c: {kind: contacts, "
                        + BOTH
                        + ", pull: 120 %, at-most: 20}} => 006 found 120 %; a pull lies",

                // Ratings.
                "characteristics: {stars: {kind: rating, method: mean, "
                        + BOTH
                        + ", points: [[0, -5], [5, 5]]}} => 022 for a rating of 0; ratings lie",
                STARS + "method: bayes, prior: {mean: 6, weight: 5}}} => 022 found a mean of 6",
                STARS + "method: rev2, prior: {mean: 6}}} => 022 found a mean of 6",
                STARS + "method: mean, prior: {mean: 3, weight: 5}}} => 033 mean has no prior",
                STARS + "method: mean, fade: linear 2y}} => 033 the method mean has no fade",
                STARS + "method: fading, fade: linear 2y}} => 022 needs fade: half-life 90d",
                STARS + "method: mean, trusted: [p1]}} => 033 the method mean has no trusted",

                // Shares.
                "characteristics: {late: {kind: binned, measure: share, signals: [bill.paid-late],"
                        + " of: [bill.paid], bins: [{points: 1}]}} => 021 of leaves out"
                        + " bill.paid-late",
                BINS
                        + "share, of: [bill.paid, bill.paid-late], bins: [{below: 500 %,"
                        + " points: 1},"
                        + " {points: 2}]}} => 021 found 500 %",

                // What would hang on itself.
                ACCRUAL
                        + ", pending: {confirmed-by: bill.paid, within: 3d}}, "
                        + LATE
                        + "}}} => 034 bill.paid cannot confirm itself",
                LIST + "enter: {list: a}}} => 034 the list a looks at itself when a person enters",
                LIST + "enter: {score: {below: 5}}, exit: {not: {list: a}}}} => 034 leaves it",
                LIST
                        + "enter: {list: b}}, b: {kind: redlist, enter: {any: [{list: c}]}}, c:"
                        + " {kind: redlist, enter: {not: {list: a}}}} => 034 the lists a, b,"
                        + " c look",

                // Conditions that hold for all or for none.
                RULE + "[{when: {score: {below: 0}}, outcome: refused}, {}]}} => 023 for nobody",
                RULE + "[{when: {score: {below: 201}}}, {}]}} => 023 scores lie from 0 to 200, so",
                RULE + "[{when: {score: {at-least: -1}}}, {}]}} => 023 for everybody",
                RULE + "[{when: {score: {at-least: 201}}}, {}]}} => 023 holds for nobody",

                // What has no effect.
                "enrolment: {kind: consent, from: 2030-01-01} => 033 under consent nobody is",
                "enrolment: {kind: contract, from: 2030-01-01} => 033 under contract nobody is",
                "services: {s: {context: utilities, effect: price, quota: {places: 3, per: day},"
                        + " rules: [{price: 2}]}} => 033 a price has no quota",

                // Numbers, dates and names.
                "services: {s: {context: utilities, effect: access, quota: {places: 30.5, per:"
                        + " day}, rules: [{}]}} => 023 found 30.5 places",
                "scale: {floor: 0, initial: 100, ceiling: 200, precision: 201} => 013 found floor"
                        + " 0, initial 100, ceiling 200, precision 201; the published step",
                "valid-from: +999999999-01-01 => 011 found +999999999-01-01",
                // Numbers and curves.
                "scale: {floor: .nan, initial: 100, ceiling: 200} => 006 found .nan; allowed is",
                PRICE + "[{price: nothing at 80}]}} => 006 or pairs such as [[500, 9.9]",
                PRICE + "[{price: [[80, 0], [20, 30]]}]}} => 019 rise; found 20 after 80",
                "valid-from: 1815-06-18 => 011 from 1900 to 2199",
                "scheme: tool.club => 010 found tool.club; the name of a scheme has 1 to 64 of",
                "characteristics: {bills: {kind: accrual, floor: 5, ceiling: 3, signals:"
                        + " {bill.paid: {points: 2}, "
                        + LATE
                        + "}}} => 013 found floor 5, ceiling 3",
                "characteristics: {bills: {kind: accrual, signals: {bill.paid: {points: 2}, "
                        + LATE
                        + "}, limits: [{signals: [bill.paid, bill.paid, bill.paid-late], at-most:"
                        + " 9 per week}]}} => 032 bill.paid twice",

                // Shapes.
                RULE + "[{when: score < 40}, {}]}} => 004 such as when: {score: {below: 500}}",
                RULE + "[{when: {score: 40}}, {}]}} => 004 such as score: {below: 500}",
                RULE + "[{when: {scores: {below: 40}}}, {}]}} => 002 did you mean score?",
                "signals: [bill.paid] => 004 allowed is a table of names",
                "signals: {bill.paid: 3, bill.paid-late: {context: utilities, unit: days}} => 004 a"
                        + " single value"
            })
    void oneThingIsWrong(String row) throws IOException {
        String part = row.substring(0, row.indexOf(SEPARATOR));
        String expected = row.substring(row.indexOf(SEPARATOR) + SEPARATOR.length());
        List<Problem> problems = problems(part);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals("GH-SCHEME-" + expected.substring(0, 3), problems.getFirst().code(), row);
        String said = problems.getFirst().message();
        assertTrue(said.contains(expected.substring(3).strip()), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STARS + "method: fading, fade: half-life 90d, prior: {mean: 3, weight: 2}}}",
                STARS + "method: mean, fade: never}}",
                RULE + "[{when: {score: {at-least: 0, below: 200}}, outcome: refused}, {}]}}",
                LIST + "enter: {score: {below: 5}}}, b: {kind: blacklist, enter: {list: a}}}",
                LIST
                        + "enter: {score: {below: 50}}, exit: {not: {list: b}}}, b: {kind:"
                        + " blacklist, enter: {list: a, score: {below: 20}}}}",
                ACCRUAL + " per event}, bill.paid-late: {points: -1 per unit}}}}",
                "enrolment: {kind: compulsory, from: 2030-01-01}"
            })
    void whatLooksLikeItIsRight(String part) throws IOException {
        assertEquals(List.of(), problems(part));
    }

    @Test
    void ofManyProblemsTheFirstOfTheFileAreSaidAndHowManyFollow() {
        var text = new StringBuilder("scheme: many\n");
        for (int i = 0; i < 500; i++) {
            text.append("k").append(i).append(": 1\n");
        }
        List<Problem> problems = SchemeCompilerTest.refused(text.toString(), Library.EMPTY);
        assertEquals(201, problems.size());
        for (int i = 1; i < problems.size(); i++) {
            int before = problems.get(i - 1).position().line();
            assertTrue(before <= problems.get(i).position().line());
        }
        String last = problems.getLast().message();
        int missing = (int) problems.stream().filter(p -> p.message().contains("needs")).count();
        int more = 500 - (200 - missing);
        assertTrue(last.startsWith("… and " + more + " more from here on"), last);
    }

    @Test
    void aKeyOfAMillionCharactersIsSaidInShort() {
        String text = "scheme: long\n? " + "k".repeat(900_000) + "\n: 1\n";
        List<Problem> problems = SchemeCompilerTest.refused(text, Library.EMPTY);
        assertTrue(problems.stream().allMatch(p -> p.message().length() < 2_100));
    }

    private static List<Problem> problems(String part) throws IOException {
        String example = Files.readString(Path.of("../docs/errors/example.yaml"));
        String text = Parts.whole(part + "\n", example);
        return switch (SchemeCompiler.compile("part.yaml", text, Library.EMPTY)) {
            case Compilation.Compiled _ -> List.of();
            case Compilation.Refused refused -> refused.problems();
        };
    }
}
