package glasshouse.city.page;

import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// The words of one language: `words/en.properties` and its like, in UTF-8. `{0}` in a text stands
/// for the first thing that it is said about. A language is added by a file and a row in
/// [#LANGUAGES].
public final class Words {
    /// Each language with its own name for itself; the first is spoken where none fits.
    public static final Map<String, String> LANGUAGES = languages();

    /// What scripts need begins with this.
    private static final String FOR_SCRIPTS = "js.";

    private final Locale locale;
    private final Map<String, String> texts;

    private static Map<String, String> languages() {
        var languages = new LinkedHashMap<String, String>();
        languages.put("en", "English");
        languages.put("nl", "Nederlands");
        return languages;
    }

    private Words(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /// All languages by their names.
    static Map<String, Words> all() {
        var all = new LinkedHashMap<String, Words>();
        LANGUAGES.keySet().forEach(name -> all.put(name, read(name)));
        return all;
    }

    private static Words read(String language) {
        String file = "/glasshouse/city/words/" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var texts = new TreeMap<String, String>();
            properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            return new Words(Locale.forLanguageTag(language), texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of the language: `en`.
    public String language() {
        return locale.getLanguage();
    }

    /// A text; numbers and dates in it are written as the language does.
    public String say(String key, Object... things) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < things.length; i++) {
            text = text.replace("{" + i + "}", write(things[i]));
        }
        return text;
    }

    private String write(Object thing) {
        return switch (thing) {
            case Number number -> NumberFormat.getInstance(locale).format(number);
            case LocalDate date -> date(date);
            default -> thing.toString();
        };
    }

    /// Hundredths of a point with their sign: `+1.50`, `−0.25`.
    public String signed(long centi) {
        return (centi < 0 ? "−" : "+") + decimal(Math.abs(centi) / 100.0, 2);
    }

    /// A number with so many places.
    public String decimal(double value, int places) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }

    /// A day, in short.
    public String shortDate(LocalDate date) {
        var style = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
        return date.format(style.withLocale(locale));
    }

    /// A day, spelt out.
    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    }

    /// All keys, sorted.
    List<String> keys() {
        return List.copyOf(texts.keySet());
    }

    /// The texts that scripts need, as a JSON object, without their common prefix.
    public String forScripts() {
        return JsonDocument.of(
                json -> {
                    for (var text : texts.entrySet()) {
                        if (text.getKey().startsWith(FOR_SCRIPTS)) {
                            json.text(text.getKey().substring(3), text.getValue());
                        }
                    }
                });
    }
}
