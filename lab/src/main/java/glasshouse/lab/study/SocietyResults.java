package glasshouse.lab.study;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.history.History;
import glasshouse.lab.history.Panel;
import glasshouse.lab.measure.Intervals;
import glasshouse.lab.measure.Measures;
import glasshouse.lab.measure.Mobility;
import glasshouse.lab.measure.Spirals;
import glasshouse.lab.population.Population.Group;
import glasshouse.lab.service.Offer;
import glasshouse.lab.society.Tally;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;

/// The tables and measures of lived-through worlds.
final class SocietyResults {
    /// People of the panel whose courses are written out.
    private static final int COURSES = 400;

    private SocietyResults() {}

    static Results of(SocietyStudy.Plan plan, List<History> worlds) {
        var perWorld = new ArrayList<List<Measure>>();
        for (int index = 0; index < worlds.size(); index++) {
            var measures = new ArrayList<>(Measures.of(worlds.get(index)));
            measures.addAll(spirals(plan, worlds, index));
            measures.addAll(Calibration.apart(plan, worlds.get(index)));
            perWorld.add(measures);
        }
        var tables = new ArrayList<Table>();
        tables.add(series(worlds));
        tables.add(bands(worlds));
        tables.add(decisions(worlds));
        tables.add(transitions(worlds));
        tables.add(courses(worlds));
        tables.add(Twins.table(worlds, plan.arms().size()));
        tables.addAll(Eligibility.tables(plan, worlds));
        plan.published().ifPresent(facts -> tables.add(Calibration.table(facts, worlds)));
        return new Results(Intervals.over(perWorld, plan.arms().size()), tables);
    }

    /// For each consequence that another arm of the seed has switched off: who fell because of it.
    private static List<Measure> spirals(SocietyStudy.Plan plan, List<History> worlds, int index) {
        var measures = new ArrayList<Measure>();
        Arm arm = plan.arm(index);
        int seed = index / plan.arms().size() * plan.arms().size();
        for (int other = 0; other < plan.arms().size(); other++) {
            Arm without = plan.arms().get(other);
            if (without.isWithout(arm) && arm.scheme().isPresent()) {
                Scheme scheme = arm.scheme().get();
                var falls = Spirals.of(worlds.get(index), worlds.get(seed + other), scheme);
                String what = without.switchedOff();
                if (!Double.isNaN(falls.rate())) {
                    measures.add(
                            Measure.of(
                                    "spiral.fell",
                                    arm.name(),
                                    falls.fell() / (double) falls.scored()));
                    measures.add(Measure.of("spiral.caused-by." + what, arm.name(), falls.rate()));
                }
            }
        }
        return measures.stream().distinct().toList();
    }

    private static Table series(List<History> worlds) {
        var table =
                Table.named("series")
                        .texts("scheme")
                        .wholes("seed")
                        .wholes("step")
                        .texts("date", "group")
                        .texts("count")
                        .decimals("value");
        for (History world : worlds) {
            for (History.Count each : world.counts()) {
                for (int group = 0; group < groups(world).size(); group++) {
                    for (Count count : Count.values()) {
                        long value = each.tally().get(group, count);
                        if (value != 0) {
                            table.row(
                                    world.arm(),
                                    world.world().seed(),
                                    each.step(),
                                    date(world, each.step()),
                                    groups(world).get(group).name(),
                                    word(count),
                                    value / (double) count.perUnit());
                        }
                    }
                }
            }
        }
        return table.build();
    }

