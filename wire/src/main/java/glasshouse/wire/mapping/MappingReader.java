package glasshouse.wire.mapping;

import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.Occurrences;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads mapping files; `docs/mappings.md` describes them.
///
/// All problems of a file are reported at once. What stands at the top among the keys of an event
/// holds for every event that does not state it itself.
public final class MappingReader {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private MappingReader(String file) {
        this.file = file;
    }

    /// Reads the text of a mapping file; `file` is what problems call it.
    public static MappingResult read(String file, String text) {
        return new MappingReader(file).read(text);
    }

    private MappingResult read(String text) {
        Optional<Node> root = compose(text);
        Optional<Mapping> mapping = root.map(this::mapping);
        if (mapping.isPresent() && problems.isEmpty()) {
            // A file without header names its columns here: then they can be checked here too.
            mapping.get().columns().ifPresent(columns -> check(mapping.get(), columns));
        }
        if (mapping.isPresent() && problems.isEmpty()) {
            return new MappingResult.Valid(mapping.get());
        }
        problems.sort(
                Comparator.comparingInt((Problem problem) -> problem.position().line())
                        .thenComparingInt(problem -> problem.position().column()));
        return new MappingResult.Invalid(problems);
    }

    private void check(Mapping mapping, List<String> columns) {
        switch (mapping.bind(columns, file, Occurrences.UNNUMBERED)) {
            case BoundMapping _ -> {
                // All columns are there.
            }
            case BindResult.Unbound unbound -> problems.addAll(unbound.problems());
        }
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setAllowDuplicateKeys(true)
                        .setMaxAliasesForCollections(20)
                        .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                report(MappingCode.NOT_YAML, new Position(file, 1, 1), "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException damaged) {
            Position where =
                    damaged.getProblemMark()
                            .map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
                            .orElse(new Position(file, 1, 1));
            report(MappingCode.NOT_YAML, where, "not YAML: " + damaged.getProblem());
        } catch (YamlEngineException damaged) {
            report(
                    MappingCode.NOT_YAML,
                    new Position(file, 1, 1),
                    "not YAML: " + damaged.getMessage());
        }
        return Optional.empty();
    }

    private Mapping mapping(Node root) {
        var top = new Section(file, root, "a mapping", problems);
        String name = required(top, "mapping");
        top.text("description");
        Section tableSection = top.section("file").orElse(null);
        TextTable table =
                tableSection == null
                        ? TextTable.CSV
                        : new TableSection(tableSection, file, problems).read();
        var scope = new Scope(zone(top), constants(top), enums(top));
        Map<Field, Formula> shared = formulas(top);
        var rules = new ArrayList<Mapping.Rule>();
        List<Node> events = top.list("events");
        for (Node event : events) {
            var section = new Section(file, event, "an event", problems);
            var formulas = new EnumMap<Field, Formula>(Field.class);
            formulas.putAll(shared);
            formulas.putAll(formulas(section));
            section.close();
            needed(formulas, section);
            rules.add(new Mapping.Rule(formulas, false));
        }
        if (events.isEmpty()) {
            report(
                    MappingCode.MISSING_KEY,
                    top.position(),
                    "\"events\" is missing or empty; it lists the events that a row stands for");
        }
        top.close();
        String source = shared.get(Field.SOURCE) instanceof Formula.Word word ? word.text() : name;
        return new Mapping(name, table, source, rules, scope);
    }

    private String required(Section section, String key) {
        Optional<String> text = section.text(key).filter(found -> !found.isBlank());
        if (text.isEmpty()) {
            report(
                    MappingCode.MISSING_KEY,
                    section.position(),
                    "\""
                            + key
                            + "\" is missing; it names the mapping and, unless \"source\" does,"
                            + " the source of its events");
        }
        return text.orElse("");
    }

    private void needed(Map<Field, Formula> formulas, Section section) {
        for (Field field : Field.values()) {
            if (field.isRequired() && !formulas.containsKey(field)) {
                report(
                        MappingCode.MISSING_KEY,
                        section.position(),
                        "the event has no \""
                                + field.key()
                                + "\"; give it here or for all events"
                                + " at the top");
            }
        }
    }

    private ZoneId zone(Section top) {
        Optional<String> name = top.text("zone");
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name.get());
        } catch (DateTimeException unknown) {
            report(
                    MappingCode.BAD_TIME_FORM,
                    top.position("zone"),
                    "there is no time zone \""
                            + name.orElse("")
                            + "\"; zones are named like"
                            + " Europe/Vienna or UTC");
            return ZoneOffset.UTC;
        }
    }

    private Map<String, Datum> constants(Section top) {
        return top.section("constants").map(this::data).orElse(Map.of());
    }

    private Map<String, Map<String, Datum>> enums(Section top) {
        var enums = new LinkedHashMap<String, Map<String, Datum>>();
        Optional<Section> section = top.section("enums");
        section.ifPresent(
                found -> {
                    for (String name : found.keys()) {
                        found.section(name).ifPresent(each -> enums.put(name, data(each)));
                    }
                });
        return enums;
    }

    private Map<String, Datum> data(Section section) {
        var data = new LinkedHashMap<String, Datum>();
        for (String key : section.keys()) {
            boolean quoted = section.isQuoted(key);
            section.text(key).ifPresent(text -> data.put(key, datum(text, quoted)));
        }
        return data;
    }

    /// A plain number is one; anything else, and whatever stands in quotes, is text.
    private static Datum datum(String text, boolean quoted) {
        return !quoted && Decimals.isNumber(text)
                ? new Datum.Amount(new BigDecimal(text))
                : new Datum.Text(text);
    }

    private Map<Field, Formula> formulas(Section section) {
        var formulas = new EnumMap<Field, Formula>(Field.class);
        for (Field field : Field.values()) {
            section.text(field.key())
                    .ifPresent(
                            text ->
                                    formulas.put(
                                            field,
                                            formula(field, text, section.inside(field.key()))));
        }
        return formulas;
    }

    /// Signals and sources are words unless they call a function; all else is an expression.
    private Formula formula(Field field, String text, Position position) {
        return field.isWord() && text.indexOf('(') < 0
                ? new Formula.Word(text, position)
                : Expressions.read(text, position, problems);
    }

    private void report(MappingCode code, Position position, String message) {
        problems.add(Compiler.problem(code, position, message));
    }
}
