package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Period;
import glasshouse.scheme.Quota;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the services: what relying parties offer, and the rules that decide.
final class ServiceReader {
    private static final int MOST_RULES = 200;
    private static final int MOST_PLACES = 1_000_000;
    private static final Condition ALWAYS = new Condition.Always();
    private static final Curve NOTHING = new Curve(List.of(new Curve.Knot(0, 0)));

    private final Reading reading;
    private final ConditionReader conditions;
    private final Collection<String> contexts;

    private enum DecidedBy {
        ALGORITHM,
        HUMAN
    }

    ServiceReader(Reading reading, ConditionReader conditions, Collection<String> contexts) {
        this.reading = reading;
        this.conditions = conditions;
        this.contexts = contexts;
    }

    Map<String, Service> read(Fields scheme) {
        Map<String, Service> services = new LinkedHashMap<>();
        scheme.tables("services", (name, table) -> services.put(name, service(name, table)));
        return services;
    }

    private Service service(String name, Fields fields) {
        String path = "services." + name;
        reading.place(path, name, fields);
        Node.Text context = fields.needText("context", "context: credit");
        if (context != null) {
            reading.known(context, "context", Code.UNKNOWN_CONTEXT, contexts);
        }
        fields.need("effect", "effect: access (or price, priority, offer)");
        Effect effect = reading.word(fields, "effect", Effect.values(), Effect.ACCESS);
        String title = fields.textOr("title", name);
        fields.need(
                "rules",
                "rules: [{when: {score: {below: 500}}, outcome: refused}, {outcome: granted}]");
        List<Rule> rules = rules(path, name, fields, effect);
        var decidedBy = DecidedBy.values();
        var service =
                new Service(
                        name,
                        title,
                        context == null ? "" : context.value(),
                        fields.textOr("purpose", title),
                        effect,
                        fields.textOr("unit", ""),
                        reading.yes(fields, "significant"),
                        reading.word(fields, "decided-by", decidedBy, DecidedBy.ALGORITHM)
                                == DecidedBy.ALGORITHM,
                        reading.yes(fields, "advantage-only"),
                        quota(fields, effect),
                        rules);
        fields.done();
        return service;
    }

    private @Nullable Quota quota(Fields fields, Effect effect) {
        Fields quota = fields.table("quota", "the quota", "quota: {places: 30, per: day}");
        if (quota == null) {
            return null;
        }
        if (effect == Effect.PRICE) {
            reading.report(
                    Code.NO_EFFECT,
                    fields.position("quota"),
                    "a price has no quota: everybody gets one; drop quota, or make it a service of"
                            + " its own with the effect access or priority");
        }
        quota.need("places", "places: 30");
        quota.need("per", "per: day");
        long placesMicro = Quantity.number(quota, "places", Micro.ONE);
        long places = placesMicro / Micro.ONE;
        Period per = reading.word(quota, "per", Period.values(), Period.DAY);
        quota.done();
        if (places < 1 || places > MOST_PLACES || placesMicro % Micro.ONE != 0) {
            String found = "found " + Micro.format(placesMicro) + " places; ";
            String allowed = "a quota has a whole number of them, 1 to 1000000";
            reading.report(Code.RULES, quota.position("places"), found + allowed);
            return null;
        }
        return new Quota((int) places, per);
    }

    private List<Rule> rules(String path, String name, Fields fields, Effect effect) {
        var rules = new ArrayList<Rule>();
        List<Node> items = fields.items("rules");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Node.Table table) {
                Fields rule = fields.inner(table, "a rule");
                reading.positions.put(path + ".rules[" + i + "]", rule.position());
                String code = name.toUpperCase(Locale.ROOT) + "." + (i + 1);
                rules.add(rule(rule, effect, code));
                boolean last = i == items.size() - 1;
                checkOrder(last, rule);
            } else {
                String allowed = "a rule is {when: {score: {below: 500}}, outcome: refused}";
                reading.report(Code.WRONG_SHAPE, items.get(i).position(), allowed);
            }
        }
        if (rules.size() > MOST_RULES) {
            String message = "a service has at most 200 rules";
            reading.report(Code.TOO_MANY, fields.position("rules"), message);
        }
        return rules;
    }

    private void checkOrder(boolean last, Fields fields) {
        boolean always = !fields.has("when");
        if (last && !always) {
            reading.report(
                    Code.RULES,
                    fields.position(),
                    "the last rule has no when, so that all get an answer; add {outcome: …}");
        }
        if (!last && always) {
            reading.report(
                    Code.RULES,
                    fields.position(),
                    "a rule without when decides for all; the rules after it never apply");
        }
    }

    private Rule rule(Fields fields, Effect effect, String code) {
        Condition when = conditions.read(fields, "when", ALWAYS);
        Outcome outcome = reading.word(fields, "outcome", Outcome.values(), Outcome.GRANTED);
        boolean hasPrice = fields.has("price");
        @Nullable Curve price = hasPrice ? Curves.read(reading, fields, "price", NOTHING) : null;
        if (effect == Effect.PRICE && outcome == Outcome.GRANTED && !hasPrice) {
            reading.report(
                    Code.PRICE, fields.position(), "a rule of a price needs price: …, or refuses");
        }
        if (hasPrice && effect != Effect.PRICE && effect != Effect.OFFER) {
            reading.report(
                    Code.PRICE,
                    fields.position("price"),
                    "only services with the effect price or offer have prices");
        }
        @Nullable Reason reason =
                fields.has("reason") ? reading.reason(fields, new Reason(code, "")) : null;
        var rule = new Rule(when, outcome, price, fields.textOr("terms", ""), reason);
        fields.done();
        return rule;
    }
}
