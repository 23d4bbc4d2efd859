package glasshouse.audit;

import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Period;
import glasshouse.scheme.SharedLimit;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a signal can cost in a characteristic, in micro-points, all of it positive: one event at
/// least and at most, and a year at most. [#OPEN]: nothing limits it.
record Cost(long leastMicro, long mostMicro, long yearMicro) {
    /// Nothing limits it.
    static final long OPEN = Long.MAX_VALUE;

    /// It costs nothing.
    static final Cost NOTHING = new Cost(0, 0, 0);

    private static final int DAYS = 365;
    private static final int WEEKS = 52;
    private static final int MONTHS = 12;

    /// What events of a signal can cost; nothing where they only bring points.
    static Cost of(Characteristic characteristic, Signal signal) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> {
                for (Accrued accrued : accrual.signals()) {
                    if (accrued.signal().equals(signal.name())) {
                        yield of(accrual, accrued);
                    }
                }
                yield NOTHING;
            }
            case Characteristic.Rated rated -> {
                long lowest = lowest(rated.points());
                yield lowest < 0 ? new Cost(0, 0, -lowest) : NOTHING;
            }
            case Characteristic.Binned _, Characteristic.Contacts _ -> NOTHING;
        };
    }

    private static long lowest(Curve curve) {
        return curve.knots().stream().mapToLong(Curve.Knot::yMicro).min().orElse(0);
    }

    private static Cost of(Characteristic.Accrual accrual, Accrued accrued) {
        long least = OPEN;
        long most = 0;
        for (Award award : awards(accrued)) {
            for (long points : extremes(award)) {
                if (points < 0) {
                    long cost = points == Long.MIN_VALUE ? OPEN : -points;
                    least = Math.min(least, cost);
                    most = Math.max(most, cost);
                }
            }
        }
        if (most == 0) {
            return NOTHING;
        }
        long year = OPEN;
        for (Limit limit : limits(accrual, accrued)) {
            most = Math.min(most, limit.pointsMicro());
            year = Math.min(year, limit.pointsMicro() * perYear(limit.period()));
        }
        if (accrual.floorMicro() != Long.MIN_VALUE) {
            most = Math.min(most, -accrual.floorMicro());
            year = Math.min(year, -accrual.floorMicro());
        }
        return new Cost(Math.min(least, most), most, year);
    }

    /// What the person, or the counterparty, of an event is awarded.
    static List<Award> awards(Accrued accrued) {
        var awards = new ArrayList<Award>();
        Award own = accrued.award();
        Award other = accrued.counterparty();
        if (own != null) {
            awards.add(own);
        }
        if (other != null) {
            awards.add(other);
        }
        return awards;
    }

    /// The points that one event can bring: for points per unit, those of one unit and of no end.
    static List<Long> extremes(@Nullable Award award) {
        return switch (award) {
            case null -> List.of();
            case Award.PerEvent each -> List.of(each.pointsMicro());
            case Award.PerUnit each ->
                    each.pointsMicro() < 0
                            ? List.of(each.pointsMicro(), Long.MIN_VALUE)
                            : List.of(each.pointsMicro(), Long.MAX_VALUE);
            case Award.ByValue table -> table.rows().stream().map(Award.Row::pointsMicro).toList();
        };
    }

    /// The limits of a signal, its shared ones too.
    static List<Limit> limits(Characteristic.Accrual accrual, Accrued accrued) {
        var limits = new ArrayList<>(accrued.limits());
        for (SharedLimit shared : accrual.sharedLimits()) {
            if (shared.signals().contains(accrued.signal())) {
                limits.add(shared.limit());
            }
        }
        return limits;
    }

    static int perYear(Period period) {
        return switch (period) {
            case DAY -> DAYS;
            case WEEK -> WEEKS;
            case MONTH -> MONTHS;
            case YEAR -> 1;
        };
    }

    /// For how many days events count; 0: for ever.
    static int keptDays(Accrued accrued) {
        int faded = accrued.fade() instanceof Fade.Linear linear ? linear.days() : 0;
        int expires = accrued.expiresDays();
        return faded == 0 || expires == 0 ? Math.max(faded, expires) : Math.min(faded, expires);
    }

    /// Points as a person reads them.
    static String text(long micro) {
        return micro == OPEN ? "any number of" : Subject.points(micro);
    }

    /// A range of points.
    String range() {
        return leastMicro == mostMicro
                ? Subject.points(leastMicro) + " points"
                : Subject.points(leastMicro) + " to " + text(mostMicro) + " points";
    }
}
