package glasshouse.wire.mapping;

import glasshouse.document.Position;
import glasshouse.document.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A block of `key: value` in a YAML file. It notes what is asked for, and [#close] reports the
/// keys that nobody asked for.
final class Section {
    private final String file;
    private final Position position;
    private final List<Problem> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Position> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    Section(String file, Node node, String what, List<Problem> problems) {
        this.file = file;
        this.position = at(file, node);
        this.problems = problems;
        if (!(node instanceof MappingNode block)) {
            report(MappingCode.WRONG_VALUE, position, what + " is a block of keys and values");
            return;
        }
        for (NodeTuple tuple : block.getValue()) {
            Position where = at(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report(MappingCode.WRONG_VALUE, where, "a key is plain text");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                report(
                        MappingCode.REPEATED_KEY,
                        where,
                        "\"" + key.getValue() + "\" stands twice; keep one");
            } else {
                keys.put(key.getValue(), where);
            }
        }
    }

    static Position at(String file, Node node) {
        return node.getStartMark()
                .map(mark -> new Position(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Position(file, 0, 0));
    }

    Position position() {
        return position;
    }

    Position position(String key) {
        Node value = values.get(key);
        return value == null ? position : at(file, value);
    }

    /// The keys there are, in the order of the file.
    Set<String> keys() {
        return keys.keySet();
    }

    Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> text(String key) {
        return node(key).flatMap(node -> scalar(node, "\"" + key + "\""));
    }

    /// Where an expression begins, behind an opening quote.
    Position inside(String key) {
        Position start = position(key);
        return isQuoted(key) ? new Position(file, start.line(), start.column() + 1) : start;
    }

    boolean isQuoted(String key) {
        return values.get(key) instanceof ScalarNode scalar && !scalar.isPlain();
    }

    boolean flag(String key, boolean otherwise) {
        return choice(key, Map.of("yes", true, "true", true, "no", false, "false", false))
                .orElse(otherwise);
    }

    <T> Optional<T> choice(String key, Map<String, T> choices) {
        Optional<String> text = text(key);
        if (text.isPresent() && !choices.containsKey(text.get())) {
            wrong(
                    key,
                    "\""
                            + key
                            + "\" is \""
                            + text.get()
                            + "\""
                            + Spelling.hint(text.get(), new TreeSet<>(choices.keySet())));
        }
        return text.flatMap(found -> Optional.ofNullable(choices.get(found)));
    }

    int number(String key, int otherwise) {
        Optional<String> text = text(key);
        if (text.isPresent() && !text.get().matches("\\d{1,6}")) {
            wrong(key, "\"" + key + "\" is \"" + text.get() + "\", not a whole number");
            return otherwise;
        }
        return text.map(Integer::valueOf).orElse(otherwise);
    }

    List<Node> list(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            wrong(key, "\"" + key + "\" is a list, such as [a, b] or lines that begin with \"- \"");
        }
        return node.map(found -> found instanceof SequenceNode list ? list.getValue() : null)
                .orElse(List.of());
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Node node : list(key)) {
            scalar(node, "an item of \"" + key + "\"").ifPresent(texts::add);
        }
        return texts;
    }

    Optional<Section> section(String key) {
        return node(key).map(node -> new Section(file, node, "\"" + key + "\"", problems));
    }

    private Optional<String> scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        report(MappingCode.WRONG_VALUE, at(file, node), what + " is one text or number");
        return Optional.empty();
    }

    void wrong(String key, String message) {
        report(MappingCode.WRONG_VALUE, position(key), message);
    }

    void report(MappingCode code, Position where, String message) {
        problems.add(Compiler.problem(code, where, message));
    }

    /// Reports keys that do not belong here.
    void close() {
        keys.forEach(
                (key, where) -> {
                    if (!known.contains(key)) {
                        report(
                                MappingCode.UNKNOWN_KEY,
                                where,
                                "\"" + key + "\" is no key here" + Spelling.hint(key, known));
                    }
                });
    }
}
