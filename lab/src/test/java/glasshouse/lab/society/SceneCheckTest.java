package glasshouse.lab.society;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.lab.Schemes;
import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.compact.Reporting;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.service.Offer;
import glasshouse.lab.society.SceneCheck.Closed;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Scheme;
import glasshouse.service.Check;
import glasshouse.service.Standing;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A scene's conditions say of everybody what the scheme's own rules say.
class SceneCheckTest {
    static Stream<String> schemes() {
        return Schemes.names().stream();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void saysWhatTheRulesOfTheSchemeSay(String name) {
        Scheme scheme = Schemes.shipped(name);
        var accounts = CompactAccounts.of(scheme, Reporting.shipped(), 7, 1);
        List<Condition> conditions =
                scheme.lists().stream()
                        .flatMap((Listing list) -> Stream.of(list.enter(), list.exit()))
                        .flatMap(each -> Stream.of(each, new Condition.Not(each)))
                        .toList();
        for (Condition condition : conditions) {
            Property.check(name, 20, choices -> holdsAlike(scheme, accounts, condition, choices));
        }
    }

    private static void holdsAlike(
            Scheme scheme, CompactAccounts accounts, Condition condition, Choices choices) {
        int scores = Offer.scores(scheme.scale());
        var closed = new Closed(new int[Scene.SIZE], new int[Scene.SIZE], accounts.partials());
        for (int i = 0; i < Scene.SIZE; i++) {
            closed.scores()[i] = choices.intBetween(0, scores - 1);
            closed.lists()[i] = choices.intBetween(0, (1 << scheme.lists().size()) - 1);
            for (int[] row : closed.partials()) {
                row[i] = choices.intBetween(-400, 400) * 16;
            }
        }
        var holds = new int[Scene.SIZE];
        SceneCheck.of(scheme, accounts, condition).hold(closed, Scene.SIZE, holds);
        Check rules = Check.of(scheme, condition);
        for (int i = 0; i < Scene.SIZE; i++) {
            Standing standing = standing(scheme, accounts, closed, i);
            assertEquals(rules.holds(standing), holds[i] == 1, condition.toString());
        }
    }

    private static Standing standing(
            Scheme scheme, CompactAccounts accounts, Closed closed, int place) {
        var standing = new Standing();
        standing.scoreMicro = Offer.micro(scheme.scale(), closed.scores()[place]);
        standing.band = Offer.band(scheme, standing.scoreMicro);
        standing.lists = closed.lists()[place];
        standing.partials = new long[closed.partials().length];
        for (int row = 0; row < standing.partials.length; row++) {
            standing.partials[row] = accounts.micro(closed.partials()[row][place]);
        }
        return standing;
    }
}
