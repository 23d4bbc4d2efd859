package glasshouse.scheme;

/// How points lose weight with age in whole days.
public sealed interface Fade {
    /// Full weight at every age.
    record Never() implements Fade {}

    /// Half the weight every `days`.
    record HalfLife(int days) implements Fade {
        public HalfLife {
            positive(days);
        }
    }

    /// Weight `(days - age) / days`, nothing from age `days` on.
    record Linear(int days) implements Fade {
        public Linear {
            positive(days);
        }
    }

    private static void positive(int days) {
        if (days <= 0) {
            throw new IllegalArgumentException("a fade takes at least one day");
        }
    }
}
