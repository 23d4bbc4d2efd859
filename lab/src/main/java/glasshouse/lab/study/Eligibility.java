package glasshouse.lab.study;

import glasshouse.lab.experiment.Table;
import glasshouse.lab.history.History;
import glasshouse.lab.history.Panel;
import glasshouse.lab.population.Population.Group;
import glasshouse.lab.service.Needs;
import glasshouse.lab.service.Offer;
import glasshouse.lab.service.Offers;
import glasshouse.parity.Alike;
import glasshouse.parity.Answer;
import glasshouse.parity.Decisions;
import glasshouse.parity.Estimate;
import glasshouse.parity.Measure;
import glasshouse.parity.Parity;
import glasshouse.parity.ParityReport;
import glasshouse.parity.Plan;
import glasshouse.scheme.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Whom the significant services of a scheme would grant what they offer if everybody asked at the
/// end: by group, income and opinion, and where these cross, with bootstrap intervals. By score and
/// lists alone: places that are few are not given out.
///
/// The panel of the first seed, in the hands of [Parity], which measures the decisions of files.
/// Who is granted something and is diligent was rightly granted it.
final class Eligibility {
    static final String TABLE = "eligible";
    static final String GAPS = "eligible-gaps";

    private static final int GRANTED = Offer.code(Outcome.GRANTED);
    private static final int RESAMPLES = 400;
    private static final int FEWEST = 50;
    private static final float CRITICAL = -0.15f;
    private static final List<List<Integer>> CROSSED =
            List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2));

    private final Table.Builder rates =
            Table.named(TABLE)
                    .texts("scheme", "service", "by", "people")
                    .wholes("persons")
                    .decimals("granted", "granted-low", "granted-high")
                    .decimals("diligent", "diligent-low", "diligent-high");
    private final Table.Builder gaps =
            Table.named(GAPS)
                    .texts("scheme", "service", "by", "people", "reference")
                    .decimals("ratio", "ratio-low", "ratio-high");

    private Eligibility() {}

    /// The shares of groups, and the ratios of each to the group that fares best.
    static List<Table> tables(SocietyStudy.Plan plan, List<History> worlds) {
        var tables = new Eligibility();
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            tables.add(plan.arm(arm), worlds.get(arm));
        }
        return List.of(tables.rates.build(), tables.gaps.build());
    }

    private void add(Arm arm, History world) {
        if (arm.scheme().isEmpty() || world.panel().counts() == 0) {
            return;
        }
        Offers offers = Offers.of(arm.scheme().get(), Needs.shipped(), arm.without());
        var people = new People(world);
        for (Offer offer : offers.all()) {
            if (offer.service().significant()) {
                Decisions decisions = people.asking(offer);
                if (decisions.rows().stream().anyMatch(row -> row.decision() == Answer.NO)) {
                    add(arm.name(), offer.service().name(), decisions, people.plan());
                }
            }
        }
    }

    private void add(String arm, String service, Decisions decisions, Plan plan) {
        ParityReport found = Parity.of(decisions, plan, OptionalDouble.empty());
        for (ParityReport.Group group : found.groups()) {
            Estimate granted = group.rate(Measure.SELECTION_RATE);
            Estimate diligent = group.rate(Measure.TPR);
            rates.row(
                    arm,
                    service,
                    group.of(),
                    group.name(),
                    group.persons(),
                    granted.value(),
                    granted.low(),
                    granted.high(),
                    diligent.value(),
                    diligent.low(),
                    diligent.high());
        }
        for (ParityReport.Comparison each : found.comparisons()) {
            gaps.row(
                    arm,
                    service,
                    each.of(),
                    each.group().name(),
                    each.reference().name(),
                    each.favourable().value(),
                    each.favourable().low(),
                    each.favourable().high());
        }
    }

    /// The members of a panel as they stood at the end.
    private static final class People {
        private final History world;
        private final Panel panel;
        private final float median;

        People(History world) {
            this.world = world;
            panel = world.panel();
            var incomes = new float[panel.size()];
            for (int i = 0; i < incomes.length; i++) {
                incomes[i] = panel.income(i);
            }
            Arrays.sort(incomes);
            median = incomes[incomes.length / 2];
        }

        Plan plan() {
            List<String> groups =
                    world.world().population().groups().stream().map(Group::name).toList();
            return new Plan(
                    "eligible",
                    List.of(
                            new Plan.Attribute("group", groups, ""),
                            new Plan.Attribute("income", List.of("lower half", "upper half"), ""),
                            new Plan.Attribute("opinion", List.of("critical", "other"), "")),
                    CROSSED,
                    true,
                    true,
                    FEWEST,
                    RESAMPLES,
                    world.world().seed());
        }

        Decisions asking(Offer offer) {
            int last = panel.counts() - 1;
            Map<String, Alike> alike = new TreeMap<>();
            for (int i = 0; i < panel.size(); i++) {
                if (panel.member(last, i)) {
                    int outcome = offer.code(panel.score(last, i), panel.lists(last, i));
                    Answer granted = outcome == GRANTED ? Answer.YES : Answer.NO;
                    Answer diligent = panel.diligence(i) >= 1 ? Answer.YES : Answer.NO;
                    List<String> traits = traits(i);
                    alike.merge(
                            traits + granted.name() + diligent.name(),
                            new Alike(traits, Double.NaN, granted, diligent, 1),
                            (one, _) ->
                                    new Alike(
                                            traits,
                                            Double.NaN,
                                            granted,
                                            diligent,
                                            one.persons() + 1));
                }
            }
            List<Alike> rows = List.copyOf(alike.values());
            return new Decisions(rows, rows.stream().mapToLong(Alike::persons).sum(), Map.of());
        }

        private List<String> traits(int i) {
            return List.of(
                    world.world().population().groups().get(panel.group(i)).name(),
                    panel.income(i) < median ? "lower half" : "upper half",
                    panel.opinion(i) < CRITICAL ? "critical" : "other");
        }
    }
}
