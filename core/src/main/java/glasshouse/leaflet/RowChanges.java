package glasshouse.leaflet;

import glasshouse.leaflet.Leaflet.Row;
import glasshouse.leaflet.Leaflet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What is different between two sections of leaflets, told line by line.
final class RowChanges {
    private final String about;
    private final String verb;
    private final BiConsumer<String, String> say;

    /// `verb` is said of a section that comes or goes: `counts`.
    RowChanges(String about, String verb, BiConsumer<String, String> say) {
        this.about = about;
        this.verb = verb;
        this.say = say;
    }

    void tell(@Nullable Section before, @Nullable Section after) {
        if (before == null && after != null) {
            String lines = String.join("; ", after.rows().stream().map(RowChanges::line).toList());
            say(Phrases.quoted(after.title()) + " is new and " + verb + ": " + lines + ".");
        } else if (before != null && after == null) {
            say(Phrases.quoted(before.title()) + " no longer " + verb + ".");
        } else if (before != null && after != null) {
            differences(before, after);
        }
    }

    private void differences(Section before, Section after) {
        String title = Phrases.quoted(after.title());
        if (!before.title().equals(after.title())) {
            say(Phrases.quoted(before.title()) + " is now called " + title + ".");
        }
        List<String> gone = without(before.sentences(), after.sentences());
        List<String> come = without(after.sentences(), before.sentences());
        sentences(title, gone, come);
        if (before.rows().size() == after.rows().size()) {
            for (int i = 0; i < before.rows().size(); i++) {
                row(title, before.rows().get(i), after.rows().get(i));
            }
            return;
        }
        var left = new ArrayList<>(before.rows());
        for (Row row : after.rows()) {
            Optional<Row> old =
                    left.stream().filter(each -> each.what().equals(row.what())).findFirst();
            if (old.isPresent()) {
                left.remove(old.get());
                row(title, old.get(), row);
            } else {
                say(title + " has a new line: " + line(row) + ".");
            }
        }
        left.forEach(row -> say(title + " no longer has the line: " + line(row) + "."));
    }

    private void row(String title, Row before, Row after) {
        if (before.equals(after)) {
            return;
        }
        if (!before.what().equals(after.what())) {
            say(title + ", now: " + line(after) + ". Before: " + line(before) + ".");
            return;
        }
        if (!before.effect().equals(after.effect())) {
            say(
                    "%s, %s: now %s instead of %s."
                            .formatted(
                                    title, lower(after.what()), after.effect(), before.effect()));
        }
        List<String> gone = without(before.notes(), after.notes());
        List<String> come = without(after.notes(), before.notes());
        sentences(title + ", " + lower(after.what()), gone, come);
    }

    private void sentences(String subject, List<String> gone, List<String> come) {
        if (!come.isEmpty()) {
            String was = gone.isEmpty() ? "" : " Before: " + String.join(" ", gone);
            say(subject + ". Now: " + String.join(" ", come) + was);
        } else if (!gone.isEmpty()) {
            say(subject + ". No longer: " + String.join(" ", gone));
        }
    }

    private static String line(Row row) {
        return row.effect().isEmpty() ? row.what() : row.what() + ": " + row.effect();
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static <T> List<T> without(List<T> all, List<T> taken) {
        var left = new ArrayList<>(all);
        taken.forEach(left::remove);
        return left;
    }

    private void say(String sentence) {
        say.accept(about, sentence);
    }
}
