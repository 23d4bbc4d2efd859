package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.society.SceneCheck.Closed;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Scheme;
import java.util.List;

/// Who is on which list: entered and left at each close by the scheme's own conditions, after its
/// days of notice. One per thread; a condition on another list sees it as of the last close.
final class Registers {
    private final List<Register> registers;
    private final int[] enters = new int[Scene.SIZE];
    private final int[] leaves = new int[Scene.SIZE];

    /// A list with its conditions. `since`: the step of the notice, or of the entry, plus one,
    /// where the list gives notice or expires; else empty.
    private record Register(Listing listing, SceneCheck enter, SceneCheck exit, short[] since) {}

    Registers(Scheme scheme, CompactAccounts accounts, short[][] since) {
        List<Listing> lists = scheme.lists();
        registers =
                lists.stream()
                        .map(
                                list ->
                                        new Register(
                                                list,
                                                SceneCheck.of(scheme, accounts, list.enter()),
                                                SceneCheck.of(scheme, accounts, list.exit()),
                                                since[lists.indexOf(list)]))
                        .toList();
    }

    /// Moves a scene's members on and off the lists by what was just reckoned; the others stay as
    /// they are.
    void close(People people, Scene scene, Step step, Closed closed) {
        int first = scene.first();
        int count = scene.count();
        for (int list = 0; list < registers.size(); list++) {
            Register register = registers.get(list);
            register.enter().hold(closed, count, enters);
            register.exit().hold(closed, count, leaves);
            boolean dated = register.since().length > 0;
            for (int i = 0; i < count; i++) {
                int on = closed.lists()[i] >> list & 1;
                int moves = on * leaves[i] | (1 - on) * enters[i];
                int member = people.life(first + i) / People.MEMBER & 1;
                if (dated && member != 0) {
                    moves = inTime(register, first + i, step, on != 0, moves != 0) ? 1 : 0;
                }
                people.lists[first + i] ^= (byte) ((moves & member) << list);
            }
        }
    }

    /// Lets days of notice pass before an entry, and an entry lapse.
    private static boolean inTime(
            Register register, int person, Step step, boolean on, boolean moves) {
        Listing listing = register.listing();
        short[] steps = register.since();
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

    /// Counts a person's lists; wrongly listed: on a blacklist though at least as diligent as most.
    void tally(Tally tally, int lists, int group, boolean diligent) {
        if (lists == 0) {
            return;
        }
        boolean black = false;
        for (int list = 0; list < registers.size(); list++) {
            if ((lists >> list & 1) != 0) {
                tally.onList(group, list);
                black |= registers.get(list).listing().kind() == Listing.Kind.BLACKLIST;
            }
        }
        tally.add(group, Count.LISTED, black ? 1 : 0);
        tally.add(group, Count.WRONGLY_LISTED, black && diligent ? 1 : 0);
    }
}
