package glasshouse.compiler;

import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts a scheme on top of the one that it extends.
///
/// Tables merge key by key, `null` removes a key, lists and single values replace. Name, version
/// and realm are each scheme's own. Every part keeps the place where it is written.
final class Extension {
    private static final int MOST_LEVELS = 8;
    private static final Set<String> OWN = Set.of("scheme", "version", "realm", "extends");

    private final Library library;
    private final Problems problems;

    Extension(Library library, Problems problems) {
        this.library = library;
        this.problems = problems;
    }

    /// The table with all that it inherits; null where that cannot be read.
    Node.@Nullable Table whole(String file, Node.Table table) {
        return whole(file, table, new ArrayList<>(List.of(file)));
    }

    private Node.@Nullable Table whole(String file, Node.Table table, List<String> above) {
        Node.Field named = table.fields().get("extends");
        if (named == null || !(named.value() instanceof Node.Text text) || text.isNothing()) {
            return table;
        }
        Optional<Library.Source> found = library.find(text.value(), file);
        if (found.isEmpty()) {
            refuse(
                    text.position(),
                    "there is no scheme "
                            + text.value()
                            + "; name a shipped scheme, or a file beside this one");
            return null;
        }
        Library.Source source = found.get();
        if (above.contains(source.file()) || above.size() >= MOST_LEVELS) {
            refuse(
                    text.position(),
                    "schemes extend each other in a circle, or over more than 8 levels: "
                            + String.join(" -> ", above)
                            + "; begin with one that extends none");
            return null;
        }
        Node.Table base = Yaml.table(source.file(), source.text(), Code.YAML.id(), problems);
        if (base == null) {
            return null;
        }
        above.add(source.file());
        Node.Table below = whole(source.file(), base, above);
        return below == null ? null : merged(without(below), table);
    }

    private void refuse(Position place, String message) {
        problems.add(Code.BASE.id(), place, message);
    }

    private static Node.Table without(Node.Table base) {
        Map<String, Node.Field> fields = new LinkedHashMap<>(base.fields());
        fields.keySet().removeAll(OWN);
        return new Node.Table(base.position(), fields);
    }

    private Node.Table merged(Node.Table base, Node.Table over) {
        Map<String, Node.Field> fields = new LinkedHashMap<>(base.fields());
        over.fields()
                .forEach(
                        (key, field) -> {
                            Node.Field result = merged(fields.get(key), field);
                            if (result == null) {
                                checkRemoval(key, field, base);
                                fields.remove(key);
                            } else {
                                fields.put(key, result);
                            }
                        });
        return new Node.Table(over.position(), fields);
    }

    /// A removal that removes nothing is a slip of the pen.
    private void checkRemoval(String key, Node.Field field, Node.Table base) {
        if (!base.fields().containsKey(key) && !OWN.contains(key)) {
            String hint = Nearest.hint(key, base.fields().keySet());
            refuse(
                    field.key(),
                    "null removes a key of the scheme that is extended, and it has no "
                            + key
                            + " here; "
                            + hint);
        }
    }

    private Node.@Nullable Field merged(Node.@Nullable Field base, Node.Field over) {
        if (over.value() instanceof Node.Text text && text.isNothing()) {
            return null;
        }
        if (base != null
                && base.value() instanceof Node.Table below
                && over.value() instanceof Node.Table above) {
            return new Node.Field(over.key(), merged(below, above));
        }
        return over;
    }
}
