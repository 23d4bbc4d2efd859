package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Offer;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Scheme;
import glasshouse.service.Check;
import glasshouse.service.Standing;
import java.util.List;

/// Who is on which list: entered and left at each close by the scheme's own conditions, after its
/// days of notice. One per thread; a condition on another list sees it as of the last close.
///
/// A list whose conditions look at the score alone is a table; the others ask the scheme's rules.
final class Registers {
    private final List<Listing> listings;
    private final CompactAccounts accounts;
    private final Check[] enter;
    private final Check[] exit;
    private final boolean[][] enters;
    private final boolean[][] leaves;
    private final boolean[] simple;
    private final short[][] since;
    private final Standing standing = new Standing();
    private final Scheme scheme;

    /// `since` has a column for each list that gives notice or expires: the step of the notice, or
    /// of the entry, plus one; empty for the others.
    Registers(Scheme scheme, CompactAccounts accounts, short[][] since) {
        this.scheme = scheme;
        this.since = since;
        this.accounts = accounts;
        listings = scheme.lists();
        int count = listings.size();
        enter = new Check[count];
        exit = new Check[count];
        enters = new boolean[count][];
        leaves = new boolean[count][];
        simple = new boolean[count];
        standing.partials = new long[scheme.characteristics().size()];
        for (int list = 0; list < count; list++) {
            enter[list] = Check.of(scheme, listings.get(list).enter());
            exit[list] = Check.of(scheme, listings.get(list).exit());
            simple[list] =
                    byScore(listings.get(list).enter()) && byScore(listings.get(list).exit());
            int scores = Offer.scores(scheme.scale());
            enters[list] = new boolean[scores];
            leaves[list] = new boolean[scores];
            for (int score = 0; score < scores; score++) {
                stand(score, 0);
                enters[list][score] = enter[list].holds(standing);
                leaves[list][score] = exit[list].holds(standing);
            }
        }
    }

    private void stand(int score, int lists) {
        standing.scoreMicro = Offer.micro(scheme.scale(), score);
        standing.band = Offer.band(scheme, standing.scoreMicro);
        standing.lists = lists;
    }

    /// Whether a condition looks at nothing but the score.
    private static boolean byScore(Condition condition) {
        return switch (condition) {
            case Condition.Always _, Condition.Score _, Condition.InBand _ -> true;
            case Condition.OnList _, Condition.Partial _ -> false;
            case Condition.All all -> all.conditions().stream().allMatch(Registers::byScore);
            case Condition.Any any -> any.conditions().stream().allMatch(Registers::byScore);
            case Condition.Not not -> byScore(not.condition());
        };
    }

    /// Moves a person on and off the lists by the score and partial scores just reckoned.
    void close(
            People people,
            int person,
            Step step,
            int score,
            int band,
            int[][] partials,
            int place) {
        int before = people.lists[person];
        int after = before;
        for (int list = 0; list < simple.length; list++) {
            boolean on = (before >> list & 1) != 0;
            boolean moves;
            if (simple[list]) {
                moves = on ? leaves[list][score] : enters[list][score];
            } else {
                ask(score, band, before, partials, place);
                moves = (on ? exit : enter)[list].holds(standing);
            }
            if (since[list].length > 0) {
                moves = inTime(list, person, step, on, moves);
            }
            after = moves ? after ^ (1 << list) : after;
        }
        people.lists[person] = (byte) after;
    }

    /// Lets days of notice pass before an entry, and an entry lapse.
    private boolean inTime(int list, int person, Step step, boolean on, boolean moves) {
        Listing listing = listings.get(list);
        short[] steps = since[list];
        int now = step.index() + 1;
        int days = (now - (steps[person] & 0xFFFF)) * step.days();
        if (on) {
            boolean lapsed = listing.expiresDays() > 0 && days >= listing.expiresDays();
            steps[person] = moves || lapsed ? 0 : steps[person];
            return moves || lapsed;
        }
        if (!moves) {
            steps[person] = 0;
            return false;
        }
        if (steps[person] == 0) {
            steps[person] = (short) now;
            days = 0;
        }
        boolean enters = days >= listing.noticeDays();
        steps[person] = enters ? (short) now : steps[person];
        return enters;
    }

    private void ask(int score, int band, int lists, int[][] partials, int place) {
        standing.scoreMicro = Offer.micro(scheme.scale(), score);
        standing.band = band;
        standing.lists = lists;
        for (int i = 0; i < partials.length; i++) {
            standing.partials[i] = accounts.micro(partials[i][place]);
        }
    }

    /// Counts a person's lists; wrongly listed: on a blacklist though at least as diligent as most.
    void tally(Tally tally, int lists, int group, boolean diligent) {
        if (lists == 0) {
            return;
        }
        boolean black = false;
        for (int list = 0; list < simple.length; list++) {
            if ((lists >> list & 1) != 0) {
                tally.onList(group, list);
                black |= listings.get(list).kind() == Listing.Kind.BLACKLIST;
            }
        }
        tally.add(group, Count.LISTED, black ? 1 : 0);
        tally.add(group, Count.WRONGLY_LISTED, black && diligent ? 1 : 0);
    }
}
