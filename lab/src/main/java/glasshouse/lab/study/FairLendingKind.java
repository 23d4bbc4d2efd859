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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads an experiment of the kind `lending`: `repayment` (the chance at each score), `groups`
/// (name: the share at each score), `loan`, `interest` and `moves` (the share of a group that moves
/// with one loan).
public final class FairLendingKind implements Kind {
    private static final int MOST_SCORES = 100;
    private static final double EXACT = 1e-9;

    @Override
    public String name() {
        return "lending";
    }

    @Override
    public Set<Setting> takes() {
        return Set.of(Setting.STEPS, Setting.SEEDS, Setting.SEED);
    }

    @Override
    public List<Section> tell(Results results) {
        return FairLendingReport.sections(results);
    }

    @Override
    public Optional<Study> read(Source source) {
        Fields fields = source.fields();
        fields.need("repayment", "repayment: [0.1, 0.5, 0.7]");
        fields.need("groups", "groups: {group 1: [0.2, 0.3, 0.5]}");
        double[] repays = source.decimals("repayment", 0, 1);
        if (repays.length < 2 || repays.length > MOST_SCORES) {
            source.problem(
                    LabCode.BAD_NUMBER,
                    "repayment",
                    "repayment has " + repays.length + " numbers; allowed are 2 to 100");
        }
        double loan = source.decimal("loan", 0, 1_000_000, 1);
        double interest = source.decimal("interest", 0, 1000, 1);
        double moves = source.decimal("moves", 0.0001, 1, 0.01);
        int parts = Math.toIntExact(Math.round(1 / moves));
        var names = new ArrayList<String>();
        List<int[]> start = start(source, repays.length, parts, names);
        if (!source.problems().isEmpty()) {
            return Optional.empty();
        }
        var model =
                new CreditDynamics.Model(
                        names,
                        repays,
                        start.toArray(int[][]::new),
                        parts,
                        new Utility(loan * interest, -loan));
        return Optional.of(new FairLending(model, source.settings()));
    }

    private static List<int[]> start(Source source, int scores, int parts, List<String> names) {
        var start = new ArrayList<int[]>();
        Node found = source.fields().find("groups");
        Fields groups = found == null ? null : source.fields().table("groups", "groups");
        if (groups == null) {
            return start;
        }
        Source inner = source.of(groups);
        for (String name : groups.keys()) {
            double[] shares = inner.decimals(name, 0, 1);
            int[] mass = new int[shares.length];
            int sum = 0;
            boolean whole = true;
            for (int i = 0; i < shares.length; i++) {
                mass[i] = Math.toIntExact(Math.round(shares[i] * parts));
                whole &= Math.abs(mass[i] - shares[i] * parts) < EXACT * parts;
                sum += mass[i];
            }
            if (shares.length != scores || sum != parts || !whole) {
                inner.problem(
                        LabCode.BAD_NUMBER,
                        name,
                        "the shares of %s are %s numbers that sum to %s/%s; allowed are %s"
                                        .formatted(name, shares.length, sum, parts, scores)
                                + " multiples of 1/"
                                + parts
                                + " that sum to 1");
            }
            names.add(name);
            start.add(mass);
        }
        return start;
    }
}
