package glasshouse.audit;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads rules: the shipped ones, and a file that changes some of them.
public final class RulebookReader {
    private static final String YAML = "GH-AUDIT-001";
    private static final String KEY = "GH-AUDIT-002";
    private static final String VALUE = "GH-AUDIT-003";
    private static final Fields.Codes CODES = new Fields.Codes(KEY, KEY, VALUE);

    private final Problems problems = new Problems();

    private RulebookReader() {}

    /// What became of a file of changes.
    public sealed interface Result {
        record Read(Rulebook rulebook) implements Result {}

        /// Everything that is wrong with it.
        record Refused(List<Problem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// The shipped rules that the index names under a key.
    static Rulebook shipped(String key) {
        var reader = new RulebookReader();
        Fields index = reader.fields("rules.yaml", resource("rules.yaml"));
        var rules = new ArrayList<AuditRule>();
        for (Node.Text id : index.texts(key)) {
            String file = "rules/" + id.value() + ".yaml";
            rules.add(reader.rule(reader.fields(file, resource(file))));
        }
        Map<String, String> notes = new LinkedHashMap<>();
        Fields said = index.table("notes", "notes");
        if (said != null) {
            said.keys().forEach(about -> notes.put(about, said.textOr(about, "").strip()));
        }
        Fields contexts = reader.fields("contexts.yaml", resource("contexts.yaml"));
        var book =
                new Rulebook(
                        index.textOr("name", ""),
                        rules,
                        new Contexts(reader.contexts(contexts)),
                        notes,
                        List.of());
        if (!reader.problems.isEmpty()) {
            throw new IllegalStateException("shipped rules: " + reader.problems.inOrder());
        }
        return book;
    }

    private static String resource(String name) {
        try (InputStream in = RulebookReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Fields fields(String file, String text) {
        Node.Table table = Yaml.table(file, text, YAML, problems);
        Node.Table found =
                table == null ? new Node.Table(new Position(file, 1, 1), Map.of()) : table;
        return new Fields(found, "the file " + file, CODES, problems);
    }

    private AuditRule rule(Fields fields) {
        String citation = fields.textOr("cites", "");
        Map<String, List<String>> with = with(fields);
        Map<String, AuditRule.Case> cases = new LinkedHashMap<>();
        fields.tables("cases", (name, table) -> cases.put(name, scene(table, citation, null)));
        var rule =
                new AuditRule(
                        fields.textOr("rule", ""),
                        fields.textOr("title", ""),
                        fields.textOr("group", ""),
                        test(fields),
                        with,
                        citation,
                        fields.texts("see").stream().map(Node.Text::value).toList(),
                        date(fields, LocalDate.EPOCH),
                        fields.textOr("plain", "").strip(),
                        cases);
        fields.done();
        return rule;
    }

    private Test test(Fields fields) {
        Node.Text word = fields.needText("test");
        String written = word == null ? "" : word.value();
        for (Test test : Test.values()) {
            if (test.written().equals(written)) {
                return test;
            }
        }
        problems.add(VALUE, fields.position("test"), "there is no test " + written);
        return Test.NATURE;
    }

    private static Map<String, List<String>> with(Fields fields) {
        Map<String, List<String>> with = new LinkedHashMap<>();
        Fields table = fields.table("with", "with");
        if (table != null) {
            for (String key : table.keys()) {
                with.put(key, table.texts(key).stream().map(Node.Text::value).toList());
            }
            table.done();
        }
        return with;
    }

    private AuditRule.Case scene(Fields fields, String citation, AuditRule.@Nullable Case before) {
        var scene =
                new AuditRule.Case(
                        verdict(fields, before == null ? Verdict.PASS : before.verdict()),
                        fields.textOr("cites", before == null ? citation : before.citation()),
                        fields.textOr("says", before == null ? "" : before.says()).strip(),
                        fields.textOr("question", before == null ? "" : before.question()).strip(),
                        fields.textOr("whom", before == null ? "" : before.whom()).strip(),
                        fields.textOr("remedy", before == null ? "" : before.remedy()).strip());
        fields.done();
        if (scene.verdict() == Verdict.NEEDS_HUMAN && scene.question().isEmpty()) {
            problems.add(VALUE, fields.position(), "a case that needs a human asks a question");
        }
        return scene;
    }

    private Verdict verdict(Fields fields, Verdict otherwise) {
        Node.Text word = fields.text("verdict");
        if (word == null) {
            return otherwise;
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict.written().equals(word.value())) {
                return verdict;
            }
        }
        String message = "verdict cannot be " + word.value() + "; allowed: fail, needs-human, pass";
        problems.add(VALUE, word.position(), message);
        return otherwise;
    }

    private LocalDate date(Fields fields, LocalDate otherwise) {
        Node.Text text = fields.text("in-force");
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text.value());
        } catch (DateTimeException _) {
            String message = "found " + text.value() + "; allowed is a date such as 2027-12-02";
            problems.add(VALUE, text.position(), message);
            return otherwise;
        }
    }

