package glasshouse.city.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @Test
    void everyLanguageHasTheSameWordsAboutTheSameThings() {
        var english = Words.all().values().iterator().next();
        for (Words words : Words.all().values()) {
            assertEquals(english.keys(), words.keys(), words.language());
            for (String key : english.keys()) {
                assertEquals(
                        places(english.say(key)),
                        places(words.say(key)),
                        words.language() + " " + key);
            }
        }
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        List<String> said =
                Words.all().values().stream().map(w -> w.say("city.people", 10_000)).toList();
        assertTrue(said.getFirst().contains("10,000"));
        assertTrue(said.getLast().contains("10.000"));
    }
}