    private static String word(Count count) {
        return count.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static List<Group> groups(History world) {
        return world.world().population().groups();
    }

    private static String date(History world, int step) {
        return world.world()
                .start()
                .plusDays((step + 1L) * world.world().stepDays() - 1)
                .toString();
    }

    private static Table bands(List<History> worlds) {
        var table =
                Table.named("bands")
                        .texts("scheme")
                        .wholes("seed", "step")
                        .texts("date", "group", "band")
                        .wholes("people");
        for (History world : worlds) {
            world.world()
                    .scheme()
                    .ifPresent(
                            scheme -> {
                                for (History.Count each : world.counts()) {
                                    bands(table, world, scheme, each);
                                }
                            });
        }
        return table.build();
    }

    private static void bands(
            Table.Builder table, History world, Scheme scheme, History.Count each) {
        for (int group = 0; group < groups(world).size(); group++) {
            for (int band = 0; band < scheme.bands().size(); band++) {
                table.row(
                        world.arm(),
                        world.world().seed(),
                        each.step(),
                        date(world, each.step()),
                        groups(world).get(group).name(),
                        scheme.bands().get(band).name(),
                        each.tally().inBandOf(group, band));
            }
        }
    }

    private static Table decisions(List<History> worlds) {
        var table =
                Table.named("decisions")
                        .texts("scheme")
                        .wholes("seed")
                        .texts("group", "service", "outcome")
                        .wholes("diligent", "others");
        for (History world : worlds) {
            List<Tally> tallies = world.counts().stream().map(History.Count::tally).toList();
            int offers = world.world().scheme().map(s -> s.services().size()).orElse(0);
            for (int group = 0; group < groups(world).size(); group++) {
                for (int offer = 0; offer < offers; offer++) {
                    decisions(table, world, tallies, group, offer);
                }
            }
        }
        return table.build();
    }

    private static void decisions(
            Table.Builder table, History world, List<Tally> tallies, int group, int offer) {
        List<Outcome> outcomes = List.of(Outcome.values());
        for (int outcome = 0; outcome < outcomes.size(); outcome++) {
            int code = outcome;
            table.row(
                    world.arm(),
                    world.world().seed(),
                    groups(world).get(group).name(),
                    world.world().scheme().orElseThrow().services().get(offer).name(),
                    outcomes.get(outcome).name().toLowerCase(java.util.Locale.ROOT),
                    tallies.stream().mapToLong(t -> t.decidedOf(group, offer, code, true)).sum(),
                    tallies.stream().mapToLong(t -> t.decidedOf(group, offer, code, false)).sum());
        }
    }

    private static Table transitions(List<History> worlds) {
        var table =
                Table.named("transitions")
                        .texts("scheme")
                        .wholes("seed")
                        .texts("from", "to")
                        .decimals("share");
        for (History world : worlds) {
            world.world()
                    .scheme()
                    .ifPresent(
                            scheme -> {
                                double[][] moves = Mobility.transitions(world, scheme);
                                for (int from = 0; from < moves.length; from++) {
                                    for (int to = 0; to < moves.length; to++) {
                                        table.row(
                                                world.arm(),
                                                world.world().seed(),
                                                scheme.bands().get(from).name(),
                                                scheme.bands().get(to).name(),
                                                moves[from][to]);
                                    }
                                }
                            });
        }
        return table.build();
    }

    /// Where some people of the panel stood, count by count.
    private static Table courses(List<History> worlds) {
        var table =
                Table.named("courses")
                        .texts("scheme")
                        .wholes("seed", "person")
                        .texts("group")
                        .wholes("step")
                        .decimals("score")
                        .wholes("savings", "employed", "listed");
        for (History world : worlds) {
            Panel panel = world.panel();
            int stride = Math.max(1, panel.size() / COURSES);
            for (int i = 0; i < panel.size(); i += stride) {
                for (int count = 0; count < panel.counts(); count++) {
                    table.row(
                            world.arm(),
                            world.world().seed(),
                            panel.person(i),
                            groups(world).get(panel.group(i)).name(),
                            world.counts().get(count).step(),
                            score(world, panel, count, i),
                            panel.savingsEuros(count, i),
                            panel.employed(count, i) ? 1 : 0,
                            panel.lists(count, i) == 0 ? 0 : 1);
                }
            }
        }
        return table.build();
    }

    private static double score(History world, Panel panel, int count, int index) {
        return world.world()
                .scheme()
                .filter(_ -> panel.member(count, index))
                .map(s -> Offer.micro(s.scale(), panel.score(count, index)) / (double) Micro.ONE)
                .orElse(Double.NaN);
    }
}
