package glasshouse.wire.mapping;

import glasshouse.document.Problems;
import glasshouse.wire.value.ContentName;
import glasshouse.wire.value.Occurrences;
import glasshouse.wire.value.Recurring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How the rows of a file, as it is, stand for events.
///
/// `source` is that of events that state none; empty, it is the name of the file at hand. One
/// mapping serves any table: [#bind] finds its columns in the one at hand.
public record Mapping(String name, TextTable table, String source, List<Rule> rules, Scope scope) {
    /// Events by field and formula; `emptyIsAbsent` as in the standard columns.
    record Rule(Map<Field, Formula> formulas, boolean emptyIsAbsent) {
        Rule {
            // In the order of the fields, so that problems are told in one order.
            var ordered = new EnumMap<Field, Formula>(Field.class);
            ordered.putAll(formulas);
            formulas = Collections.unmodifiableMap(ordered);
        }
    }

    public Mapping {
        rules = List.copyOf(rules);
    }

    /// Whether every event gets its id from the file; where not, ids come from the content.
    public boolean namesEvents() {
        return rules.stream().allMatch(rule -> rule.formulas().containsKey(Field.ID));
    }

    /// Finds the columns that the expressions name. `fileName` stands in for a missing source;
    /// `occurrences` numbers events without id over all that is bound with it.
    public BindResult bind(List<String> columns, String fileName, Occurrences occurrences) {
        var problems = new Problems();
        var names = new ContentName(occurrences);
        var recurring = new Recurring();
        String defaultSource = source.isEmpty() ? fileName : source;
        var bound = new ArrayList<BoundRule>();
        for (Rule rule : rules) {
            var terms = new EnumMap<Field, Term>(Field.class);
            var compiler = new Compiler(columns, scope, problems);
            rule.formulas().forEach((field, formula) -> terms.put(field, compiler.term(formula)));
            bound.add(new BoundRule(terms, defaultSource, rule.emptyIsAbsent(), names, recurring));
        }
        return problems.isEmpty()
                ? new BoundMapping(bound)
                : new BindResult.Unbound(problems.inOrder());
    }

    /// The mapping of the standard columns, as far as a header has them: `source, id, person,
    /// counterparty, signal, value, happened_at, recorded_at, reference`; others are passed over.
    public static Mapping standard(TextTable table, List<String> header) {
        var formulas = new EnumMap<Field, Formula>(Field.class);
        for (Field field : Field.values()) {
            boolean present = header.contains(field.column()) && field != Field.WHEN;
            if (present || field.isRequired()) {
                formulas.put(field, Formula.column(field.column()));
            }
        }
        return new Mapping("", table, "", List.of(new Rule(formulas, true)), Scope.PLAIN);
    }
}
