package glasshouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.scheme.Scheme;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Claims about the audit that hold for schemes of any shape.
class AuditPropertiesTest {
    private static final List<String> CONTEXTS =
            List.of("credit", "mobility", "housing", "commerce", "utilities");

    /// A scheme by its parts, so that parts can be added and moved about.
    private record Draft(
            List<String> signals, List<String> characteristics, List<String> services) {
        String text() {
            return """
            scheme: drafted
            version: 1
            realm: synthetic
            valid-from: 2026-01-01
            purpose: a trial
            scale: {floor: 0, initial: 500, ceiling: 1000}
            bands: {all: {from: 0, colour: "#b2182b"}}
            rights: {statement: yes, explanation: yes, dispute: 30d, human-review: yes,
                     rectification: yes, erasure: yes, withdrawal: yes, export: yes}
            """
                    + section("signals", signals)
                    + section("characteristics", characteristics)
                    + section("services", services);
        }

        private static String section(String name, List<String> lines) {
            return lines.isEmpty() ? "" : name + ":\n  " + String.join("\n  ", lines) + "\n";
        }

        Scheme scheme() {
            return Schemes.scheme("drafted.yaml", text());
        }

        Draft plus(String signal, String characteristic, String service) {
            return new Draft(
                    plus(signals, signal),
                    plus(characteristics, characteristic),
                    plus(services, service));
        }

        private static List<String> plus(List<String> lines, String line) {
            var more = new ArrayList<>(lines);
            if (!line.isEmpty()) {
                more.add(line);
            }
            return more;
        }

        Draft shuffled(Choices choices) {
            return new Draft(
                    shuffled(signals, choices),
                    shuffled(characteristics, choices),
                    shuffled(services, choices));
        }

        private static List<String> shuffled(List<String> lines, Choices choices) {
            var order = new ArrayList<>(lines);
            for (int i = order.size() - 1; i > 0; i--) {
                Collections.swap(order, i, choices.intBetween(0, i));
            }
            return order;
        }
    }

    /// A scheme in one context: what people do there counts there. Without `harm` its services are
    /// advantages that nobody is refused.
    private static Draft draft(Choices choices, boolean harm) {
        var draft = new Draft(List.of(), List.of(), List.of());
        String context = choices.oneOf(CONTEXTS);
        int count = choices.intBetween(1, 4);
        for (int i = 0; i < count; i++) {
            String points = choices.bool() ? "5" : "-5";
            String gravity = points.equals("5") ? "good" : "breach";
            draft =
                    draft.plus(
                            "s%d: {context: %s, gravity: %s}".formatted(i, context, gravity),
                            ("c%d: {kind: accrual, fade: %s, expires: 2y, floor: -40, signals:"
                                            + " {s%d: {points: %s, limit: 20 points per month}}}")
                                    .formatted(
                                            i,
                                            choices.oneOf(List.of("never", "half-life 90d")),
                                            i,
                                            points),
                            service(choices, i, context, harm));
        }
        return draft;
    }

    private static String service(Choices choices, int index, String context, boolean harm) {
        String other = harm ? context : choices.oneOf(CONTEXTS);
        String kind = harm ? "effect: access" : "effect: offer, advantage-only: true";
        String rules =
                harm
                        ? "{when: {score: {below: 400}}, outcome: refused, reason: R},"
                                + " {terms: more}"
                        : "{when: {score: {at-least: 700}}, terms: more}, {terms: as before}";
        return "x%d: {context: %s, purpose: a trial, %s, rules: [%s]}"
                .formatted(index, other, kind, rules);
    }

    private static Verdict verdict(Draft draft) {
        return Audit.under(Rulebook.shipped(), draft.scheme()).verdict();
    }

    @Test
    void aSchemeWithoutPathsToDetrimentsPasses() {
        Property.check(
                "no detriment, no objection",
                60,
                choices -> assertEquals(Verdict.PASS, verdict(draft(choices, false))));
    }

    @Test
    void aSchemeThatStaysInItsContextDoesNotFail() {
        Property.check(
                "one context, no fail",
                60,
                choices -> {
                    Scheme scheme = draft(choices, true).scheme();
                    assertEquals(List.of(), LiveRealm.objections(scheme));
                });
    }

    @Test
    void oneForbiddenPathMakesItFail() {
        List<String> forbidden =
                List.of(
                        "bad: {context: speech, nature: expression}",
                        "bad: {context: credit, nature: political-opinion}",
                        "bad: {context: health}",
                        "bad: {context: association}",
                        "bad: {context: justice, nature: offence}",
                        "bad: {context: game}");
        Property.check(
                "a forbidden path fails",
                60,
                choices -> {
                    Draft passing = draft(choices, true);
                    String signal = choices.oneOf(forbidden);
                    Draft failing =
                            passing.plus(
                                    signal,
                                    "bad: {kind: accrual, expires: 1y, signals: {bad: {points: -1,"
                                            + " limit: 1 point per year}}}",
                                    "");
                    assertTrue(verdict(passing) != Verdict.FAIL);
                    assertEquals(Verdict.FAIL, verdict(failing), failing::text);
                });
    }

    @Test
    void theOrderOfTheFileDoesNotMatter() {
        Property.check(
                "order-free",
                60,
                choices -> {
                    Draft draft = draft(choices, true);
                    assertEquals(found(draft), found(draft.shuffled(choices)), draft::text);
                });
    }

    /// Rules, variants and verdicts; where services share a finding, the first of them names it.
    private static Set<String> found(Draft draft) {
        Set<String> found = new TreeSet<>();
        for (Finding finding : Audit.of(draft.scheme())) {
            var paths = new TreeSet<String>();
            finding.paths().forEach(path -> paths.add(path.toString()));
            found.add(finding.rule() + finding.variant() + finding.verdict() + paths);
        }
        return found;
    }
}
