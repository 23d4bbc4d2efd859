package glasshouse.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import glasshouse.document.Node;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The JSON Schema for editors knows the keys and words that the compiler knows, and no others.
final class SchemaTest {
    private static final Path SCHEMES = Path.of("../schemes");
    private static final Path EXAMPLE = Path.of("../docs/errors/example.yaml");
    private static final JsonNode SCHEMA = schema();
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);
    private static final Pattern ALLOWED = Pattern.compile("allowed: ([^)]*)");

    @Test
    void shippedSchemesAreValid() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                assertEquals(Set.of(), wrong(Files.readString(file)), file::toString);
            }
        }
    }

    @Test
    void theExamplesOfTheGuideAreValid() throws IOException {
        Matcher blocks =
                Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("../docs/scheme-language.md")));
        String first = "";
        while (blocks.find()) {
            String block = blocks.group(1);
            first = first.isEmpty() ? block : first;
            assertEquals(Set.of(), wrong(Parts.whole(block, first)), block);
        }
    }

    @Test
    void aWrongKeyAWrongWordAndAMissingKeyAreNot() throws IOException {
        String example = Files.readString(EXAMPLE);
        assertEquals(Set.of(), wrong(example));
        assertFalse(wrong(example.replace("scale:", "scal:")).isEmpty());
        assertFalse(wrong(example.replace("kind: accrual", "kind: acrual")).isEmpty());
        assertFalse(wrong(example.replace("points: 2", "point: 2")).isEmpty());
        assertFalse(wrong(example.replace("realm: synthetic\n", "")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/properties | zzz: 1",
                "/properties/scale/properties | scale: {zzz: 1}",
                "/$defs/band/properties | bands: {a: {zzz: 1}}",
                "/$defs/context/properties | contexts: {a: {zzz: 1}}",
                "/$defs/signal/properties | signals: {a: {zzz: 1}}",
                "/$defs/signal/properties/effort/properties | signals: {a: {effort: {zzz: 1}}}",
                "/$defs/accrual/properties | characteristics: {a: {kind: accrual, zzz: 1}}",
                "/$defs/accrued/properties"
                        + " | characteristics: {a: {kind: accrual, signals:"
                        + " {bill.paid: {zzz: 1}}}}",
                "/$defs/accrued/properties/pending/properties | characteristics:"
                        + " {a: {kind: accrual, signals: {bill.paid: {pending: {zzz: 1}}}}}",
                "/$defs/award/anyOf/1/properties | characteristics:"
                        + " {a: {kind: accrual, signals: {bill.paid: {points: {zzz: 1}}}}}",
                "/$defs/award/anyOf/1/properties/table/items/properties | characteristics: {a:"
                        + " {kind: accrual, signals: {bill.paid: {points: {table: [{zzz: 1}]}}}}}",
                "/$defs/accrual/properties/limits/items/properties"
                        + " | characteristics: {a: {kind: accrual, limits: [{zzz: 1}]}}",
                "/$defs/binned/properties | characteristics: {a: {kind: binned, zzz: 1}}",
                "/$defs/bin/properties | characteristics: {a: {kind: binned, bins: [{zzz: 1}]}}",
                "/$defs/missing/properties"
                        + " | characteristics: {a: {kind: binned, missing: {zzz: 1}}}",
                "/$defs/rating/properties | characteristics: {a: {kind: rating, zzz: 1}}",
                "/$defs/rating/properties/range/properties"
                        + " | characteristics: {a: {kind: rating, range: {zzz: 1}}}",
                "/$defs/rating/properties/prior/properties"
                        + " | characteristics: {a: {kind: rating, prior: {zzz: 1}}}",
                "/$defs/contacts/properties | characteristics: {a: {kind: contacts, zzz: 1}}",
                "/$defs/reason/anyOf/1/properties | characteristics: {a: {reason: {zzz: 1}}}",
                "/$defs/service/properties | services: {a: {zzz: 1}}",
                "/$defs/service/properties/quota/properties | services: {a: {quota: {zzz: 1}}}",
                "/$defs/rule/properties | services: {a: {rules: [{zzz: 1}]}}",
                "/$defs/condition/properties | services: {a: {rules: [{when: {zzz: 1}}]}}",
                "/$defs/range/properties | services: {a: {rules: [{when: {score: {zzz: 1}}}]}}",
                "/$defs/list/properties | lists: {a: {zzz: 1}}",
                "/properties/rights/properties | rights: {zzz: 1}",
                "/properties/enrolment/anyOf/1/properties | enrolment: {zzz: 1}"
            })
    void keysAreTheCompilers(String pointer, String part) throws IOException {
        var keys = new TreeSet<String>();
        SCHEMA.at(pointer).fieldNames().forEachRemaining(keys::add);
        assertEquals(allowed(part, "no key zzz"), keys);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/properties/realm | realm: zzz",
                "/properties/visibility/anyOf/0 | visibility: zzz",
                "/properties/enrolment/anyOf/0 | enrolment: zzz",
                "/$defs/signal/properties/nature | signals: {a: {nature: zzz}}",
                "/$defs/signal/properties/gravity | signals: {a: {gravity: zzz}}",
                "/$defs/binned/properties/measure"
                        + " | characteristics: {a: {kind: binned, measure: zzz}}",
                "/$defs/rating/properties/method"
                        + " | characteristics: {a: {kind: rating, method: zzz}}",
                "/$defs/service/properties/effect | services: {a: {effect: zzz}}",
                "/$defs/service/properties/decided-by | services: {a: {decided-by: zzz}}",
                "/$defs/service/properties/quota/properties/per"
                        + " | services: {a: {quota: {per: zzz}}}",
                "/$defs/rule/properties/outcome | services: {a: {rules: [{outcome: zzz}]}}",
                "/$defs/list/properties/kind | lists: {a: {kind: zzz}}"
            })
    void wordsAreTheCompilers(String pointer, String part) throws IOException {
        var words = new TreeSet<String>();
        for (JsonNode word : SCHEMA.at(pointer + "/enum")) {
            if (!word.isNull()) {
                words.add(word.asText());
            }
        }
        assertEquals(allowed(part, "cannot be zzz"), words);
    }

    /// What the compiler says is allowed instead of `zzz`.
    private static Set<String> allowed(String part, String said) throws IOException {
        String text = Parts.whole(part + "\n", Files.readString(EXAMPLE));
        Compilation result = SchemeCompiler.compile("part.yaml", text, Library.EMPTY);
        if (!(result instanceof Compilation.Refused(List<Problem> problems))) {
            return fail("it compiles");
        }
        Optional<Matcher> found =
                problems.stream()
                        .map(Problem::message)
                        .filter(message -> message.contains(said))
                        .map(ALLOWED::matcher)
                        .filter(Matcher::find)
                        .findFirst();
        String list = found.orElseThrow(() -> new AssertionError(problems + text)).group(1);
        return new TreeSet<>(List.of(list.split(", ")));
    }

    private static Set<ValidationMessage> wrong(String yaml) {
        var problems = new Problems();
        Node.Table table = Yaml.table("example.yaml", yaml, "YAML", problems);
        return table == null
                ? fail(problems.inOrder().toString())
                : VALIDATOR.validate(json(table));
    }

    /// The document as a reader of YAML 1.2 takes it.
    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (node) {
            case Node.Table table -> {
                ObjectNode object = make.objectNode();
                table.fields().forEach((key, field) -> object.set(key, json(field.value())));
                yield object;
            }
            case Node.Series series -> {
                ArrayNode array = make.arrayNode();
                series.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Node.Text text when text.isNothing() -> make.nullNode();
            case Node.Text text when text.plain() && text.value().matches("true|false") ->
                    make.booleanNode(text.value().equals("true"));
            case Node.Text text when text.plain() && text.value().matches("-?[0-9]{1,18}") ->
                    make.numberNode(Long.parseLong(text.value()));
            case Node.Text text when text.plain() && text.value().matches("-?[0-9]+\\.[0-9]+") ->
                    make.numberNode(Double.parseDouble(text.value()));
            case Node.Text text -> make.textNode(text.value());
        };
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(SCHEMES.resolve("scheme.schema.json").toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
