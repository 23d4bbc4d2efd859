package glasshouse.cli;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.lab.experiment.RunFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The arms of a lab run: who lives under which scheme, and with what switched off.
record RunArms(List<Arm> arms) {
    RunArms {
        arms = List.copyOf(arms);
    }

    /// `without`: the consequences that are switched off; `others`: what else the arm says of
    /// itself, as written.
    record Arm(String name, String scheme, List<String> without, Set<String> others) {
        /// Whether another arm is this one, but for one consequence that is switched off.
        boolean isTwinWithout(Arm other) {
            return without.isEmpty()
                    && other.without().size() == 1
                    && scheme.equals(other.scheme())
                    && others.equals(other.others());
        }
    }

    static RunArms of(String experiment) {
        var problems = new Problems();
        Node.Table root = Yaml.table(RunFolder.EXPERIMENT, experiment, "", problems);
        var arms = new ArrayList<Arm>();
        if (root != null && root.fields().get("schemes") instanceof Node.Field(_, Node.Table all)) {
            all.fields().forEach((name, field) -> arms.add(arm(name, field.value(), problems)));
        }
        arms.removeIf(each -> each.scheme().isEmpty() || each.scheme().equals("none"));
        return new RunArms(arms);
    }

    private static Arm arm(String name, Node node, Problems problems) {
        if (!(node instanceof Node.Table table)) {
            String scheme = node instanceof Node.Text text ? schemeName(text.value()) : "";
            return new Arm(name, scheme, List.of(), Set.of());
        }
        var fields = new Fields(table, name, new Fields.Codes("", "", ""), problems);
        var without = new ArrayList<String>();
        if (table.fields().get("without") instanceof Node.Field(_, Node.Series series)) {
            for (Node each : series.items()) {
                without.add(each instanceof Node.Text text ? text.value() : "");
            }
        }
        var others = new HashSet<String>();
        for (String key : fields.keys()) {
            if (!key.equals("scheme") && !key.equals("without")) {
                others.add(key + ": " + fields.textOr(key, ""));
            }
        }
        return new Arm(name, schemeName(fields.textOr("scheme", "")), without, others);
    }

    private static String schemeName(String written) {
        return written.substring(written.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    }

    /// The arm of each scheme: the first that says nothing but the scheme, else the first in which
    /// nothing is switched off, else the first.
    Map<String, Arm> byScheme() {
        Map<String, Arm> chosen = new LinkedHashMap<>();
        arms.stream()
                .filter(each -> each.without().isEmpty() && each.others().isEmpty())
                .forEach(each -> chosen.putIfAbsent(each.scheme(), each));
        arms.stream()
                .filter(each -> each.without().isEmpty())
                .forEach(each -> chosen.putIfAbsent(each.scheme(), each));
        arms.forEach(each -> chosen.putIfAbsent(each.scheme(), each));
        return chosen;
    }

    /// The arms that are an arm's twins but for one consequence.
    List<Arm> twinsOf(Arm arm) {
        return arms.stream().filter(arm::isTwinWithout).toList();
    }
}
