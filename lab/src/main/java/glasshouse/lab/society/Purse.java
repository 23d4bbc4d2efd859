package glasshouse.lab.society;

/// Savings in steps of ten euros, without loss on average: what is left of a step goes up or down
/// by a draw.
final class Purse {
    private static final float CELL = 1f / (1 << 16);
    private static final int LEAST = Short.MIN_VALUE;
    private static final int MOST = Short.MAX_VALUE;

    private Purse() {}

    /// Savings in euros.
    static int euros(People people, int person) {
        return people.savings[person] * People.EUROS;
    }

    /// Changes savings by euros; what would go below a floor is not spent. Rounds by the top lane
    /// of `draw`, which nothing else may hang on.
    static void change(People people, int person, float euros, float floor, long draw) {
        float spent = Math.min(0, Math.max(euros, floor - euros(people, person)));
        float steps = (euros >= 0 ? euros : spent) / People.EUROS;
        int rounded = (int) Math.floor(steps + (draw >>> 48) * CELL);
        int now = people.savings[person] + rounded;
        people.savings[person] = (short) Math.max(LEAST, Math.min(MOST, now));
    }
}
