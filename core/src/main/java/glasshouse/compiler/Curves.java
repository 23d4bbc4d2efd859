package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.scheme.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads a piecewise-linear function: `[[500, 9.9], [950, 2.9]]`, or one fixed value.
final class Curves {
    private static final int MOST_KNOTS = 1000;
    private static final String PAIRS = "pairs such as [[500, 9.9], [950, 2.9]]";

    private Curves() {}

    static Curve read(Reading reading, Fields fields, String key, Curve otherwise) {
        Node node = fields.find(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Node.Text text) {
            OptionalLong fixed =
                    Quantity.price(text, Quantity.NUMBER + ", or " + PAIRS, reading.problems);
            return fixed.isPresent()
                    ? new Curve(List.of(new Curve.Knot(0, fixed.getAsLong())))
                    : otherwise;
        }
        var knots = new ArrayList<Curve.Knot>();
        List<Node> items = fields.items(key);
        for (Node item : items) {
            if (item instanceof Node.Series(_, List<Node> pair)
                    && pair.size() == 2
                    && pair.get(0) instanceof Node.Text x
                    && pair.get(1) instanceof Node.Text y) {
                long at = Quantity.number(x, reading.problems).orElse(0);
                knots.add(
                        new Curve.Knot(
                                at,
                                Quantity.price(y, Quantity.NUMBER, reading.problems).orElse(0)));
            } else {
                reading.report(Code.TABLE, item.position(), key + " is a list of " + PAIRS);
                return otherwise;
            }
        }
        if (knots.size() > MOST_KNOTS) {
            reading.report(Code.TOO_MANY, node.position(), "a curve has at most 1000 pairs");
            return otherwise;
        }
        try {
            return new Curve(knots);
        } catch (IllegalArgumentException wrong) {
            reading.report(Code.TABLE, node.position(), key + ": " + wrong.getMessage());
            return otherwise;
        }
    }
}
