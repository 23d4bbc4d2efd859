package glasshouse.lab.study;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.lab.experiment.Kind;
import glasshouse.lab.experiment.LabCode;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Source;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.report.Section;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads an experiment of the kind `delayed-impact`: `data` (the folder of the tables), `groups`
/// (name: column), `utilities` (a list of `{repaid, defaulted}`) and `score-change`.
public final class DelayedImpactKind implements Kind {
    private static final double MOST = 1_000_000;

    @Override
    public String name() {
        return "delayed-impact";
    }

    @Override
    public Set<Setting> takes() {
        return Set.of();
    }

    @Override
    public List<Section> tell(Results results) {
        return DelayedImpactReport.sections(results);
    }

    @Override
    public Optional<Study> read(Source source) {
        Fields fields = source.fields();
        Node.Text data = fields.needText("data", "data: data/transunion-race");
        Map<String, String> columns = groups(fields);
        List<Utility> utilities = utilities(source);
        ScoreChange change = change(source);
        if (data == null || !source.problems().isEmpty()) {
            return Optional.empty();
        }
        try {
            var tables = new CreditTables(source.folder().resolve(Path.of(data.value())));
            return Optional.of(
                    new DelayedImpact(tables.groups(columns), utilities, change, tables.digests()));
        } catch (IOException | InvalidPathException unfit) {
            source.problem(LabCode.DATA, "data", String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }

    private static Map<String, String> groups(Fields fields) {
        Map<String, String> columns = new LinkedHashMap<>();
        Node found = fields.need("groups", "groups: {Black: Black}");
        Fields groups = found == null ? null : fields.table("groups", "groups");
        if (groups != null) {
            for (String name : groups.keys()) {
                Node.Text column = groups.needText(name);
                if (column != null) {
                    columns.put(name, column.value());
                }
            }
        }
        return columns;
    }

    private static List<Utility> utilities(Source source) {
        var utilities = new ArrayList<Utility>();
        source.fields().need("utilities", "utilities: [{repaid: 1, defaulted: -4}]");
        for (Node item : source.fields().items("utilities")) {
            if (item instanceof Node.Table table) {
                Source inner = source.of(source.fields().inner(table, "a utility"));
                utilities.add(
                        new Utility(
                                inner.needDecimal("repaid", 0, MOST),
                                inner.needDecimal("defaulted", -MOST, 0)));
                inner.fields().done();
            } else {
                source.problems()
                        .add(
                                LabCode.WRONG_SHAPE.id(),
                                item.position(),
                                "a utility is written {repaid: 1, defaulted: -4}");
            }
        }
        return utilities;
    }

    private static ScoreChange change(Source source) {
        Fields fields = source.fields().table("score-change", "score-change");
        if (fields == null) {
            source.fields().need("score-change", "score-change: {repaid: 75, defaulted: -150}");
            return new ScoreChange(0, 0, 0, 1);
        }
        Source inner = source.of(fields);
        double repaid = inner.needDecimal("repaid", -MOST, MOST);
        double defaulted = inner.needDecimal("defaulted", -MOST, MOST);
        double floor = inner.decimal("floor", -MOST, MOST, 300);
        double ceiling = inner.decimal("ceiling", floor + 1, MOST, 850);
        fields.done();
        return new ScoreChange(repaid, defaulted, floor, Math.max(floor + 1, ceiling));
    }
}
