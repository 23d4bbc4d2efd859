package glasshouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One change to a small lender, one more finding: what each rule sees, and that it sees no more.
class FindingsTest {
    private static final String CLEAN =
            """
            scheme: lender
            version: 1
            realm: synthetic
            valid-from: 2026-01-01
            purpose: lending
            rights: {statement: yes, explanation: yes, dispute: yes, rectification: yes,
              erasure: yes, withdrawal: yes, export: yes, human-review: yes}
            scale: {floor: 300, initial: 600, ceiling: 850}
            bands:
              low: {from: 300, colour: "#b2182b"}
              high: {from: 590, colour: "#1a9850"}
            signals:
              paid: {context: credit, nature: payment, gravity: good}
              late: {context: credit, nature: payment, gravity: breach}
              fraud: {context: credit, nature: payment, gravity: offence}
              course: {context: credit, gravity: good}
            characteristics:
              payments:
                kind: accrual
                expires: 2y
                floor: -250
                ceiling: 250
                signals:
                  paid: {points: 1, limit: 10 per year}
                  late: {points: -3}
                  fraud: {points: -5, expires: 3y}
                  course: {points: 1, limit: 5 per year}
            services:
              advice:
                context: credit
                purpose: advice
                effect: offer
                advantage-only: true
                rules: [{when: {band: [high]}, terms: An hour.}, {terms: An hour.}]
            """;

    /// Rule and variant of whatever does not pass.
    private static Set<String> open(String scheme) {
        return Audit.of(Schemes.scheme("s.yaml", scheme)).stream()
                .filter(each -> each.verdict() != Verdict.PASS)
                .map(each -> each.rule() + " " + each.variant())
                .collect(Collectors.toSet());
    }

    private static String service(String rest) {
        return CLEAN.replace(
                CLEAN.substring(CLEAN.indexOf("services:")), "services:\n  it:\n" + rest.indent(4));
    }

    private static String loan() {
        return service(
                """
                context: credit
                purpose: loans
                effect: access
                significant: true
                decided-by: human
                rules:
                  - when: {score: {below: 400}}
                    outcome: refused
                    reason: {code: LOW, text: Too few points.}
                  - {}
                """);
    }

    @Test
    void theSmallLenderIsClean() {
        assertEquals(Set.of(), open(CLEAN));
    }

    @Test
    void aHumanWhoFollowsTheScoreIsAskedAbout() {
        assertTrue(open(loan()).contains("automated drawn-on"));
        assertTrue(!open(loan()).contains("automated no-human"));
    }

