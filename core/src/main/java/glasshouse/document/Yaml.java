package glasshouse.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML 1.2 into nodes with places, within limits that no honest document meets.
public final class Yaml {
    /// Largest document, in characters.
    public static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_NODES = 100_000;
    private static final int MOST_DEPTH = 24;

    private final String file;
    private final String code;
    private final Problems problems;
    private int nodes;

    private Yaml(String file, String code, Problems problems) {
        this.file = file;
        this.code = code;
        this.problems = problems;
    }

    /// The table that a document holds; null where it holds none, with the problem under `code`.
    public static Node.@Nullable Table table(
            String file, String text, String code, Problems problems) {
        return new Yaml(file, code, problems).read(text);
    }

    private Node.@Nullable Table read(String text) {
        var start = new Position(file, 1, 1);
        if (text.length() > MOST_CHARACTERS) {
            String found = "the file has " + text.length() + " characters, ";
            problems.add(code, start, found + "at most " + MOST_CHARACTERS + " are read; split it");
            return null;
        }
        var settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setUseMarks(true)
                        .setAllowDuplicateKeys(true)
                        .setCodePointLimit(MOST_CHARACTERS)
                        .build();
        try {
            Optional<org.snakeyaml.engine.v2.nodes.Node> root =
                    new Compose(settings)
                            .composeString(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (root.isPresent() && convert(root.get(), 0) instanceof Node.Table table) {
                return table;
            }
            if (problems.isEmpty()) {
                problems.add(
                        code, start, "the file holds no keys; a document is `key: value` lines");
            }
        } catch (MarkedYamlEngineException broken) {
            Position place = broken.getProblemMark().map(this::position).orElse(start);
            problems.add(code, place, "not YAML: " + broken.getProblem() + hint(broken));
        } catch (YamlEngineException | TooLarge broken) {
            problems.add(code, start, "not readable YAML: " + firstLine(broken.getMessage()));
        } catch (StackOverflowError broken) {
            problems.add(code, start, "nested too deeply; at most 24 levels are read");
        }
        return null;
    }

    /// What to do about the mistakes that people make most.
    private static String hint(MarkedYamlEngineException broken) {
        String problem = broken.getProblem();
        if (problem.startsWith("mapping values are not allowed")) {
            return "; put a text that holds a colon and a space in double quotes";
        }
        if (problem.startsWith("expected ',' or")) {
            return "; within { } and [ ] put a text that holds a comma, a bracket or quotes in"
                    + " double quotes, or write it on a line of its own";
        }
        if (problem.contains("another document")) {
            return "; a file holds one";
        }
        if (problem.contains("TAB")) {
            return "; indent by spaces";
        }
        return problem.contains("cannot start any token")
                ? "; put a text that begins with it in double quotes"
                : "";
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unknown" : message.lines().findFirst().orElse("unknown");
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position position(org.snakeyaml.engine.v2.nodes.Node node) {
        return node.getStartMark().map(this::position).orElse(new Position(file, 1, 1));
    }

    private Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
        if (++nodes > MOST_NODES || depth > MOST_DEPTH) {
            throw new TooLarge();
        }
        return switch (node) {
            case ScalarNode scalar ->
                    new Node.Text(position(node), scalar.getValue(), scalar.isPlain());
            case SequenceNode sequence -> {
                var items = new ArrayList<Node>();
                for (var item : sequence.getValue()) {
                    items.add(convert(item, depth + 1));
                }
                yield new Node.Series(position(node), items);
            }
            case MappingNode mapping -> table(mapping, depth);
            case AnchorNode anchor -> convert(anchor.getRealNode(), depth + 1);
            default -> throw new IllegalStateException("YAML has no other nodes");
        };
    }

    private Node.Table table(MappingNode mapping, int depth) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position place = position(tuple.getKeyNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                var field = new Node.Field(place, convert(tuple.getValueNode(), depth + 1));
                var earlier = fields.putIfAbsent(key.getValue(), field);
                if (earlier != null) {
                    String first = "it stands already in line " + earlier.key().line();
                    problems.add(
                            code, place, "the key " + key.getValue() + " occurs twice: " + first);
                }
            } else {
                problems.add(code, place, "a key is a plain word");
            }
        }
        return new Node.Table(position(mapping), fields);
    }

    /// The documents, with aliases written out, is too large or too deep.
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("more than " + MOST_NODES + " values or " + MOST_DEPTH + " levels");
        }
    }
}
