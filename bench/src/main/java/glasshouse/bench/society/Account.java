package glasshouse.bench.society;

import glasshouse.bench.society.ScoreRules.Criterion;
import glasshouse.bench.society.ScoreRules.Kind;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Step;

/// What one citizen's deeds add up to: points that fade, a number a characteristic, and how much of
/// each limit is used up.
final class Account {
    private final ScoreRules rules;
    private final float[] points;
    private final float[] used;

    Account(ScoreRules rules) {
        this.rules = rules;
        points = new float[rules.kinds.length];
        used = new float[rules.limits.length];
    }

    /// A week passes: points fade, limits open again.
    void open(Step step) {
        for (int i = 0; i < points.length; i++) {
            points[i] *= rules.kinds[i].weeklyWeight();
        }
        boolean month = step.opensMonth();
        boolean year = step.opensYear();
        for (int i = 0; i < used.length; i++) {
            switch (rules.periods[i]) {
                case DAY, WEEK -> used[i] = 0;
                case MONTH -> used[i] = month ? 0 : used[i];
                case YEAR -> used[i] = year ? 0 : used[i];
            }
        }
    }

    void report(Deed deed, int amount) {
        for (Criterion criterion : rules.of(deed)) {
            float brings = criterion.points()[amount];
            for (int limit : criterion.limits()) {
                float left = rules.limits[limit] - used[limit];
                brings = Math.clamp(brings, -left, left);
                used[limit] += Math.abs(brings);
            }
            points[criterion.characteristic()] += brings;
        }
    }

    /// The points of one characteristic, within its bounds.
    float partial(int characteristic) {
        Kind kind = rules.kinds[characteristic];
        return Math.max(kind.floor(), Math.min(kind.ceiling(), points[characteristic]));
    }

    /// The score before it is drawn towards contacts' scores.
    float sum() {
        float sum = rules.initial;
        for (int i = 0; i < points.length; i++) {
            sum += partial(i);
        }
        return sum;
    }
}
