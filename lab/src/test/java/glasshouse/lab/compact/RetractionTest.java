package glasshouse.lab.compact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.Schemes;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was sold is taken back from an account exactly: it is the account that never saw it, at
/// once and for ever after. `CompactAccountsTest` holds that one to the core's account.
class RetractionTest {
    private static final int PEOPLE = 40;

    @ParameterizedTest
    @ValueSource(strings = {"sesame-2017", "rongcheng-2021", "shop", "mobility-club"})
    void anAccountIsAsIfNothingHadBeenSold(String name) {
        var scheme = Schemes.shipped(name);
        var told = CompactAccounts.of(scheme, Reporting.shipped(), 7, PEOPLE);
        var beside = CompactAccounts.of(scheme, Reporting.shipped(), 7, PEOPLE);
        var never = CompactAccounts.of(scheme, Reporting.shipped(), 7, PEOPLE);
        int[][] partials = told.partials();
        int[][] expected = never.partials();
        Scratch scratch = told.scratch();
        boolean differed = false;
        for (int index = 0; index < 120; index++) {
            Step step = Step.of(index, 7, LocalDate.of(2020, 1, 6));
            boolean sold = index < 70;
            if (index == 70) {
                for (int person = 0; person < PEOPLE; person++) {
                    told.take(person, beside);
                }
            }
            told.close(scene(step, sold), step, scratch, partials);
            Scene seen = scene(step, sold);
            seen.hideSold(true);
            beside.close(seen, step, scratch, beside.partials());
            never.close(scene(step, false), step, scratch, expected);
            differed |= sold && !Arrays.deepEquals(partials, expected);
            if (!sold) {
                assertArrayEquals(expected, partials, name + ", step " + index);
            }
        }
        boolean hearsOfIt =
                scheme.signals().stream()
                        .flatMap(s -> Reporting.shipped().of(s.name()).stream())
                        .anyMatch(reported -> reported.deed().sold());
        if (hearsOfIt) {
            assertTrue(differed, name + " was told of it");
        } else {
            assertFalse(differed, name);
        }
    }

    private static Scene scene(Step step, boolean sold) {
        var scene = new Scene();
        scene.open(0, PEOPLE);
        for (Deed deed : Deed.values()) {
            if (sold || !deed.sold()) {
                short[] amounts = scene.write(deed);
                long stream = Luck.stream(3, step.index(), Purpose.CONDUCT, deed.column());
                for (int i = 0; i < PEOPLE; i++) {
                    long draw = Luck.at(stream, i);
                    if (Luck.uniform(draw, 0) < 0.2f) {
                        int most = deed.counted() ? 4 : deed.most();
                        amounts[i] = (short) (1 + (int) (Luck.uniform(draw, 1) * most));
                    }
                }
            }
        }
        return scene;
    }
}
