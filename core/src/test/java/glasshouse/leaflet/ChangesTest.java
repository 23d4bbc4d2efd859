package glasshouse.leaflet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.scheme.Scheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ChangesTest {
    @ParameterizedTest
    @MethodSource("glasshouse.leaflet.Shipped#names")
    void nothingChangesFromASchemeToItself(String name) {
        Scheme scheme = Shipped.scheme(name);
        assertEquals(List.of(), Changes.between(scheme, scheme));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "characteristics: {obligations: {signals: {fine.paid-late: {points: -2 per day}}}}"
                        + " | “A fine paid late” now costs 2 points for each day instead of 1.",
                "characteristics: {obligations: {signals: {fine.paid: {points: -1}}}}"
                        + " | “A fine paid in time” now costs 1 point instead of bringing 1 point.",
                "characteristics: {obligations: {fade: half-life 1y}}"
                        + " | “Tax, fines and utilities”. Now: Points lose half their weight every"
                        + " year. Before: Points lose half their weight every 2 years.",
                "characteristics: {obligations: {signals: {fine.paid: null}}}"
                        + " | “Tax, fines and utilities” no longer has the line: A fine paid in"
                        + " time: +1 point.",
                "scale: {initial: 600} | Everybody now begins at 600 instead of 650.",
                "bands: {red: {title: Crimson}} | The band Red is now called Crimson.",
                "signals: {fine.paid-late: {gravity: crime}}"
                        + " | “A fine paid late” is now held to be crime instead of breach.",
                "lists: {blacklist: {notice: 14d}} | “The blacklist”. Now: You are told 2 weeks"
                        + " before, and come on it if it has stayed so until then. Before: You"
                        + " come on it without notice.",
                "services: {bus-seat: null}"
                        + " | “The best seats in the bus” no longer depends on your score.",
                "visibility: [person] | Your score is no longer shown to everybody.",
                "rights: {dispute: 30d} | You may now object to an event, a list or a decision.",
                "enrolment: consent | Now: You are scored only if you agree. Before: From 1"
                        + " January 2020 you are scored whether you agree or not."
            })
    void aChangeIsASentence(String change, String sentence) {
        Scheme before = Shipped.scheme("sesame-2017");
        String unused = change.contains("paid: null") ? "signals: {fine.paid: null}\n" : "";
        List<Change> changes =
                Changes.between(before, Shipped.variant("sesame-2017", change + "\n" + unused));
        assertTrue(
                changes.stream().anyMatch(each -> each.sentence().equals(sentence)),
                changes::toString);
    }

    @Test
    void aNewThresholdIsToldBeforeAndNow() {
        Scheme before = Shipped.scheme("lender");
        Scheme after =
                Shipped.variant(
                        "lender",
                        """
                        services:
                          interest:
                            rules:
                              - {when: {score: {below: 500}}, outcome: refused}
                              - {price: 5.9}
                        """);
        List<String> sentences =
                Changes.between(before, after).stream().map(Change::sentence).toList();
        assertTrue(
                sentences.contains(
                        "“Interest on a loan”, now: If your score is below 500: No. Before: If your"
                                + " score is below 450: No."),
                sentences::toString);
        assertFalse(sentences.stream().anyMatch(each -> each.contains("null")));
    }
}
