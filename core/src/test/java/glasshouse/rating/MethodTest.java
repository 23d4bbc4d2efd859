package glasshouse.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// One rule each: new members, oneself, repetition, both directions, bursts, rings.
final class MethodTest {
    private static final Range STARS = new Range(1_000_000, 5_000_000);
    private static final Prior FAIR = new Prior(STARS.scaled(4_200_000), 20 * Fixed.ONE);
    private static final int LATER = 1000;

    /// Everyone of a crowd: no trusted, no prior unless it needs one.
    private static final List<Method> ALL =
            List.of(
                    new Mean(),
                    new Bayes(FAIR),
                    new Fading(Prior.NONE, 300),
                    new Standing(FAIR, 0, 1),
                    new FairnessGoodness(),
                    new Rev2(FAIR),
                    new EigenTrust(List.of()));

    private static Ratings.Builder ratings(int people) {
        return new Ratings.Builder(people);
    }

    private static long stars(int stars) {
        return STARS.scaled(stars * 1_000_000L);
    }

    private static double inStars(long scaled) {
        return STARS.micro(scaled) / 1e6;
    }

    @Test
    void starsSurviveTheWayThereAndBack() {
        for (long micro = 1_000_000; micro <= 5_000_000; micro += 12_345) {
            assertEquals(micro, STARS.micro(STARS.scaled(micro)));
        }
        assertEquals(Fixed.ONE, STARS.scaled(9_000_000));
        assertEquals(-Fixed.ONE, STARS.scaled(-9_000_000));
    }

    @Test
    void aNewMemberStandsWhereThePriorStands() {
        Ratings none = ratings(2).build();
        assertEquals(4.2, inStars(new Bayes(FAIR).of(none, LATER).goodness(0)), 1e-6);
        assertEquals(4.2, inStars(new Standing(FAIR, 0, 1).of(none, LATER).goodness(0)), 1e-6);
        assertEquals(4.2, inStars(new Rev2(FAIR).of(none, LATER).goodness(0)), 1e-6);
        assertEquals(4.2, inStars(new Fading(FAIR, 9).of(none, LATER).goodness(0)), 1e-6);
        for (Method method :
                List.of(
                        new Mean(),
                        new Bayes(Prior.NONE),
                        new Fading(Prior.NONE, 9),
                        new Standing(Prior.NONE, 0, 1),
                        new FairnessGoodness(),
                        new Rev2(Prior.NONE),
                        new EigenTrust(List.of(1)))) {
            assertEquals(Fixed.NONE, method.of(none, LATER).goodness(0), method.toString());
        }
    }

    @Test
    void nobodyRatesThemselves() {
        assertThrows(IllegalArgumentException.class, () -> ratings(2).add(1, 1, 0, 0));
    }

    @Test
    void whatIsNotYetPastDoesNotCount() {
        for (Method method : ALL) {
            Ratings early = ratings(3).add(0, 1, stars(5), 8).build();
            Ratings late = ratings(3).add(0, 1, stars(5), 8).add(2, 1, stars(1), 9).build();
            assertEquals(
                    method.of(early, 9).goodness(1),
                    method.of(late, 9).goodness(1),
                    method.toString());
        }
    }

    @Test
    void aRepeatedPairIsOneVoiceWhereRatersAreWeighed() {
        Ratings once = ratings(3).add(0, 2, stars(5), 1).add(1, 2, stars(1), 1).build();
        var often = ratings(3).add(1, 2, stars(1), 1);
        for (int i = 0; i < 50; i++) {
            often.add(0, 2, stars(5), 1);
        }
        for (Method method :
                List.of(new FairnessGoodness(), new Rev2(FAIR), new EigenTrust(List.of()))) {
            assertEquals(
                    method.of(once, LATER).goodness(2),
                    method.of(often.build(), LATER).goodness(2),
                    method.toString());
        }
        for (Method method : List.of(new Mean(), new Bayes(FAIR), new Standing(FAIR, 0, 1))) {
            assertTrue(
                    method.of(often.build(), LATER).goodness(2)
                            > method.of(once, LATER).goodness(2),
                    method.toString());
        }
    }

    @Test
    void theTwoDirectionsOfAPairAreTwoOpinions() {
        Ratings both = ratings(2).add(0, 1, stars(5), 1).add(1, 0, stars(1), 1).build();
        for (Method method : ALL) {
            Reputations found = method.of(both, LATER);
            assertTrue(found.goodness(1) > found.goodness(0), method.toString());
        }
    }

