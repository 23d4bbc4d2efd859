package glasshouse.lab.experiment;

import glasshouse.compiler.Library;
import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.document.Problems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a kind reads its keys from: the table of the file, the folder that paths are relative to,
/// and the shelf of schemes. What is wrong is collected; a stand-in is returned so that reading
/// goes on.
public record Source(Fields fields, Path folder, Library schemes, Settings settings) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,12})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    public Problems problems() {
        return fields.problems();
    }

    /// The same surroundings, reading another table.
    public Source of(Fields inner) {
        return new Source(inner, folder, schemes, settings);
    }

    public void problem(LabCode code, String key, String message) {
        problems().add(code.id(), fields.position(key), message);
    }

    /// A decimal under a key, within bounds, or a stand-in where it is missing.
    public double decimal(String key, double least, double most, double otherwise) {
        Node.Text text = fields.text(key);
        return text == null ? otherwise : decimal(text, key, least, most, otherwise);
    }

    /// A decimal that must be there.
    public double needDecimal(String key, double least, double most) {
        Node.Text text = fields.needText(key);
        return text == null ? least : decimal(text, key, least, most, least);
    }

    /// A whole number under a key, within bounds.
    public long whole(String key, long least, long most, long otherwise) {
        Node.Text text = fields.text(key);
        if (text == null) {
            return otherwise;
        }
        String written = text.value().strip().replace("_", "");
        if (WHOLE.matcher(written).matches()) {
            long value = Long.parseLong(written);
            if (value >= least && value <= most) {
                return value;
            }
        }
        problems()
                .add(
                        LabCode.BAD_NUMBER.id(),
                        text.position(),
                        "%s is %s; allowed is a whole number from %s to %s"
                                .formatted(key, text.value(), least, most));
        return otherwise;
    }

    /// The decimals of a list.
    public double[] decimals(String key, double least, double most, double... otherwise) {
        if (!fields.has(key)) {
            return otherwise;
        }
        List<Node.Text> texts = fields.texts(key);
        double[] values = new double[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = decimal(texts.get(i), key, least, most, least);
        }
        return values;
    }

    private double decimal(
            Node.Text text, String key, double least, double most, double otherwise) {
        String written = text.value().strip().replace("_", "");
        if (NUMBER.matcher(written).matches()) {
            double value = Double.parseDouble(written);
            if (value >= least && value <= most) {
                return value;
            }
        }
        problems()
                .add(
                        LabCode.BAD_NUMBER.id(),
                        text.position(),
                        "%s is %s; allowed is a number from %s to %s"
                                .formatted(key, text.value(), plain(least), plain(most)));
        return otherwise;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(Math.round(value))
                : Double.toString(value);
    }

    /// One of a few words under a key, or the first of them where it is missing.
    public String word(String key, String... allowed) {
        Node.Text text = fields.text(key);
        if (text == null) {
            return allowed[0];
        }
        if (Arrays.asList(allowed).contains(text.value())) {
            return text.value();
        }
        problems()
                .add(
                        LabCode.UNKNOWN_WORD.id(),
                        text.position(),
                        "%s is %s; %s"
                                .formatted(
                                        key,
                                        text.value(),
                                        Nearest.hint(text.value(), Arrays.asList(allowed))));
        return allowed[0];
    }
}
