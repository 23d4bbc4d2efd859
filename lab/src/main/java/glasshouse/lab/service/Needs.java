package glasshouse.lab.service;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The needs that services meet: `glasshouse/lab/needs.yaml`.
public final class Needs {
    private static final String FILE = "needs.yaml";
    private static final String CODE = "GH-LAB-000";
    private static final String ELSE = "else";

    private final Map<String, Need> needs;

    private Needs(Map<String, Need> needs) {
        this.needs = needs;
    }

    /// What ships.
    public static Needs shipped() {
        var problems = new Problems();
        Node.Table table = Yaml.table(FILE, text(), CODE, problems);
        if (table == null) {
            throw new IllegalStateException(FILE + ": " + problems.inOrder());
        }
        var codes = new Fields.Codes(CODE, CODE, CODE);
        var needs = new LinkedHashMap<String, Need>();
        table.fields()
                .forEach(
                        (service, field) -> {
                            if (field.value() instanceof Node.Table each) {
                                needs.put(
                                        service,
                                        need(service, new Fields(each, service, codes, problems)));
                            }
                        });
        if (!problems.isEmpty() || !needs.containsKey(ELSE)) {
            throw new IllegalStateException(FILE + ": " + problems.inOrder());
        }
        return new Needs(needs);
    }

    /// What a service means.
    public Need of(String service) {
        Need found = needs.get(service);
        if (found != null) {
            return found;
        }
        Need other = needs.get(ELSE);
        if (other == null) {
            throw new IllegalStateException(FILE + ": " + ELSE);
        }
        return new Need(
                service, other.kind(), other.weekly(), other.usual(), other.euros(), other.hours());
    }

    private static Need need(String service, Fields fields) {
        String kind = fields.textOr("kind", "other");
        return new Need(
                service,
                Need.Kind.valueOf(kind.replace('-', '_').toUpperCase(Locale.ROOT)),
                number(fields, "weekly"),
                number(fields, "usual"),
                number(fields, "euros"),
                number(fields, "hours"));
    }

    private static double number(Fields fields, String key) {
        return Double.parseDouble(fields.textOr(key, "0"));
    }

    private static String text() {
        try (InputStream in = Needs.class.getResourceAsStream("/glasshouse/lab/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