    @Test
    void aBurstIsWeighedByTheStandingBeforeIt() {
        // 1 praises 0 on the very day on which ten others ruin 1: 1 counts as before that day.
        var builder = ratings(12).add(1, 0, stars(5), 7);
        for (int rater = 2; rater < 12; rater++) {
            builder.add(rater, 1, stars(1), 7);
        }
        var method = new Standing(FAIR, 0, 7);
        Ratings alone = ratings(12).add(1, 0, stars(5), 7).build();
        assertEquals(method.of(alone, 14).goodness(0), method.of(builder.build(), 14).goodness(0));
        // A week later 1 counts for less.
        Ratings later = builder.add(1, 0, stars(5), 14).build();
        Ratings twice = ratings(12).add(1, 0, stars(5), 7).add(1, 0, stars(5), 14).build();
        assertTrue(method.of(later, 21).goodness(0) < method.of(twice, 21).goodness(0));
    }

    @Test
    void whoStandsLowestHasNoSay() {
        var method = new Standing(Prior.NONE, 0, 1);
        Ratings ratings =
                ratings(4)
                        .add(0, 1, stars(1), 1)
                        .add(1, 2, stars(5), 2)
                        .add(3, 2, stars(3), 2)
                        .build();
        assertEquals(3, inStars(method.of(ratings, LATER).goodness(2)), 1e-6);
    }

    @Test
    void theExampleOfThePaperConverges() {
        // Three fair raters agree; one rates against them and is believed less.
        var builder = ratings(8);
        for (int rater = 0; rater < 3; rater++) {
            for (int rated = 4; rated < 8; rated++) {
                builder.add(rater, rated, rated < 6 ? Fixed.ONE : -Fixed.ONE, 0);
            }
        }
        for (int rated = 4; rated < 8; rated++) {
            builder.add(3, rated, rated < 6 ? -Fixed.ONE : Fixed.ONE, 0);
        }
        Reputations found = new FairnessGoodness().of(builder.build(), LATER);
        assertTrue(found.fairness(0) > found.fairness(3));
        assertTrue(found.goodness(4) > 0 && found.goodness(6) < 0);
        assertTrue(found.rounds() <= FairnessGoodness.ROUNDS);
    }

    /// What a ring of newcomers who praise one member brings that member, in stars, where others
    /// find it bad. EigenTrust is read with a trusted member who is no part of the ring.
    private static double gain(Method method, int ring) {
        var honest = ratings(40 + ring);
        for (int rater = 1; rater < 20; rater++) {
            honest.add(rater, 0, stars(1 + rater % 2), 10);
            for (int rated = 20; rated < 40; rated++) {
                honest.add(rater, rated, stars(3 + (rater + rated) % 3), 10);
                honest.add(rated, rater, stars(3 + (rater * rated) % 3), 12);
            }
        }
        long before = method.of(honest.build(), LATER).goodness(0);
        for (int member = 40; member < 40 + ring; member++) {
            honest.add(member, 0, stars(5), 30);
            for (int other = 40; other < 40 + ring; other++) {
                if (other != member) {
                    honest.add(member, other, stars(5), 20);
                }
            }
        }
        long after = method.of(honest.build(), LATER).goodness(0);
        return inStars(after) - inStars(before);
    }

    @Test
    void aRingsGainDependsOnTheMethod() {
        double mean = gain(new Mean(), 19);
        double bayes = gain(new Bayes(FAIR), 19);
        double standing = gain(new Standing(FAIR, 0, 1), 19);
        double rev2 = gain(new Rev2(FAIR), 19);
        assertTrue(mean > 1.7, "a mean is bought: " + mean);
        assertTrue(gain(new FairnessGoodness(), 19) < mean);
        assertTrue(bayes < mean && standing < bayes && rev2 < standing);
        assertEquals(0, gain(new EigenTrust(List.of(5)), 19), 0, "nobody trusted passes on");
    }

    /// docs/ratings.md prints what [#gain] comes to.
    @Test
    void theGuidePrintsTheGainOfARing() throws java.io.IOException {
        String guide = java.nio.file.Files.readString(java.nio.file.Path.of("../docs/ratings.md"));
        var rows = new java.util.LinkedHashMap<String, Method>();
        rows.put("`mean`", new Mean());
        rows.put("`fading`, half-life 300 days", new Fading(Prior.NONE, 300));
        rows.put("`bayes`", new Bayes(FAIR));
        rows.put("`standing`", new Standing(FAIR, 0, 1));
        rows.put("`fairness-goodness`", new FairnessGoodness());
        rows.put("`rev2`", new Rev2(FAIR));
        rows.put("`eigentrust`, nobody trusted beforehand", new EigenTrust(List.of()));
        rows.put("`eigentrust`, one honest member trusted", new EigenTrust(List.of(5)));
        rows.forEach(
                (name, method) -> {
                    String row =
                            String.format(
                                    java.util.Locale.ROOT,
                                    "| %s | %.2f | %.2f | %.2f |",
                                    name,
                                    gain(method, 5),
                                    gain(method, 19),
                                    gain(method, 60));
                    assertTrue(guide.contains(row), row);
                });
    }

    @Test
    void moreThanTheSumsHoldIsRefused() {
        assertThrows(
                ArithmeticException.class,
                () -> Fixed.weightedMean(0, (Fixed.ONE << 22) + Fixed.ONE));
    }
}
