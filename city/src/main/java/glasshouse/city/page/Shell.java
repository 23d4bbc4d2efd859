package glasshouse.city.page;

import glasshouse.city.http.Asked;
import glasshouse.city.http.Assets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What every page has around it: language, theme, the way to the other pages, the files it loads.
public record Shell(Words words, Theme theme, String path, Assets assets) {
    static final String LANGUAGE = "language";
    static final String THEME = "theme";

    /// The pages that there are, in the order of the way to them: address and key of the name.
    public static final List<Place> PLACES =
            List.of(
                    new Place("/", "city"),
                    new Place("/citizen", "citizen"),
                    new Place("/desk", "desk"),
                    new Place("/studio", "studio"));

    /// A page to go to.
    public record Place(String path, String key) {}

    /// Light or dark, or as the device says.
    public enum Theme {
        AUTO,
        LIGHT,
        DARK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Theme of(String word) {
            for (Theme theme : values()) {
                if (theme.word().equals(word)) {
                    return theme;
                }
            }
            return AUTO;
        }
    }

    /// As the visitor chose before, or their browser asks.
    static Shell of(Asked asked, Map<String, Words> languages, Assets assets) {
        String chosen = asked.cookies().getOrDefault(LANGUAGE, "");
        Words words = languages.get(chosen);
        if (words == null) {
            words = preferred(asked.languages(), languages);
        }
        Theme theme = Theme.of(asked.cookies().getOrDefault(THEME, ""));
        return new Shell(words, theme, asked.path(), assets);
    }

    private static Words preferred(String wanted, Map<String, Words> languages) {
        for (String each : wanted.split(",", 20)) {
            String language = each.replaceFirst("[-;].*", "").strip().toLowerCase(Locale.ROOT);
            Words words = languages.get(language);
            if (words != null) {
                return words;
            }
        }
        return languages.values().iterator().next();
    }

    public String say(String key, Object... things) {
        return words.say(key, things);
    }

    /// Whether the page that is shown belongs to a place.
    public boolean isAt(Place place) {
        return place.path().equals("/")
                ? path.equals("/")
                : path.equals(place.path()) || path.startsWith(place.path() + "/");
    }

    /// The address of a file that the page loads.
    public String asset(String name) {
        return assets.address(name);
    }
}
