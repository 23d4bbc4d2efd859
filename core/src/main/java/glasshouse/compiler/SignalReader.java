package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.scheme.Context;
import glasshouse.scheme.Effort;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Nature;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the signals of a scheme and the contexts that it adds.
final class SignalReader {
    /// The contexts that every scheme has.
    static final Set<String> CONTEXTS =
            Set.of(
                    "credit",
                    "tax",
                    "utilities",
                    "housing",
                    "justice",
                    "mobility",
                    "civic",
                    "commerce",
                    "employment",
                    "education",
                    "health",
                    "insurance",
                    "travel",
                    "hospitality",
                    "speech",
                    "association",
                    "identity",
                    "telecom",
                    "family",
                    "public-services",
                    "game");

    private final Reading reading;
    private final Fields scheme;

    SignalReader(Reading reading, Fields scheme) {
        this.reading = reading;
        this.scheme = scheme;
    }

    /// The known contexts and those that the scheme adds.
    static Set<String> contexts(Fields scheme) {
        Set<String> contexts = new TreeSet<>(CONTEXTS);
        if (scheme.find("contexts") instanceof Node.Table added) {
            contexts.addAll(added.fields().keySet());
        }
        return contexts;
    }

    /// The contexts that the scheme adds.
    List<Context> added() {
        Set<String> all = contexts(scheme);
        var added = new ArrayList<Context>();
        scheme.tables(
                "contexts",
                (name, context) -> {
                    reading.place("contexts." + name, name, context);
                    if (CONTEXTS.contains(name)) {
                        String message = "every scheme has the context " + name + "; drop it here";
                        reading.report(Code.TWICE, context.position(), message);
                    }
                    var related = new ArrayList<String>();
                    for (Node.Text text : context.texts("related")) {
                        reading.known(text, "context", Code.UNKNOWN_CONTEXT, all);
                        related.add(text.value());
                    }
                    added.add(new Context(name, context.textOr("title", name), related));
                    context.done();
                });
        return added;
    }

    Map<String, Signal> read() {
        Set<String> contexts = contexts(scheme);
        Map<String, Signal> signals = new LinkedHashMap<>();
        scheme.need("signals", "signals: {bill.paid: {context: utilities}}");
        reading.knowsSignals = isTableOfTables(scheme.find("signals"));
        scheme.tables(
                "signals", (name, signal) -> signals.put(name, signal(name, signal, contexts)));
        return signals;
    }

    /// Whether a node is a table whose values are tables or nothing; nothing is one too.
    private static boolean isTableOfTables(@Nullable Node node) {
        if (node == null) {
            return true;
        }
        return node instanceof Node.Table table
                && table.fields().values().stream().allMatch(field -> isTable(field.value()));
    }

    private static boolean isTable(Node value) {
        return switch (value) {
            case Node.Table _ -> true;
            case Node.Text text -> text.isNothing();
            case Node.Series _ -> false;
        };
    }

    private Signal signal(String name, Fields fields, Set<String> contexts) {
        reading.place("signals." + name, name, fields);
        Node.Text context = fields.needText("context", "context: credit");
        if (context != null) {
            reading.known(context, "context", Code.UNKNOWN_CONTEXT, contexts);
        }
        var signal =
                new Signal(
                        name,
                        fields.textOr("title", name),
                        context == null ? "" : context.value(),
                        fields.textOr("unit", ""),
                        reading.word(fields, "nature", Nature.values(), Nature.CONDUCT),
                        reading.word(fields, "gravity", Gravity.values(), Gravity.NEUTRAL),
                        effort(fields));
        fields.done();
        return signal;
    }

    private @Nullable Effort effort(Fields fields) {
        Fields effort = fields.table("effort", "the effort", "effort: {hours: 2, euros: 0}");
        if (effort == null) {
            return null;
        }
        long hours = Quantity.number(effort, "hours", 0);
        long euros = Quantity.number(effort, "euros", 0);
        long perWeek = Quantity.number(effort, "perWeek", Micro.ONE);
        effort.done();
        if (hours < 0 || euros < 0 || perWeek < 0) {
            reading.report(
                    Code.BAD_NUMBER,
                    effort.position(),
                    "hours, euros and perWeek are 0 or more; perWeek: 0 is for what nobody"
                            + " can set out to do");
        }
        return new Effort(hours, euros, perWeek);
    }
}
