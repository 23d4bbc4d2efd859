package glasshouse.lab.scene;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// The working table of [#SIZE] neighbours in one step: what each of them did, and what it came to.
///
/// A scene belongs to one thread, fits the cache, and is used again for the next neighbours.
/// Columns are indexed by a person's place in the scene; person = [#first] + place.
public final class Scene {
    /// People of a scene, who are also each other's near contacts.
    public static final int SIZE = 1024;

    private static final int FOUR = Long.BYTES / Short.BYTES;
    private static final ValueLayout.OfLong FOUR_AMOUNTS = ValueLayout.JAVA_LONG_UNALIGNED;

    private final short[][] deeds = new short[Deed.count()][SIZE];
    private final MemorySegment[] segments =
            Arrays.stream(deeds).map(MemorySegment::ofArray).toArray(MemorySegment[]::new);
    private final boolean[] happened = new boolean[Deed.count()];
    private final Stars stars = new Stars();
    private int first;
    private int count;
    private boolean hidesSold;

    /// Makes ready for people `first` to `first + count - 1`.
    public void open(int firstPerson, int people) {
        first = firstPerson;
        count = people;
        stars.clear();
        hidesSold = false;
        for (int deed = 0; deed < happened.length; deed++) {
            if (happened[deed]) {
                Arrays.fill(deeds[deed], (short) 0);
                happened[deed] = false;
            }
        }
    }

    public int first() {
        return first;
    }

    /// How many people are here; the last scene may be smaller.
    public int count() {
        return count;
    }

    /// The amounts of a deed, to be written to: whoever asks is taken to have done so.
    public short[] write(Deed deed) {
        happened[deed.column()] = true;
        return deeds[deed.column()];
    }

    /// The amounts of a deed, by place; 0: it did not happen.
    public short[] read(Deed deed) {
        return deeds[deed.column()];
    }

    /// Writes the places of those who did a deed, in order; returns how many. Most deeds are rare:
    /// four people are looked at together, and one by one only if one of them did it, without a
    /// branch that a processor could guess wrongly.
    public int gather(Deed deed, int[] places) {
        short[] amounts = deeds[deed.column()];
        MemorySegment fours = segments[deed.column()];
        int did = 0;
        for (int i = 0; i < SIZE; i += FOUR) {
            if (fours.getAtIndex(FOUR_AMOUNTS, i / FOUR) != 0) {
                for (int place = i; place < i + FOUR; place++) {
                    places[did] = place;
                    did += -amounts[place] >>> 31;
                }
            }
        }
        return did;
    }

    /// The ratings given to these people.
    public Stars stars() {
        return stars;
    }

    /// Whether a deed may have happened here in this step.
    public boolean happened(Deed deed) {
        return happened[deed.column()] && !(hidesSold && deed.sold());
    }

    /// Lets what was sold look as if it had never been reported, or be seen again.
    public void hideSold(boolean hidden) {
        hidesSold = hidden;
        stars.hideForged(hidden);
    }
}
