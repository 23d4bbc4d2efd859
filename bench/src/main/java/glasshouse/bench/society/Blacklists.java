package glasshouse.bench.society;

/// The three lists of the reported scheme: the blacklist, those barred from travel, the red list; a
/// bit each, in this order.
final class Blacklists {
    static final int BLACK = 1;
    static final int BARRED = 2;
    static final int RED = 4;

    private final int floor;
    private final int obligations;
    private final int crime;

    Blacklists(ScoreRules rules) {
        floor = Math.round(rules.floor);
        obligations = rules.names.indexOf("obligations");
        crime = rules.names.indexOf("crime");
    }

    /// The lists that somebody is on after a close.
    int after(int before, int score, Account account) {
        int points = floor + score;
        int lists = before;
        if ((before & BLACK) != 0 ? points >= 480 : points < 420) {
            lists ^= BLACK;
        }
        float owed = account.partial(obligations);
        float convicted = account.partial(crime);
        boolean trusted = points >= 480 && owed >= -40 && convicted >= -80;
        boolean barred = points < 400 || owed < -80 || convicted < -150;
        if ((before & BARRED) != 0 ? trusted : barred) {
            lists ^= BARRED;
        }
        if ((before & RED) != 0 ? points < 800 : points >= 850) {
            lists ^= RED;
        }
        return lists;
    }
}
