package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Scheme;
import glasshouse.service.Check;
import glasshouse.service.Standing;
import java.util.Arrays;
import java.util.List;

/// A condition of a scheme made ready for a whole scene: each comparison is one pass over its
/// people, without a branch that a processor could guess wrongly. It says of each of them what
/// [Check] says.
///
/// Belongs to one thread. Cost: about a nanosecond a comparison and person.
sealed interface SceneCheck {
    /// Writes 1 for whom the condition holds and 0 for the others, for the first `count` places.
    void hold(Closed closed, int count, int[] holds);

    /// How a scene's people stand at a close, by place: scores in published steps, lists as of the
    /// last close, and partial scores in units, a row a characteristic.
    record Closed(int[] scores, int[] lists, int[][] partials) {}

    static SceneCheck of(Scheme scheme, CompactAccounts accounts, Condition condition) {
        return switch (condition) {
            case Condition.Always _, Condition.Score _, Condition.InBand _, Condition.OnList _ ->
                    Looked.of(scheme, condition);
            case Condition.Partial partial -> Compared.of(scheme, accounts, partial);
            case Condition.All all -> new All(each(scheme, accounts, all.conditions()));
            case Condition.Any any -> new Any(each(scheme, accounts, any.conditions()));
            case Condition.Not not -> new Not(of(scheme, accounts, not.condition()));
        };
    }

    private static List<SceneCheck> each(
            Scheme scheme, CompactAccounts accounts, List<Condition> conditions) {
        return conditions.stream().map(each -> of(scheme, accounts, each)).toList();
    }

    /// A condition on score and lists: looked up in a table that the scheme's own rules filled.
    record Looked(byte[] table, int scores) implements SceneCheck {
        static Looked of(Scheme scheme, Condition condition) {
            var check = Check.of(scheme, condition);
            int scores = Offer.scores(scheme.scale());
            var table = new byte[scores << scheme.lists().size()];
            var standing = new Standing();
            standing.partials = new long[scheme.characteristics().size()];
            for (int cell = 0; cell < table.length; cell++) {
                standing.lists = cell / scores;
                standing.scoreMicro = Offer.micro(scheme.scale(), cell % scores);
                standing.band = Offer.band(scheme, standing.scoreMicro);
                table[cell] = (byte) (check.holds(standing) ? 1 : 0);
            }
            return new Looked(table, scores);
        }

        @Override
        public void hold(Closed closed, int count, int[] holds) {
            for (int i = 0; i < count; i++) {
                holds[i] = table[closed.lists()[i] * scores + closed.scores()[i]];
            }
        }
    }

    /// A partial score of at least `from` and below `to` units.
    record Compared(int row, long from, long to) implements SceneCheck {
        static Compared of(Scheme scheme, CompactAccounts accounts, Condition.Partial partial) {
            int row =
                    scheme.characteristics().stream()
                            .map(each -> each.name())
                            .toList()
                            .indexOf(partial.characteristic());
            return new Compared(
                    row,
                    least(accounts, partial.atLeastMicro()),
                    least(accounts, partial.belowMicro()));
        }

        /// The least units that come to so many micro-points or more.
        private static long least(CompactAccounts accounts, long micro) {
            long below = -1L << 32;
            long enough = 1L << 32;
            while (enough - below > 1) {
                long middle = (below + enough) / 2;
                if (accounts.micro(middle) >= micro) {
                    enough = middle;
                } else {
                    below = middle;
                }
            }
            return enough;
        }

        @Override
        public void hold(Closed closed, int count, int[] holds) {
            int[] units = closed.partials()[row];
            for (int i = 0; i < count; i++) {
                long atLeast = ~(units[i] - from) >>> 63;
                long below = (units[i] - to) >>> 63;
                holds[i] = (int) (atLeast & below);
            }
        }
    }

    /// All of them; of none: it holds.
    record All(List<SceneCheck> checks, int[] one) implements SceneCheck {
        All(List<SceneCheck> checks) {
            this(checks, new int[Scene.SIZE]);
        }

        @Override
        public void hold(Closed closed, int count, int[] holds) {
            Arrays.fill(holds, 0, count, 1);
            for (SceneCheck check : checks) {
                check.hold(closed, count, one);
                for (int i = 0; i < count; i++) {
                    holds[i] &= one[i];
                }
            }
        }
    }

    /// At least one of them.
    record Any(List<SceneCheck> checks, int[] one) implements SceneCheck {
        Any(List<SceneCheck> checks) {
            this(checks, new int[Scene.SIZE]);
        }

        @Override
        public void hold(Closed closed, int count, int[] holds) {
            Arrays.fill(holds, 0, count, 0);
            for (SceneCheck check : checks) {
                check.hold(closed, count, one);
                for (int i = 0; i < count; i++) {
                    holds[i] |= one[i];
                }
            }
        }
    }

    /// The contrary.
    record Not(SceneCheck check) implements SceneCheck {
        @Override
        public void hold(Closed closed, int count, int[] holds) {
            check.hold(closed, count, holds);
            for (int i = 0; i < count; i++) {
                holds[i] ^= 1;
            }
        }
    }
}
