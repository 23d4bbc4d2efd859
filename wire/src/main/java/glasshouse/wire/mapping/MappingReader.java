package glasshouse.wire.mapping;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.Occurrences;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads mapping files; `docs/mappings.md` describes them.
///
/// All problems of a file are reported at once. What stands at the top among the keys of an event
/// holds for every event that does not state it itself.
public final class MappingReader {
    private static final Fields.Codes CODES =
            new Fields.Codes(
                    MappingCode.UNKNOWN_KEY.code(),
                    MappingCode.MISSING_KEY.code(),
                    MappingCode.WRONG_VALUE.code());

    private final String file;
    private final Problems problems = new Problems();

    private MappingReader(String file) {
        this.file = file;
    }

    /// Reads the text of a mapping file; `file` is what problems call it.
    public static MappingResult read(String file, String text) {
        return new MappingReader(file).read(text);
    }

    private MappingResult read(String text) {
        Node.@Nullable Table root = Yaml.table(file, text, MappingCode.NOT_YAML.code(), problems);
        if (root != null) {
            Mapping mapping = mapping(new Fields(root, "the mapping", CODES, problems));
            if (!mapping.table().columns().isEmpty()) {
                check(mapping);
            }
            if (problems.isEmpty()) {
                return new MappingResult.Valid(mapping);
            }
        }
        return new MappingResult.Invalid(problems.inOrder());
    }

    /// A mapping that names the columns of its file can be checked against them here.
    private void check(Mapping mapping) {
        BindResult bound = mapping.bind(mapping.table().columns(), file, Occurrences.UNNUMBERED);
        if (bound instanceof BindResult.Unbound unbound) {
            unbound.problems().forEach(problems::add);
        }
    }

    private Mapping mapping(Fields top) {
        Node.@Nullable Text stated = top.needText("mapping");
        String name = stated == null ? "" : stated.value();
        top.text("description");
        Fields tableFields = top.table("file", "file");
        TextTable table =
                tableFields == null ? TextTable.CSV : new TableSection(tableFields).read();
        var scope = new Scope(zone(top), constants(top), enums(top));
        Map<Field, Formula> shared = formulas(top);
        List<Mapping.Rule> rules = rules(top, shared);
        top.done();
        String source = shared.get(Field.SOURCE) instanceof Formula.Word word ? word.text() : name;
        return new Mapping(name, table, source, rules, scope);
    }

    private List<Mapping.Rule> rules(Fields top, Map<Field, Formula> shared) {
        var rules = new ArrayList<Mapping.Rule>();
        top.need("events");
        for (Node item : top.items("events")) {
            if (!(item instanceof Node.Table table)) {
                report(MappingCode.WRONG_VALUE, item.position(), "an event is a table of keys");
                continue;
            }
            Fields event = top.inner(table, "an event");
            var formulas = new EnumMap<Field, Formula>(Field.class);
            formulas.putAll(shared);
            formulas.putAll(formulas(event));
            event.done();
            needed(formulas, event.position());
            rules.add(new Mapping.Rule(formulas, false));
        }
        return rules;
    }

    private void needed(Map<Field, Formula> formulas, Position position) {
        for (Field field : Field.values()) {
            if (field.isRequired() && !formulas.containsKey(field)) {
                report(
                        MappingCode.MISSING_KEY,
                        position,
                        "the event has no \""
                                + field.key()
                                + "\"; give it here, or at the top for"
                                + " all events");
            }
        }
    }

    private ZoneId zone(Fields top) {
        Node.@Nullable Text name = top.text("zone");
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name.value());
        } catch (DateTimeException unknown) {
            report(
                    MappingCode.BAD_FORM,
                    top.position("zone"),
                    "there is no such time zone; zones are named like Europe/Vienna or UTC");
            return ZoneOffset.UTC;
        }
    }

    private static Map<String, Datum> constants(Fields top) {
        Fields constants = top.table("constants", "constants");
        return constants == null ? Map.of() : data(constants);
    }

    private static Map<String, Map<String, Datum>> enums(Fields top) {
        var enums = new LinkedHashMap<String, Map<String, Datum>>();
        top.tables("enums", (name, listed) -> enums.put(name, data(listed)));
        return enums;
    }

    private static Map<String, Datum> data(Fields fields) {
        var data = new LinkedHashMap<String, Datum>();
        for (String key : fields.keys()) {
            Node.@Nullable Text text = fields.needText(key);
            if (text != null) {
                data.put(key, datum(text));
            }
        }
        return data;
    }

    /// A plain number is one; anything else, and whatever stands in quotes, is text.
    private static Datum datum(Node.Text text) {
        return text.plain() && Decimals.isNumber(text.value())
                ? new Datum.Amount(new BigDecimal(text.value()))
                : new Datum.Text(text.value());
    }

    private Map<Field, Formula> formulas(Fields fields) {
        var formulas = new EnumMap<Field, Formula>(Field.class);
        for (Field field : Field.values()) {
            Node.@Nullable Text text = fields.text(field.key());
            if (text != null) {
                formulas.put(field, formula(field, text));
            }
        }
        return formulas;
    }

    /// Signals and sources are words unless they call a function; all else is an expression.
    private Formula formula(Field field, Node.Text text) {
        Position start = text.position();
        Position inside =
                text.plain() ? start : new Position(start.file(), start.line(), start.column() + 1);
        return field.isWord() && text.value().indexOf('(') < 0
                ? new Formula.Word(text.value(), inside)
                : Expressions.read(text.value(), inside, problems);
    }

    private void report(MappingCode code, Position position, String message) {
        problems.add(code.code(), position, message);
    }
}
