package glasshouse.lab.study;

import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import glasshouse.lab.experiment.Spread;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.experiment.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What lenders who are fair at every step do to scores in the long run: [CreditDynamics] under a
/// lender of each policy, with the same luck.
final class FairLending implements Study {
    static final int STEPS = 20_000;
    private static final int MARKS = 100;
    private static final List<Lender> LENDERS = List.of(Lender.values());

    /// The lenders, by what they are called in the results.
    enum Lender {
        MAX_REWARD("max-reward", Policy.MAX_PROFIT),
        EQUAL_OPPORTUNITY("equal-opportunity", Policy.EQUAL_OPPORTUNITY);

        private final String label;
        private final Policy policy;

        Lender(String label, Policy policy) {
            this.label = label;
            this.policy = policy;
        }

        String label() {
            return label;
        }
    }

    private final CreditDynamics.Model model;
    private final Settings settings;
    private final int steps;

    FairLending(CreditDynamics.Model model, Settings settings) {
        this.model = model;
        this.settings = settings;
        steps = Math.toIntExact(settings.or(Setting.STEPS, STEPS));
    }

    /// What one seed gives of one lender and group, as numbers.
    private record Cell(double[] numbers, int from) {
        private static final int COUNTS = 5;

        double applicants() {
            return numbers[from];
        }

        double loans() {
            return numbers[from + 1];
        }

        /// Of those who would repay, the share lent to.
        double recall() {
            return numbers[from + 3] / numbers[from + 2];
        }

        /// Of those lent to, the share that repaid.
        double precision() {
            return numbers[from + 3] / numbers[from + 1];
        }

        double profit() {
            return numbers[from + 4];
        }

        double share(int score, int parts) {
            return numbers[from + COUNTS + score] / parts;
        }

        double meanScore(int scores, int parts) {
            double sum = 0;
            for (int score = 0; score < scores; score++) {
                sum += score * share(score, parts);
            }
            return sum;
        }

        double loansUpTo(int mark, int scores) {
            return numbers[from + COUNTS + scores + mark];
        }
    }

    @Override
    public Results run(Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        var runs = new Runs(settings.seeds(), (long) steps * LENDERS.size(), settings.threads());
        List<double[]> numbers = runs.all(this::numbers, progress, checkpoints);
        var measures = new ArrayList<Measure>();
        Table rows = rows(numbers, measures);
        return new Results(measures, List.of(rows, spreads(numbers), loans(numbers)));
    }

    private int scores() {
        return model.repays().length;
    }

    private int width() {
        return Cell.COUNTS + scores() + MARKS;
    }

    private double[] numbers(int index) {
        int groups = model.names().size();
        double[] numbers = new double[LENDERS.size() * groups * width()];
        int at = 0;
        for (Lender lender : LENDERS) {
            var dynamics = new CreditDynamics(model, lender.policy, settings.seed(index));
            CreditDynamics.Outcome outcome = dynamics.run(steps, MARKS);
            for (int group = 0; group < groups; group++) {
                CreditDynamics.Tally tally = outcome.tallies().get(group);
                numbers[at++] = tally.applicants;
                numbers[at++] = tally.loans;
                numbers[at++] = tally.wouldRepay;
                numbers[at++] = tally.repaid;
                numbers[at++] = tally.profit;
                for (int parts : outcome.mass()[group]) {
                    numbers[at++] = parts;
                }
                for (int loans : outcome.loans()[group]) {
                    numbers[at++] = loans;
                }
            }
        }
        return numbers;
    }

    private Cell cell(double[] numbers, Lender lender, int group) {
        return new Cell(
                numbers, (LENDERS.indexOf(lender) * model.names().size() + group) * width());
    }

    private Spread spread(
            List<double[]> numbers, Lender lender, int group, ToDoubleFunction<Cell> value) {
        return Spread.of(
                numbers.stream()
                        .mapToDouble(each -> value.applyAsDouble(cell(each, lender, group)))
                        .toArray());
    }

    private Table rows(List<double[]> numbers, List<Measure> measures) {
        Table.Builder rows =
                Table.named(Table.ROWS)
                        .texts("lender", "group")
                        .decimals("applicants", "loans", "recall", "precision")
                        .decimals("meanScoreStart", "meanScoreEnd", "profitRate");
        for (Lender lender : LENDERS) {
            double profit = 0;
            for (int group = 0; group < model.names().size(); group++) {
                String name = model.names().get(group);
                Spread loans = spread(numbers, lender, group, Cell::loans);
                Spread recall = spread(numbers, lender, group, Cell::recall);
                Spread precision = spread(numbers, lender, group, Cell::precision);
                Spread score =
                        spread(
                                numbers,
                                lender,
                                group,
                                cell -> cell.meanScore(scores(), model.parts()));
                double rate = spread(numbers, lender, group, Cell::profit).mean() / steps;
                rows.row(
                        lender.label,
                        name,
                        spread(numbers, lender, group, Cell::applicants).mean(),
                        loans.mean(),
                        recall.mean(),
                        precision.mean(),
                        meanAtStart(group),
                        score.mean(),
                        rate);
                profit += rate;
                measures.add(loans.measure("loans", lender.label).in(name));
                measures.add(recall.measure("recall", lender.label).in(name));
                measures.add(precision.measure("precision", lender.label).in(name));
                measures.add(score.measure("mean-score-end", lender.label).in(name));
            }
            measures.add(Measure.of("profit-rate", lender.label, profit));
        }
        return rows.build();
    }

    private double meanAtStart(int group) {
        double sum = 0;
        for (int score = 0; score < scores(); score++) {
            sum += score * (double) model.start()[group][score] / model.parts();
        }
        return sum;
    }

    private Table spreads(List<double[]> numbers) {
        Table.Builder table =
                Table.named("score-distribution")
                        .texts("lender", "group")
                        .wholes("score")
                        .decimals("start", "end");
        for (Lender lender : LENDERS) {
            for (int group = 0; group < model.names().size(); group++) {
                for (int i = 0; i < scores(); i++) {
                    int score = i;
                    table.row(
                            lender.label,
                            model.names().get(group),
                            score,
                            (double) model.start()[group][score] / model.parts(),
                            spread(numbers, lender, group, cell -> cell.share(score, model.parts()))
                                    .mean());
                }
            }
        }
        return table.build();
    }

    private Table loans(List<double[]> numbers) {
        Table.Builder table =
                Table.named("cumulative-loans")
                        .texts("lender", "group")
                        .wholes("step")
                        .decimals("loans", "low", "high");
        for (Lender lender : LENDERS) {
            for (int group = 0; group < model.names().size(); group++) {
                for (int i = 0; i < MARKS; i++) {
                    int mark = i;
                    Spread loans =
                            spread(numbers, lender, group, cell -> cell.loansUpTo(mark, scores()));
                    table.row(
                            lender.label,
                            model.names().get(group),
                            (mark + 1L) * steps / MARKS,
                            loans.mean(),
                            loans.low(),
                            loans.high());
                }
            }
        }
        return table.build();
    }
}
