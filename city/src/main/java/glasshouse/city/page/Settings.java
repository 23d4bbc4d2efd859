package glasshouse.city.page;

import glasshouse.city.http.Answer;
import glasshouse.city.http.Asked;
import glasshouse.city.http.Refused;
import glasshouse.city.http.Route;
import java.util.List;

/// Language and theme, kept in two cookies that say nothing else.
final class Settings {
    private static final String YEAR = "; Path=/; Max-Age=31536000; SameSite=Strict";

    private Settings() {}

    static List<Route> routes() {
        return List.of(Route.post("/settings", Settings::keep));
    }

    private static Answer keep(Asked asked) throws Refused {
        String back = asked.word("back");
        boolean ours = back.startsWith("/") && !back.startsWith("//");
        Answer answer = Answer.seeOther(ours ? back : "/");
        String language = asked.word(Shell.LANGUAGE);
        if (Words.LANGUAGES.containsKey(language)) {
            return answer.with("Set-Cookie", Shell.LANGUAGE + "=" + language + YEAR);
        }
        Shell.Theme theme = Shell.Theme.of(asked.word(Shell.THEME));
        return answer.with("Set-Cookie", Shell.THEME + "=" + theme.word() + YEAR);
    }
}
