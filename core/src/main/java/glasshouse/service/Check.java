package glasshouse.service;

import glasshouse.scheme.Condition;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Scheme;
import java.util.List;

/// A condition made ready: names resolved to numbers.
interface Check {
    boolean holds(Standing standing);

    /// Makes a condition of a scheme ready.
    static Check of(Scheme scheme, Condition condition) {
        return switch (condition) {
            case Condition.Always _ -> _ -> true;
            case Condition.Score score -> {
                long atLeast = score.atLeastMicro();
                long below = score.belowMicro();
                yield standing -> standing.scoreMicro >= atLeast && standing.scoreMicro < below;
            }
            case Condition.InBand in -> {
                long bands = 0;
                for (int i = 0; i < scheme.bands().size(); i++) {
                    bands |= in.bands().contains(scheme.bands().get(i).name()) ? 1L << i : 0;
                }
                long chosen = bands;
                yield standing -> (chosen >> standing.band & 1) != 0;
            }
            case Condition.OnList on -> {
                long bit = 1L << list(scheme, on.list());
                yield standing -> (standing.lists & bit) != 0;
            }
            case Condition.Partial partial -> {
                int index = characteristic(scheme, partial.characteristic());
                long atLeast = partial.atLeastMicro();
                long below = partial.belowMicro();
                yield standing ->
                        standing.partials[index] >= atLeast && standing.partials[index] < below;
            }
            case Condition.All all -> {
                Check[] checks = all(scheme, all.conditions());
                yield standing -> {
                    for (Check check : checks) {
                        if (!check.holds(standing)) {
                            return false;
                        }
                    }
                    return true;
                };
            }
            case Condition.Any any -> {
                Check[] checks = all(scheme, any.conditions());
                yield standing -> {
                    for (Check check : checks) {
                        if (check.holds(standing)) {
                            return true;
                        }
                    }
                    return false;
                };
            }
            case Condition.Not not -> {
                Check check = of(scheme, not.condition());
                yield standing -> !check.holds(standing);
            }
        };
    }

    private static Check[] all(Scheme scheme, List<Condition> conditions) {
        return conditions.stream().map(each -> of(scheme, each)).toArray(Check[]::new);
    }

    private static int list(Scheme scheme, String name) {
        return scheme.lists().stream().map(Listing::name).toList().indexOf(name);
    }

    private static int characteristic(Scheme scheme, String name) {
        return scheme.characteristics().stream().map(c -> c.name()).toList().indexOf(name);
    }
}
