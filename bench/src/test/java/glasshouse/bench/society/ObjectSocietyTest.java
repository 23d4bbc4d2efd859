package glasshouse.bench.society;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.society.Society;
import glasshouse.lab.society.Tally;
import glasshouse.lab.society.Tally.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The society of objects and that of columns live alike: same people, luck of their own, a year
/// and a half. Bounds are about four standard errors of what chance does to so few people.
class ObjectSocietyTest {
    private static final int PEOPLE = 16 * 1024;
    private static final int WEEKS = 80;
    private static final int EMPLOYED = 1;
    private static final int MORTGAGE = 2;

    private static Society columns;
    private static ObjectSociety objects;
    private static double objectTies;

    @BeforeAll
    static void live() throws IOException {
        var world = W5.world(Path.of(System.getProperty("glasshouse.home", "..")), PEOPLE);
        columns = new Society(world, 1);
        objects = new ObjectSociety(world);
        int counted = 0;
        for (int week = 0; week < WEEKS; week++) {
            boolean counts = columns.counts(columns.step(week));
            columns.step();
            objects.step();
            if (counts) {
                counted++;
                objectTies += objects.citizens().stream().mapToInt(each -> each.known).sum();
            }
        }
        objectTies /= counted * (double) PEOPLE;
    }

    @AfterAll
    static void end() {
        columns.close();
    }

    @Test
    void scoresAreSpreadAlike() {
        var ours = new int[601];
        var theirs = new int[601];
        for (int person = 0; person < PEOPLE; person++) {
            ours[columns.people().score(person)]++;
            theirs[objects.citizens().get(person).score]++;
        }
        double apart = 0;
        double greatest = 0;
        for (int score = 0; score < ours.length; score++) {
            apart += (ours[score] - theirs[score]) / (double) PEOPLE;
            greatest = Math.max(greatest, Math.abs(apart));
        }
        assertTrue(greatest < 0.022, "Kolmogorov and Smirnov's distance: " + greatest);
    }

    @Test
    void moneyIsSpreadAlike() {
        for (int weeks : List.of(-1, 0, 2, 8, 20)) {
            IntPredicate ours = p -> columns.people().savingsTens(p) * 10 < weeks * income(p);
            IntPredicate theirs = p -> citizen(p).savings < weeks * income(p);
            alike("below " + weeks + " weeks' income", ours, theirs);
        }
        alike("employed", p -> life(p, EMPLOYED), p -> citizen(p).employed);
        alike("with a mortgage", p -> life(p, MORTGAGE), p -> citizen(p).mortgage);
    }

    @Test
    void listsAreAsLong() {
        for (int list = 0; list < 3; list++) {
            int bit = 1 << list;
            alike(
                    "on list " + list,
                    p -> (columns.people().lists(p) & bit) != 0,
                    p -> (citizen(p).lists & bit) != 0);
        }
    }

    @Test
    void theSameIsSaidPaidAndAsked() {
        assertEquals(1, objects.census().late / sum(Count.LATE), 0.03);
        assertEquals(1, objects.census().defaults / sum(Count.DEFAULTS), 0.2);
        double wouldSay = sum(Count.WOULD_CRITICISE);
        assertEquals(1, objects.census().wouldCriticise / wouldSay, 0.02);
        double silenced = objects.census().silenced / (double) objects.census().wouldCriticise;
        assertEquals(sum(Count.SILENCED) / wouldSay, silenced, 0.012);
        double asked = decided(0) + decided(1) + decided(2);
        assertEquals(1, objects.census().asked / asked, 0.01);
        double refused = objects.census().refused / (double) objects.census().asked;
        assertEquals(decided(REFUSED) / asked, refused, 0.01);
        assertEquals(sum(Count.TIES) / sum(Count.PEOPLE), objectTies, 0.03);
    }

    private static final int REFUSED =
            glasshouse.lab.service.Offer.code(glasshouse.scheme.Outcome.REFUSED);

    private static double decided(int outcome) {
        Tally tally = columns.tally();
        return IntStream.range(0, 3)
                .flatMap(
                        group ->
                                IntStream.range(0, columns.offers().all().size())
                                        .map(
                                                offer ->
                                                        (int)
                                                                (tally.decidedOf(
                                                                                group, offer,
                                                                                outcome, true)
                                                                        + tally.decidedOf(
                                                                                group, offer,
                                                                                outcome, false))))
                .sum();
    }

    private static double sum(Count count) {
        return IntStream.range(0, 3).mapToLong(g -> columns.tally().get(g, count)).sum();
    }

    private static Citizen citizen(int person) {
        return objects.citizens().get(person);
    }

    private static double income(int person) {
        return citizen(person).income;
    }

    private static boolean life(int person, int bit) {
        return (columns.people().life(person) & bit) != 0;
    }

    private static void alike(String what, IntPredicate ours, IntPredicate theirs) {
        double one = IntStream.range(0, PEOPLE).filter(ours).count() / (double) PEOPLE;
        double other = IntStream.range(0, PEOPLE).filter(theirs).count() / (double) PEOPLE;
        double error = Math.sqrt(Math.max(one, 1e-3) * 2 / PEOPLE);
        assertEquals(one, other, 4 * error, what);
    }
}
