package glasshouse.document;

import java.util.List;
import java.util.Map;

/// A part of a document, with its place.
public sealed interface Node {
    Position position();

    /// A scalar as written; `plain` where it has no quotes.
    record Text(Position position, String value, boolean plain) implements Node {
        /// Whether nothing is said: `null`, `~` or no text.
        public boolean isNothing() {
            return plain && (value.isEmpty() || value.equals("null") || value.equals("~"));
        }
    }

    /// A mapping, in the order of the file.
    record Table(Position position, Map<String, Field> fields) implements Node {}

    /// A value with the place of its key.
    record Field(Position key, Node value) {}

    /// A sequence.
    record Series(Position position, List<Node> items) implements Node {
        public Series {
            items = List.copyOf(items);
        }
    }
}
