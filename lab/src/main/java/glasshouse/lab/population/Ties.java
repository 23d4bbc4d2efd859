package glasshouse.lab.population;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.scene.Scene;

/// Who may know whom: a graph that takes no memory.
///
/// Every person has the same number of possible ties, the slots. In a near slot the contact lives
/// in the same neighbourhood of [Scene#SIZE] people: their places differ by a mask that was drawn
/// for neighbourhood and slot. In a far slot the contact lives in another neighbourhood, also given
/// by a mask. Since `a ^ m = b` means `b ^ m = a`, a tie is the same slot on both sides, and both
/// find each other by one instruction; near contacts share a cache. Which ties live is state (a bit
/// a slot). A contact may not exist where the last neighbourhood is not full.
///
/// What this graph cannot show: in a neighbourhood every slot is a perfect matching, so ties differ
/// between people only by which of them live.
public final class Ties {
    /// No contact.
    public static final int NOBODY = -1;

    /// Most slots: a bit each in a `short`.
    public static final int MOST_SLOTS = 16;

    private final int near;
    private final int slots;
    private final int people;
    private final int neighbourhoods;
    private final long stream;

    public Ties(Population.TieParameters parameters, long seed, int people) {
        near = parameters.near();
        slots = near + parameters.far();
        if (slots > MOST_SLOTS) {
            throw new IllegalArgumentException("at most " + MOST_SLOTS + " ties a person");
        }
        this.people = people;
        neighbourhoods = (people + Scene.SIZE - 1) / Scene.SIZE;
        stream = Luck.stream(seed, 0, Purpose.TIES, 0);
    }

    public int slots() {
        return slots;
    }

    /// The first person of the neighbourhood where the contacts of a slot live; [#NOBODY]: there is
    /// none.
    public int neighbourhood(int first, int slot) {
        if (slot < near) {
            return first;
        }
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, neighbourhoods - 1));
        int mask = 1 + (int) Math.floorMod(Luck.at(stream, slot), (1L << bits) - 1);
        int other = first / Scene.SIZE ^ mask;
        return neighbourhoods > 1 && other < neighbourhoods ? other * Scene.SIZE : NOBODY;
    }

    /// The mask between the places of two contacts in a slot. `first` and `other` are the first
    /// people of their neighbourhoods.
    public int mask(int first, int other, int slot) {
        long drawn = Luck.between(stream + slot + 1, first, other);
        int mask = (int) drawn & (Scene.SIZE - 1);
        return first == other && mask == 0 ? 1 : mask;
    }

    /// The contact in a slot, or [#NOBODY].
    public int contact(int person, int slot) {
        int first = person / Scene.SIZE * Scene.SIZE;
        int other = neighbourhood(first, slot);
        if (other == NOBODY) {
            return NOBODY;
        }
        int contact = other + ((person - first) ^ mask(first, other, slot));
        return contact < people ? contact : NOBODY;
    }
}
