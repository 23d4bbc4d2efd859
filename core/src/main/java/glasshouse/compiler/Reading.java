package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problems;
import glasshouse.scheme.Reason;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What the readers of one scheme share: its problems, the places of its parts, the names it has.
final class Reading {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    final Problems problems;
    final Map<String, Position> positions = new HashMap<>();
    final Map<String, String> reasons = new HashMap<>();

    /// Whether the signals could be read: if not, no use of one is said to be wrong.
    boolean knowsSignals = true;

    Reading(Problems problems) {
        this.problems = problems;
    }

    void report(Code code, Position place, String message) {
        problems.add(code.id(), place, message);
    }

    /// Notes where a part is written, and that its name is one.
    void place(String path, String name, Fields fields) {
        positions.put(path, fields.position());
        name(name, fields.position());
    }

    void name(String name, Position place) {
        if (!NAME.matcher(name).matches()) {
            report(
                    Code.BAD_NAME,
                    place,
                    "the name "
                            + name
                            + " is none; a name has 1 to 64 of a-z 0-9 . - and begins with a"
                            + " letter or digit");
        }
    }

    /// One of an enum's words, written small with hyphens.
    <E extends Enum<E>> E word(Fields fields, String key, E[] all, E otherwise) {
        Node.Text text = fields.text(key);
        return text == null ? otherwise : word(text, key, all, otherwise);
    }

    <E extends Enum<E>> E word(Node.Text text, String key, E[] all, E otherwise) {
        for (E each : all) {
            if (written(each).equals(text.value())) {
                return each;
            }
        }
        var allowed = java.util.Arrays.stream(all).map(Reading::written).toList();
        String hint = Nearest.hint(text.value(), allowed);
        report(
                Code.UNKNOWN_WORD,
                text.position(),
                key + " cannot be " + text.value() + "; " + hint);
        return otherwise;
    }

    /// A name that must be among those declared.
    boolean known(Node.Text text, String kind, Code code, Collection<String> declared) {
        if (declared.contains(text.value())) {
            return true;
        }
        if (code == Code.UNKNOWN_SIGNAL && !knowsSignals) {
            return false;
        }
        String hint = Nearest.hint(text.value(), declared);
        String or =
                switch (code) {
                    case UNKNOWN_CONTEXT -> "; or add it under contexts";
                    case UNKNOWN_LIST -> declared.isEmpty() ? "; declare it under lists" : "";
                    default -> "";
                };
        String message = "there is no " + kind + " " + text.value() + "; " + hint + or;
        report(code, text.position(), message);
        return false;
    }

    static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Yes or no, under a key.
    boolean yes(Fields fields, String key) {
        Node.Text text = fields.text(key);
        return text != null && yes(text, key);
    }

    boolean yes(Node.Text text, String key) {
        return switch (text.value()) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                report(
                        Code.UNKNOWN_WORD,
                        text.position(),
                        key + " cannot be " + text.value() + "; allowed: yes, no");
                yield false;
            }
        };
    }

    /// A reason under a key: `{code, text}` or the sentence alone; else the one given.
    Reason reason(Fields fields, Reason otherwise) {
        if (fields.find("reason") instanceof Node.Text text) {
            return noted(new Reason(otherwise.code(), text.value()), text.position());
        }
        Fields reason =
                fields.table(
                        "reason", "a reason", "reason: {code: L1, text: Bills were paid late}");
        if (reason == null) {
            return otherwise;
        }
        Node.Text text = reason.needText("text", "text: Bills were paid late");
        String code = reason.textOr("code", otherwise.code());
        reason.done();
        String sentence = text == null ? otherwise.text() : text.value();
        return noted(new Reason(code, sentence), reason.position());
    }

    private Reason noted(Reason reason, Position place) {
        String earlier = reasons.putIfAbsent(reason.code(), reason.text());
        if (earlier != null && !earlier.equals(reason.text())) {
            report(
                    Code.REASON,
                    place,
                    "the reason code "
                            + reason.code()
                            + " stands for two sentences; give one of them another code");
        }
        return reason;
    }
}
