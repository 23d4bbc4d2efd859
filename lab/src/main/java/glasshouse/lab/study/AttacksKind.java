package glasshouse.lab.study;

import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.lab.experiment.Kind;
import glasshouse.lab.experiment.LabCode;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Source;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.report.Section;
import glasshouse.lab.study.Bazaar.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads an experiment of the kind `attacks`: `attacks`, `sizes`, `within` (days), `prices`
/// (rating, identity, trade), `confirm`, `delay`, `days`, `sources` and `groups`.
public final class AttacksKind implements Kind {
    private static final List<String> LABELS =
            Arrays.stream(Attack.values()).map(Attack::label).toList();
    private static final int MOST_PEOPLE = 100_000;
    private static final int FEWEST_PEOPLE = 100;
    private static final int MOST_SIZE = 1_000;
    private static final int MOST_GROUPS = 8;

    @Override
    public String name() {
        return "attacks";
    }

    @Override
    public Set<Setting> takes() {
        return Set.of(Setting.PEOPLE, Setting.SEEDS, Setting.SEED);
    }

    @Override
    public List<Section> tell(Results results) {
        return AttacksReport.sections(results);
    }

    @Override
    public Optional<Study> read(Source source) {
        long people = source.settings().or(Setting.PEOPLE, Attacks.PEOPLE);
        if (people < FEWEST_PEOPLE || people > MOST_PEOPLE) {
            source.problem(
                    LabCode.BAD_NUMBER,
                    Setting.PEOPLE.key(),
                    "people is %d; a marketplace has %d to %d"
                            .formatted(people, FEWEST_PEOPLE, MOST_PEOPLE));
        }
        int most = (int) Math.min(MOST_SIZE, people / 4);
        var design =
                new Attacks.Design(
                        attacks(source),
                        wholes(source, "sizes", 2, most, 20),
                        wholes(source, "within", 1, 120, 3),
                        prices(source),
                        source.decimal("confirm", 0, 1, 0.9),
                        (int) source.whole("delay", 0, 120, 14),
                        (int) source.whole("days", 90, 3_650, 360),
                        (int) source.whole("sources", 5, 1_000, 20),
                        groups(source));
        return source.problems().isEmpty()
                ? Optional.of(new Attacks(design, source.settings()))
                : Optional.empty();
    }

    private static List<Attack> attacks(Source source) {
        var attacks = new ArrayList<Attack>();
        for (Node.Text text : source.fields().texts("attacks")) {
            Optional<Attack> attack = Attack.of(text.value());
            if (attack.isPresent() && !attacks.contains(attack.get())) {
                attacks.add(attack.get());
            } else {
                source.problems()
                        .add(
                                LabCode.UNKNOWN_WORD.id(),
                                text.position(),
                                "attacks: %s is %s; %s"
                                        .formatted(
                                                text.value(),
                                                attack.isPresent() ? "named twice" : "no attack",
                                                Nearest.hint(text.value(), LABELS)));
            }
        }
        return attacks.isEmpty() ? List.of(Attack.values()) : attacks;
    }

    private static int[] wholes(Source source, String key, int least, int most, int otherwise) {
        double[] values = source.decimals(key, least, most, otherwise);
        int[] wholes = Arrays.stream(values).mapToInt(value -> (int) Math.round(value)).toArray();
        boolean fit = Arrays.stream(wholes).distinct().count() == wholes.length;
        for (int i = 0; i < values.length; i++) {
            fit &= values[i] == wholes[i];
        }
        if (!fit) {
            source.problem(
                    LabCode.BAD_NUMBER, key, key + " holds whole numbers, each of them once");
        }
        return wholes;
    }

    private static Plot.Prices prices(Source source) {
        Fields table = source.fields().table("prices", "the prices");
        if (table == null) {
            return new Plot.Prices(1, 3, 10);
        }
        Source inner = source.of(table);
        var prices =
                new Plot.Prices(
                        inner.decimal("rating", 0.01, 10_000, 1),
                        inner.decimal("identity", 0.01, 10_000, 3),
                        inner.decimal("trade", 0.01, 10_000, 10));
        table.done();
        return prices;
    }

    private static List<Group> groups(Source source) {
        Fields table = source.fields().table("groups", "the groups");
        if (table == null) {
            return List.of(new Group("members", 1, 8, 1, 0, 1));
        }
        var groups = new ArrayList<Group>();
        for (String name : List.copyOf(table.keys())) {
            Fields each = table.table(name, "the group " + name);
            if (each != null) {
                Source inner = source.of(each);
                groups.add(
                        new Group(
                                name,
                                inner.decimal("share", 0.001, 1_000, 1),
                                inner.decimal("ratings", 0, 200, 8),
                                (int) inner.whole("circle", 1, 100, 1),
                                inner.decimal("close", 0, 1, 0),
                                inner.decimal("newest", 0.01, 1, 1)));
                each.done();
            }
        }
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            source.problem(
                    LabCode.BAD_NUMBER,
                    "groups",
                    "there are " + groups.size() + " groups; 1 to " + MOST_GROUPS + " are allowed");
        }
        return groups;
    }
}
