package glasshouse.service;

import glasshouse.scheme.Condition;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;

/// A condition made ready: names resolved to numbers, and all that must hold at once flattened into
/// a few comparisons, so that a service's rules are one short loop.
public final class Check {
    private static final Check[] NONE = {};

    private long atLeastMicro = Long.MIN_VALUE;
    private long belowMicro = Long.MAX_VALUE;
    private long bands = -1;
    private long lists;
    private Partial[] partials = {};
    private Check[] not = NONE;
    private Check[][] any = {};

    /// A partial score within a range.
    private record Partial(int index, long atLeastMicro, long belowMicro) {}

    private Check() {}

    /// Makes a condition of a scheme ready.
    public static Check of(Scheme scheme, Condition condition) {
        var check = new Check();
        var partials = new ArrayList<Partial>();
        var not = new ArrayList<Check>();
        var any = new ArrayList<Check[]>();
        for (Condition each : flat(condition, new ArrayList<>())) {
            switch (each) {
                case Condition.Always _, Condition.All _ -> {}
                case Condition.Score score -> {
                    check.atLeastMicro = Math.max(check.atLeastMicro, score.atLeastMicro());
                    check.belowMicro = Math.min(check.belowMicro, score.belowMicro());
                }
                case Condition.InBand in -> check.bands &= bands(scheme, in);
                case Condition.OnList on -> check.lists |= 1L << list(scheme, on.list());
                case Condition.Partial partial -> {
                    int index = characteristic(scheme, partial.characteristic());
                    partials.add(new Partial(index, partial.atLeastMicro(), partial.belowMicro()));
                }
                case Condition.Any either ->
                        any.add(
                                either.conditions().stream()
                                        .map(inner -> of(scheme, inner))
                                        .toArray(Check[]::new));
                case Condition.Not negated -> not.add(of(scheme, negated.condition()));
            }
        }
        check.partials = partials.toArray(new Partial[0]);
        check.not = not.toArray(NONE);
        check.any = any.toArray(new Check[0][]);
        return check;
    }

    public boolean holds(Standing standing) {
        return allowsScore(standing) && allowsRest(standing);
    }

    /// Whether the score and its band are within what the condition asks of them.
    boolean allowsScore(Standing standing) {
        return standing.scoreMicro >= atLeastMicro
                && standing.scoreMicro < belowMicro
                && (bands >> standing.band & 1) != 0;
    }

    /// Whether all holds that [#allowsScore] does not look at.
    boolean allowsRest(Standing standing) {
        return (standing.lists & lists) == lists && partialsHold(standing) && nestedHold(standing);
    }

    /// Whether nothing is asked but of the score and its band.
    boolean asksForScoreOnly() {
        return lists == 0 && partials.length == 0 && not.length == 0 && any.length == 0;
    }

    private boolean partialsHold(Standing standing) {
        for (Partial partial : partials) {
            long points = standing.partials[partial.index()];
            if (points < partial.atLeastMicro() || points >= partial.belowMicro()) {
                return false;
            }
        }
        return true;
    }

    private boolean nestedHold(Standing standing) {
        for (Check each : not) {
            if (each.holds(standing)) {
                return false;
            }
        }
        for (Check[] either : any) {
            if (!oneHolds(either, standing)) {
                return false;
            }
        }
        return true;
    }

    private static boolean oneHolds(Check[] either, Standing standing) {
        for (Check each : either) {
            if (each.holds(standing)) {
                return true;
            }
        }
        return false;
    }

    private static List<Condition> flat(Condition condition, List<Condition> into) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(each -> flat(each, into));
        } else {
            into.add(condition);
        }
        return into;
    }

    private static long bands(Scheme scheme, Condition.InBand in) {
        long bands = 0;
        for (int i = 0; i < scheme.bands().size(); i++) {
            bands |= in.bands().contains(scheme.bands().get(i).name()) ? 1L << i : 0;
        }
        return bands;
    }

    private static int list(Scheme scheme, String name) {
        return scheme.lists().stream().map(Listing::name).toList().indexOf(name);
    }

    private static int characteristic(Scheme scheme, String name) {
        return scheme.characteristics().stream().map(c -> c.name()).toList().indexOf(name);
    }
}
