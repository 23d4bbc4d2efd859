package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import glasshouse.audit.Audit;
import glasshouse.audit.Rulebook;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.wire.audit.Sarif;
import glasshouse.wire.audit.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the audit writes for code review is SARIF 2.1.0 by the schema of OASIS, and says what the
/// findings say.
class SarifTest {
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try (InputStream in =
                SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(in)));
        } catch (IOException unreadable) {
            throw new ExceptionInInitializerError(unreadable);
        }
    }

    private static Audit audit(String name) throws IOException {
        String text = Files.readString(Path.of("../schemes/" + name));
        Compilation compiled = SchemeCompiler.compileForAudit(name, text, library());
        if (!(compiled instanceof Compilation.Compiled(var scheme))) {
            return fail(compiled.toString());
        }
        return Audit.under(Rulebook.shipped(), scheme);
    }

    private static Library library() {
        return (name, _) -> {
            Path file = Path.of("../schemes/" + name.replace(".yaml", "") + ".yaml");
            try {
                return Optional.of(new Library.Source(name, Files.readString(file)));
            } catch (IOException unreadable) {
                return fail(unreadable);
            }
        };
    }

    private static JsonNode written(List<Audit> audits) throws IOException {
        Sources sources = new Sources(Map.of(), Map.of());
        return new ObjectMapper().readTree(Sarif.of(audits, sources, "1.0"));
    }

    private static List<Audit> shipped() throws IOException {
        var audits = new ArrayList<Audit>();
        try (var files = Files.list(Path.of("../schemes"))) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".yaml")) {
                    audits.add(audit(name));
                }
            }
        }
        return audits;
    }

    @Test
    void everyShippedSchemeIsWrittenByTheSchema() throws IOException {
        assertEquals(Set.of(), SCHEMA.validate(written(shipped())));
    }

    @Test
    void theSchemaTellsAWrongLogApart() throws IOException {
        JsonNode log = written(List.of(audit("lender.yaml")));
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "grave");
        assertFalse(SCHEMA.validate(log).isEmpty());
    }

    @Test
    void everyFindingIsAResultWithItsRuleVerdictAndLine() throws IOException {
        Audit audit = audit("sesame-2017.yaml");
        JsonNode run = written(List.of(audit)).at("/runs/0");
        assertEquals(audit.findings().size(), run.at("/results").size());
        for (int i = 0; i < audit.findings().size(); i++) {
            var finding = audit.findings().get(i);
            JsonNode result = run.at("/results/" + i);
            int rule = result.at("/ruleIndex").asInt();
            assertEquals(finding.rule(), result.at("/ruleId").asText());
            assertEquals(finding.rule(), run.at("/tool/driver/rules/" + rule + "/id").asText());
            assertEquals(finding.verdict().written(), result.at("/properties/verdict").asText());
            assertEquals(
                    finding.position().line(),
                    result.at("/locations/0/physicalLocation/region/startLine").asInt());
            assertTrue(result.at("/message/text").asText().contains(finding.citation()));
        }
    }
}