    private Map<String, Map<String, String>> contexts(Fields table) {
        Map<String, Map<String, String>> contexts = new LinkedHashMap<>();
        for (String from : table.keys()) {
            Map<String, String> to = new LinkedHashMap<>();
            Fields inner = table.table(from, "the context " + from);
            if (inner != null) {
                inner.keys().forEach(key -> to.put(key, inner.textOr(key, "")));
            }
            contexts.put(from, Map.copyOf(to));
        }
        return contexts;
    }

    /// The shipped rules with the changes of a file on top: `contexts` and, under `rules`, for a
    /// rule its `in-force`, `with`, words and verdicts of `cases`, or `off: yes`.
    public static Result changed(String file, String text) {
        var reader = new RulebookReader();
        Rulebook book = Rulebook.shipped();
        Fields fields = reader.fields(file, text);
        String name = fields.textOr("name", book.name());
        Fields contexts = fields.table("contexts", "contexts");
        Map<String, Map<String, String>> near =
                contexts == null ? Map.of() : reader.contexts(contexts);
        Map<String, AuditRule> rules = new LinkedHashMap<>();
        book.rules().forEach(rule -> rules.put(rule.id(), rule));
        fields.tables("rules", (id, change) -> reader.change(rules, id, change));
        fields.done();
        if (!reader.problems.isEmpty()) {
            return new Result.Refused(reader.problems.inOrder());
        }
        return new Result.Read(
                new Rulebook(
                        name,
                        List.copyOf(rules.values()),
                        book.contexts().with(near),
                        book.notes(),
                        List.of(file)));
    }

    private void change(Map<String, AuditRule> rules, String id, Fields change) {
        AuditRule rule = rules.get(id);
        if (rule == null) {
            String hint = glasshouse.document.Nearest.hint(id, rules.keySet());
            problems.add(VALUE, change.position(), "there is no rule " + id + "; " + hint);
            return;
        }
        if (change.textOr("off", "no").equals("yes")) {
            rules.remove(id);
        } else {
            Map<String, List<String>> with = new LinkedHashMap<>(rule.with());
            with.putAll(with(change));
            Map<String, AuditRule.Case> cases = new LinkedHashMap<>(rule.cases());
            change.tables("cases", (name, table) -> changeCase(cases, rule, name, table));
            rules.put(id, copy(rule, with, date(change, rule.inForce()), cases));
        }
        change.done();
    }

    private void changeCase(
            Map<String, AuditRule.Case> cases, AuditRule rule, String name, Fields table) {
        AuditRule.Case before = cases.get(name);
        if (before == null) {
            String hint = glasshouse.document.Nearest.hint(name, cases.keySet());
            problems.add(VALUE, table.position(), "there is no case " + name + "; " + hint);
            return;
        }
        cases.put(name, scene(table, rule.citation(), before));
    }

    private static AuditRule copy(
            AuditRule rule,
            Map<String, List<String>> with,
            LocalDate inForce,
            Map<String, AuditRule.Case> cases) {
        return new AuditRule(
                rule.id(),
                rule.title(),
                rule.group(),
                rule.test(),
                with,
                rule.citation(),
                rule.see(),
                inForce,
                rule.plain(),
                cases);
    }

    /// A rule that is not yet in force: what would fail is asked about.
    static AuditRule softened(AuditRule rule) {
        Map<String, AuditRule.Case> cases = new LinkedHashMap<>();
        rule.cases()
                .forEach(
                        (name, scene) -> {
                            boolean fails = scene.verdict() == Verdict.FAIL;
                            String question = "Will this be mended by " + rule.inForce() + "?";
                            cases.put(
                                    name,
                                    new AuditRule.Case(
                                            fails ? Verdict.NEEDS_HUMAN : scene.verdict(),
                                            scene.citation(),
                                            scene.says(),
                                            fails ? question : scene.question(),
                                            scene.whom(),
                                            scene.remedy()));
                        });
        return copy(rule, rule.with(), rule.inForce(), cases);
    }
}
