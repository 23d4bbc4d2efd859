package glasshouse.lab.study;

import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.lab.experiment.LabCode;
import glasshouse.lab.experiment.Source;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.PopulationFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every arm, once for each value of a parameter: `sweep: {of: population/speech/talk, values:
/// [0.2, 0.5]}`, or `of: scheme/characteristics/speech/signals/criticism.posted/points`. A swept
/// scheme is the arm's own with that one change.
record Sweep(Source source, Map<String, String> inputs) {
    private static final String POPULATION = "population/";
    private static final String SCHEME = "scheme/";

    List<Arm> over(List<Arm> arms) {
        Fields sweep = source.fields().table("sweep", "the sweep");
        if (sweep == null) {
            return arms;
        }
        Node.Text of = sweep.needText("of", "of: population/speech/talk");
        List<Node.Text> values = sweep.texts("values");
        List<Node.Text> some = sweep.has("arms") ? sweep.texts("arms") : List.of();
        sweep.done();
        if (of == null || values.isEmpty()) {
            return arms;
        }
        String path = of.value();
        if (path.startsWith(SCHEME) && anyIsChanged()) {
            source.problems()
                    .add(
                            LabCode.WRONG_SHAPE.id(),
                            of.position(),
                            "an arm with changes cannot be swept; put them in a scheme file");
            return arms;
        }
        Set<String> named = named(some, arms);
        var swept = new ArrayList<Arm>();
        for (Arm arm : arms) {
            boolean concerned =
                    (path.startsWith(POPULATION) || arm.scheme().isPresent())
                            && (named.isEmpty() || named.contains(arm.name()));
            for (Node.Text value : concerned ? values : List.<Node.Text>of()) {
                String name = arm.name() + " at " + value.value();
                change(arm, name, path, value, of.position()).ifPresent(swept::add);
            }
            if (!concerned) {
                swept.add(arm);
            }
        }
        return swept;
    }

    /// The arms that a sweep names; none: all are swept.
    private Set<String> named(List<Node.Text> some, List<Arm> arms) {
        var names = new HashSet<String>();
        List<String> known = arms.stream().map(Arm::name).toList();
        for (Node.Text text : some) {
            if (known.contains(text.value())) {
                names.add(text.value());
            } else {
                source.problems()
                        .add(
                                LabCode.UNKNOWN_WORD.id(),
                                text.position(),
                                "the sweep names %s, which is no arm; %s"
                                        .formatted(
                                                text.value(), Nearest.hint(text.value(), known)));
            }
        }
        return names;
    }

    private boolean anyIsChanged() {
        return source.fields().find("schemes") instanceof Node.Table arms
                && arms.fields().values().stream()
                        .map(Node.Field::value)
                        .anyMatch(
                                arm ->
                                        arm instanceof Node.Table table
                                                && table.fields().containsKey("changes"));
    }

    private Optional<Arm> change(
            Arm arm, String name, String path, Node.Text value, Position position) {
        if (path.startsWith(POPULATION)) {
            return population(arm.population(), table(path.substring(POPULATION.length()), value))
                    .map(p -> new Arm(name, arm.scheme(), arm.without(), arm.compulsoryFrom(), p));
        }
        if (path.startsWith(SCHEME) && arm.scheme().isPresent()) {
            Node.Table change = table(path.substring(SCHEME.length()), value);
            String base = arm.scheme().get().header().name();
            var text = new Node.Text(position, base, true);
            return SocietyKind.scheme(source, text, change, inputs)
                    .map(
                            scheme ->
                                    new Arm(
                                            name,
                                            Optional.of(scheme),
                                            arm.without(),
                                            arm.compulsoryFrom(),
                                            arm.population()));
        }
        source.problems()
                .add(
                        LabCode.UNKNOWN_WORD.id(),
                        position,
                        path + " cannot be swept; begin with population/ or scheme/");
        return Optional.empty();
    }

    private Optional<Population> population(Population base, Node.Table change) {
        Fields fields = source.fields().inner(change, "the sweep");
        return new PopulationFile(
                        LabCode.UNKNOWN_KEY.id(), LabCode.MISSING_KEY.id(), LabCode.BAD_NUMBER.id())
                .read(fields, Optional.of(base));
    }

    /// The nested tables that a path and a value make.
    private static Node.Table table(String path, Node.Text value) {
        var text = new StringBuilder();
        String[] keys = path.split("/", -1);
        for (String key : keys) {
            text.append("{\"").append(key.replace("\"", "")).append("\": ");
        }
        text.append('"').append(value.value().replace("\"", "")).append('"');
        text.append("}".repeat(keys.length));
        Node.Table table = Yaml.table("sweep", text.toString(), "GH-LAB-001", new Problems());
        if (table == null) {
            throw new IllegalStateException("a sweep of " + path);
        }
        return table;
    }
}
