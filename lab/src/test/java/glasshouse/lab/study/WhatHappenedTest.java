package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.report.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

/// The first sentences of a society's report, of the shipped experiment `reported-2017` in a
/// smaller city: what they say is what was measured.
class WhatHappenedTest {
    @Test
    void sentencesAreTheMeasures() throws IOException, InterruptedException {
        Results results =
                Shipped.run("reported-2017", Map.of(Setting.PEOPLE, 3_000L, Setting.STEPS, 60L), 2);
        Sentences told =
                Sentences.of(
                        SocietyReport.sections(results).stream()
                                .filter(section -> section.heading().equals("What happened"))
                                .toList());
        told.each(
                "(.+): at the end (.+ %) of the people are scored, (\\S+) on average; a tenth of"
                        + " them are below (\\S+)\\.",
                3,
                said -> {
                    String arm = said.group(1);
                    assertEquals(percent(results, "acceptance.members", arm), said.group(2));
                    assertEquals(points(results, "score.mean", arm), said.group(3));
                    assertEquals(points(results, "score.p10", arm), said.group(4));
                });
        told.each(
                "(.+): of the criticism that people would have voiced, (.+ %) was not voiced in"
                        + " the last year; of those who are scored, (.+ %) come off better than"
                        + " worse by their own reckoning\\.",
                3,
                said -> {
                    String arm = said.group(1);
                    assertEquals(percent(results, "speech.silenced", arm), said.group(2));
                    assertEquals(percent(results, "acceptance.prefer", arm), said.group(3));
                });
        told.each(
                "(.+): the group (\\S+) stands (\\S+) points below the group (\\S+), and (.+ %) of"
                        + " it are on a blacklist against (.+ %)\\. Groups differ in income and"
                        + " neighbourhood only\\.",
                3, said -> gap(results, said));
        told.each(
                "(.+): without a score (.+ %) of criticism goes unvoiced all the same\\.",
                1,
                said ->
                        assertEquals(
                                percent(results, "speech.silenced", said.group(1)), said.group(2)));
        told.allKnown();
    }

    private static void gap(Results results, MatchResult said) {
        String arm = said.group(1);
        String low = said.group(2);
        String high = said.group(4);
        double least = value(results, "score.mean", arm, low);
        double greatest = value(results, "score.mean", arm, high);
        assertEquals(Figures.number(greatest - least, 1), said.group(3));
        assertEquals(Figures.percent(value(results, "lists.share", arm, low)), said.group(5));
        assertEquals(Figures.percent(value(results, "lists.share", arm, high)), said.group(6));
        for (String group : List.of("hill", "river", "newtown")) {
            double mean = value(results, "score.mean", arm, group);
            assertTrue(least <= mean && mean <= greatest, group);
        }
    }

    private static double value(Results results, String name, String arm, String group) {
        return results.measure(name, arm, Optional.of(group)).map(Measure::value).orElseThrow();
    }

    private static double value(Results results, String name, String arm) {
        return results.measure(name, arm, Optional.empty()).map(Measure::value).orElseThrow();
    }

    private static String percent(Results results, String name, String arm) {
        return Figures.percent(value(results, name, arm));
    }

    private static String points(Results results, String name, String arm) {
        return Figures.number(value(results, name, arm), 1);
    }
}
