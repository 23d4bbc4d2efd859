package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.report.Block;
import glasshouse.lab.report.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The findings of a report, to be held to its tables: each must have a form that a test knows, and
/// whose numbers it looks up itself.
final class Sentences {
    private final List<String> left = new ArrayList<>();

    private Sentences() {}

    static Sentences of(List<Section> sections) {
        var told = new Sentences();
        for (Section section : sections) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Findings(List<String> sentences)) {
                    told.left.addAll(sentences);
                }
            }
        }
        return told;
    }

    /// Hands over the parts of every sentence of a form, of which there are so many or more.
    void each(String form, int least, Consumer<MatchResult> check) {
        Pattern pattern = Pattern.compile(form);
        int met = 0;
        for (String sentence : List.copyOf(left)) {
            Matcher matcher = pattern.matcher(sentence);
            if (matcher.matches()) {
                check.accept(matcher.toMatchResult());
                left.remove(sentence);
                met++;
            }
        }
        int found = met;
        assertTrue(
                met >= least, () -> found + " sentences of the form " + form + "; left: " + left);
    }

    /// Every sentence had a form.
    void allKnown() {
        assertEquals(List.of(), left);
    }

    /// Whether a list such as `a, b and c` has a word; no list has none.
    static boolean names(@Nullable String list, String word) {
        return list != null && Arrays.asList(list.split(", | and ")).contains(word);
    }
}