    @ParameterizedTest(name = "{2}: {0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "decided-by: human | decided-by: algorithm | automated on-request",
                "significant: true | significant: false | significance claimed-light",
                "expires: 2y | '' | no-fading never",
                "floor: -250 | floor: -260 | ",
                "'    floor: -250\n' | '' | unbounded open",
                "late: {points: -3} | late: {points: -260} | cliff refused",
                "gravity: breach | gravity: neutral | disproportion closes-near",
                "fraud: {points: -5, expires: 3y} | fraud: {points: -5} | disproportion remembered",
                "late: {points: -3} | late: {points: -9} | disproportion as-an-offence",
                "late: {points: -3} | late: {points: 3} | incentive harm-pays",
                "paid: {points: 1, limit: 10 per year} | paid: {points: -1} | incentive good-costs",
                "initial: 600 | initial: 350 | newcomer refused",
                "nature: payment, gravity: breach | nature: public-register, gravity: breach"
                        + " | register-kept long",
                "high: {from: 590 | high: {from: 849 | ",
            })
    void aChangeBringsItsFinding(String from, String to, String finding) {
        String before = loan();
        String changed = before.replace(from, to == null ? "" : to);
        if (changed.equals(before)) {
            throw new AssertionError("nothing is changed by " + from);
        }
        var found = open(changed);
        if (finding != null) {
            assertTrue(found.contains(finding), finding + " is not in " + found);
        } else {
            assertEquals(open(before), found);
        }
    }

    @Test
    void aPathNamesListsInTheOrderInWhichTheyAreEntered() {
        String chained =
                service(
                                """
                                context: education
                                purpose: schooling
                                effect: access
                                rules: [{when: {list: second}, outcome: refused}, {}]
                                """)
                        + """
                        lists:
                          first:
                            kind: blacklist
                            enter: {characteristic: {payments: {below: -9}}}
                            exit: {characteristic: {payments: {at-least: 0}}}
                          second:
                            kind: blacklist
                            enter: {list: first}
                            exit: {not: {list: first}}
                        """;
        List<String> paths =
                Audit.of(Schemes.scheme("s.yaml", chained)).stream()
                        .filter(each -> each.rule().equals("unrelated-context"))
                        .map(Finding::path)
                        .toList();
        assertEquals(List.of("course → payments → list first → list second → it"), paths);
    }

    @Test
    void aBandThatNobodyReachesIsDead() {
        String far =
                CLEAN.replace("ceiling: 850", "ceiling: 2000")
                        .replace(
                                "colour: \"#1a9850\"}",
                                "colour: \"#1a9850\"}\n  top: {from: 900, colour: \"#000000\"}");
        assertEquals(Set.of("dead band"), open(far));
    }

    @Test
    void pointsThatCostLittleAreNamedByTheHourAndByTheEuro() {
        String cheap =
                loan().replace("high: {from: 590", "high: {from: 604")
                        .replace(
                                "course: {context: credit, gravity: good}",
                                "course: {context: credit, gravity: good,"
                                        + " effort: {hours: 2, euros: 5, perWeek: 1}}");
        Finding finding =
                Audit.of(Schemes.scheme("s.yaml", cheap)).stream()
                        .filter(each -> each.rule().equals("gaming"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "A band higher costs 8 hours and 20 euros within a year: course; the cheapest"
                        + " points are course at 0.5 points an hour and at 0.2 points a euro",
                finding.sentence());
    }

    /// What says that it is an advantage only, elsewhere: believed, or not, or in doubt.
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Kept for those who stand high: a privilege.
                "offer | [{when: {score: {at-least: 700}}}, {outcome: refused}] | ",
                "price | [{when: {score: {at-least: 700}}, price: 5}, {price: 7}] | ",
                // What newcomers have is refused to, or dearer for, those who stand low.
                "offer | [{when: {score: {below: 500}}, outcome: refused}, {}] | refuses some what",
                "access | [{when: {score: {below: 500}}, outcome: refused}, {}] | refuses some or",
                "access | [{when: {score: {below: 500}}, outcome: review}, {}] | refuses some or",
                "price | [{when: {score: {below: 500}}, price: 9}, {price: 7}]"
                        + " | prices those below",
                "price | [{price: [[300, 9], [600, 7], [850, 5]]}] | prices those below",
                // By a part of the score, or a list that hangs on one.
                "offer | [{when: {characteristic: {payments: {below: -50}}}, outcome: refused}, {}]"
                        + " | refuses some what",
                "price | [{when: {characteristic: {payments: {below: -50}}}, price: 9}, {price: 7}]"
                        + " | prices some, by a list",
                "price | [{when: {list: bad}, price: 9}, {price: 7}] | prices some, by a list",
                "price | [{when: {list: good}, price: 5}, {price: 7}] | ",
                "price | [{when: {characteristic: {payments: {at-least: 50}}}, price: 5},"
                        + " {price: 7}] | ",
            })
    void anAdvantageIsBelievedOnlyWhereNobodyIsWorseOff(
            String effect, String rules, String contradiction) {
        String text =
                service(
                                """
                                context: travel
                                purpose: journeys
                                effect: %s
                                advantage-only: true
                                unit: euros
                                rules: %s
                                """
                                        .formatted(effect, rules))
                        + """
                        lists:
                          bad:
                            kind: blacklist
                            notice: 30d
                            expires: 1y
                            review: 90d
                            enter: {characteristic: {payments: {below: -50}}}
                          good: {kind: redlist, enter: {characteristic: {payments: {at-least: 50}}}}
                        """;
        List<Finding> findings =
                Audit.of(Schemes.scheme("s.yaml", text)).stream()
                        .filter(each -> each.verdict() != Verdict.PASS)
                        .filter(
                                each ->
                                        Set.of("advantage-claim", "unrelated-context")
                                                .contains(each.rule()))
                        .toList();
        if (contradiction == null) {
            assertEquals(List.of(), findings);
        } else {
            assertEquals(
                    List.of("unrelated-context unrelated", "advantage-claim contradicted"),
                    findings.stream().map(each -> each.rule() + " " + each.variant()).toList());
            assertTrue(
                    findings.getLast().sentence().contains(contradiction),
                    findings.getLast().sentence());
        }
    }

    @Test
    void aRefusalOfWeightIsNoOffer() {
        String text =
                service(
                        """
                        context: credit
                        purpose: loans
                        effect: offer
                        advantage-only: true
                        significant: true
                        rules: [{when: {score: {at-least: 700}}}, {outcome: refused}]
                        """);
        assertTrue(open(text).contains("advantage-claim contradicted"));
        assertTrue(open(text).contains("automated on-request"));
    }

    @Test
    void otherTermsForThoseWhoStandLowAreAskedAbout() {
        String text =
                service(
                        """
                        context: travel
                        purpose: journeys
                        effect: offer
                        advantage-only: true
                        rules:
                          - {when: {score: {below: 500}}, terms: A deposit of 500.}
                          - {terms: None.}
                        """);
        assertEquals(Set.of("unrelated-context doubtful"), open(text));
    }
}
