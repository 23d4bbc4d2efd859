package glasshouse.audit;

import glasshouse.scheme.Band;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What services say to a score alone: who is on a list is taken to be who meets its entry
/// condition, and a partial score is 0 unless given.
final class Outcomes {
    private final Scheme scheme;
    private final Map<String, Long> partials;

    Outcomes(Scheme scheme) {
        this(scheme, Map.of());
    }

    Outcomes(Scheme scheme, Map<String, Long> partials) {
        this.scheme = scheme;
        this.partials = partials;
    }

    /// The rule that decides at a published score.
    Rule decisive(Service service, long scoreMicro) {
        for (Rule rule : service.rules()) {
            if (holds(rule.when(), scoreMicro, new HashSet<>())) {
                return rule;
            }
        }
        return service.rules().getLast();
    }

    /// The price at a published score; null where there is none.
    @Nullable Long price(Service service, long scoreMicro) {
        Curve price = decisive(service, scoreMicro).price();
        return price == null ? null : price.at(scoreMicro);
    }

    private boolean holds(Condition condition, long score, Set<String> lists) {
        return switch (condition) {
            case Condition.Always _ -> true;
            case Condition.Score in -> score >= in.atLeastMicro() && score < in.belowMicro();
            case Condition.InBand in -> in.bands().contains(scheme.band(score).name());
            case Condition.OnList on -> listed(on.list(), score, lists);
            case Condition.Partial partial -> {
                long points = partials.getOrDefault(partial.characteristic(), 0L);
                yield points >= partial.atLeastMicro() && points < partial.belowMicro();
            }
            case Condition.All all ->
                    all.conditions().stream().allMatch(each -> holds(each, score, lists));
            case Condition.Any any ->
                    any.conditions().stream().anyMatch(each -> holds(each, score, lists));
            case Condition.Not not -> !holds(not.condition(), score, lists);
        };
    }

    private boolean listed(String name, long score, Set<String> seen) {
        if (!seen.add(name)) {
            return false;
        }
        boolean on = false;
        for (Listing listing : scheme.lists()) {
            on |= listing.name().equals(name) && holds(listing.enter(), score, seen);
        }
        seen.remove(name);
        return on;
    }

    /// Published scores between which the answer of a service may change, rising, with the ends of
    /// the scale and the score just below each.
    SortedSet<Long> turningPoints(Service service) {
        var points = new TreeSet<Long>();
        var scale = scheme.scale();
        points.add(scale.floorMicro());
        points.add(scale.ceilingMicro());
        scheme.bands().stream().map(Band::fromMicro).forEach(points::add);
        for (Rule rule : service.rules()) {
            thresholds(rule.when(), points);
            Curve price = rule.price();
            if (price != null) {
                price.knots().forEach(knot -> points.add(knot.xMicro()));
            }
        }
        scheme.lists().forEach(listing -> thresholds(listing.enter(), points));
        for (long point : points.toArray(new Long[0])) {
            points.add(point - scale.precisionMicro());
        }
        points.removeIf(point -> point < scale.floorMicro() || point > scale.ceilingMicro());
        return points;
    }

    private static void thresholds(Condition condition, Set<Long> points) {
        switch (condition) {
            case Condition.Score score -> {
                points.add(score.atLeastMicro());
                points.add(score.belowMicro());
            }
            case Condition.All all -> all.conditions().forEach(each -> thresholds(each, points));
            case Condition.Any any -> any.conditions().forEach(each -> thresholds(each, points));
            case Condition.Not not -> thresholds(not.condition(), points);
            case Condition.Always _,
                    Condition.InBand _,
                    Condition.OnList _,
                    Condition.Partial _ -> {}
        }
    }
}
