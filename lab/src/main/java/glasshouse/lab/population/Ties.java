package glasshouse.lab.population;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.scene.Scene;
import java.util.Arrays;

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

    /// The masks between the neighbourhoods of the far slots.
    private final int[] far;

    private final int[] quarter;

    public Ties(Population.TieParameters parameters, long seed, int people) {
        near = parameters.near();
        slots = near + parameters.far();
        if (slots > MOST_SLOTS) {
            throw new IllegalArgumentException("at most " + MOST_SLOTS + " ties a person");
        }
        this.people = people;
        neighbourhoods = (people + Scene.SIZE - 1) / Scene.SIZE;
        stream = Luck.stream(seed, 0, Purpose.TIES, 0);
        far = new int[parameters.far()];
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, neighbourhoods - 1));
        for (int i = 0; i < far.length; i++) {
            far[i] = 1 + (int) Math.floorMod(Luck.at(stream, near + i), (1L << bits) - 1);
        }
        quarter = reach(far);
    }

    /// All that masks come to, one by one and together; the first is 0.
    private static int[] reach(int[] masks) {
        int[] reach = {0};
        for (int mask : masks) {
            if (Arrays.stream(reach).noneMatch(each -> each == mask)) {
                int[] beyond = Arrays.stream(reach).map(each -> each ^ mask).toArray();
                int[] both = Arrays.copyOf(reach, 2 * reach.length);
                System.arraycopy(beyond, 0, both, reach.length, beyond.length);
                reach = both;
            }
        }
        return reach;
    }

    /// Masks from a neighbourhood to all of its quarter: the neighbourhoods that far slots lead to
    /// from it, from those, and so on; itself by the first, 0. Nobody has a contact in another
    /// quarter. At most two to the number of far slots.
    public int[] quarter() {
        return quarter.clone();
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
        int other = first / Scene.SIZE ^ far[slot - near];
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
