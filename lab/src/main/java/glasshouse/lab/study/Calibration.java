package glasshouse.lab.study;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.history.History;
import glasshouse.lab.study.PublishedMoves.Published;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import java.util.List;
import java.util.Optional;

/// How far the moves of scores in a society are from those that were published, for schemes on the
/// scale on which they were: 300 to 850.
final class Calibration {
    static final String TABLE = "published";
    static final String APART = "published.apart";
    private static final long FLOOR = 300L * Micro.ONE;
    private static final long CEILING = 850L * Micro.ONE;

    private Calibration() {}

    /// The root of the mean square of measured less published shares, over the facts about people
    /// wherever they stand, which every arm can be held against; nothing where there are none.
    static List<Measure> apart(SocietyStudy.Plan plan, History world) {
        Optional<Scale> scale = scale(world);
        List<Published> facts =
                plan.published().orElse(List.of()).stream()
                        .filter(each -> each.move().concernsEverybody())
                        .toList();
        double apart =
                Math.sqrt(
                        facts.stream()
                                .mapToDouble(each -> measured(each, world, scale) - each.share())
                                .map(miss -> miss * miss)
                                .average()
                                .orElse(Double.NaN));
        return Double.isNaN(apart) ? List.of() : List.of(Measure.of(APART, world.arm(), apart));
    }

    private static Optional<Scale> scale(History world) {
        return world.world()
                .scheme()
                .map(Scheme::scale)
                .filter(s -> s.floorMicro() == FLOOR && s.ceilingMicro() == CEILING);
    }

    private static double measured(Published fact, History world, Optional<Scale> scale) {
        return scale.map(s -> fact.move().share(world.panel(), s)).orElse(Double.NaN);
    }

    /// Each fact beside what was measured of it.
    static Table table(List<Published> facts, List<History> worlds) {
        var table =
                Table.named(TABLE)
                        .texts("scheme")
                        .wholes("seed")
                        .texts("fact", "move")
                        .decimals("published", "measured")
                        .texts("source");
        for (History world : worlds) {
            Optional<Scale> scale = scale(world);
            for (Published each : facts) {
                if (scale.isPresent()) {
                    table.row(
                            world.arm(),
                            world.world().seed(),
                            each.fact(),
                            each.label(),
                            each.share(),
                            measured(each, world, scale),
                            each.source());
                }
            }
        }
        return table.build();
    }
}
