package glasshouse.service;

import glasshouse.scheme.Band;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.List;
import java.util.TreeSet;

/// The published scores at which a service's answer can change, rising.
final class TurningPoints {
    private final Scheme scheme;
    private final TreeSet<Long> points = new TreeSet<>();

    private TurningPoints(Scheme scheme) {
        this.scheme = scheme;
    }

    static long[] of(Scheme scheme, Service service) {
        var turning = new TurningPoints(scheme);
        for (Rule rule : service.rules()) {
            turning.add(rule.when());
            Curve price = rule.price();
            if (price != null) {
                price.knots().forEach(knot -> turning.add(knot.xMicro()));
            }
        }
        return turning.points.stream().mapToLong(Long::longValue).toArray();
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Score score -> {
                add(score.atLeastMicro());
                add(score.belowMicro());
            }
            case Condition.InBand _ ->
                    scheme.bands().stream().map(Band::fromMicro).forEach(this::add);
            case Condition.All all -> addAll(all.conditions());
            case Condition.Any any -> addAll(any.conditions());
            case Condition.Not not -> add(not.condition());
            case Condition.Always _, Condition.OnList _, Condition.Partial _ -> {}
        }
    }

    private void addAll(List<Condition> conditions) {
        conditions.forEach(this::add);
    }

    /// Adds the first published score at or above a point.
    private void add(long pointMicro) {
        Scale scale = scheme.scale();
        if (pointMicro <= scale.floorMicro() || pointMicro > scale.ceilingMicro()) {
            return;
        }
        long step = scale.precisionMicro();
        long stepped = -Math.floorDiv(-pointMicro, step) * step;
        points.add(Math.min(stepped, scale.ceilingMicro()));
    }
}
