package glasshouse.data;

import glasshouse.account.Plan;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// Decides which named records of a partition count, whatever their order, as
/// [glasshouse.event.Admission] does: one content once, different contents not at all, a withdrawn
/// name not at all. What counts goes on to the records by person.
///
/// Works on a copy of the partition and a table of its distinct names; owned by one thread.
final class Resolver {
    private static final int WITHDRAWN = 1;
    private static final int CONFLICTING = 2;

    private final Shape shape;
    private final int stride;
    private final boolean[] concernsOther;
    private final Records survivors;
    private final LongConsumer conflictingRows;
    private long[] named = new long[0];
    private int[] slots = new int[0];
    private byte[] verdicts = new byte[0];
    private int[] copies = new int[0];
    private int[] events = new int[0];
    private long duplicates;
    private int used;

    Resolver(Plan plan, Shape shape, Records survivors, LongConsumer conflictingRows) {
        this.shape = shape;
        this.survivors = survivors;
        this.conflictingRows = conflictingRows;
        stride = shape.words() + Shape.NAME_WORDS;
        concernsOther = new boolean[plan.scheme().signals().size()];
        for (int i = 0; i < concernsOther.length; i++) {
            concernsOther[i] = plan.concerns(i, true);
        }
    }

    /// Copies beyond the first, of all partitions so far.
    long duplicates() {
        return duplicates;
    }

    /// Resolves one partition of all threads' records and gives their pages up.
    void resolve(List<Records> parts, int partition) {
        int count = gather(parts, partition);
        prepare(count);
        for (int record = 0; record < count; record++) {
            weigh(record);
        }
        for (int record = 0; record < count; record++) {
            conclude(record);
        }
    }

    private int gather(List<Records> parts, int partition) {
        int count = parts.stream().mapToInt(part -> part.count(partition)).sum();
        if (named.length < count * stride) {
            named = new long[count * stride];
        }
        used = 0;
        for (Records part : parts) {
            part.forEachPage(
                    partition,
                    (from, to) -> {
                        int longs = (int) ((to - from) / Long.BYTES);
                        MemorySegment.copy(
                                Duck.MEMORY, ValueLayout.JAVA_LONG, from, named, used, longs);
                        used += longs;
                    });
            part.drop(partition);
        }
        return count;
    }

    /// `slots[s]` is 1 + the first record of a name; verdicts, copies and events are kept by it.
    private void prepare(int count) {
        int size = Integer.highestOneBit(Math.max(8, count)) * 4;
        if (slots.length < size) {
            slots = new int[size];
        }
        Arrays.fill(slots, 0);
        if (verdicts.length < count) {
            verdicts = new byte[count];
            copies = new int[count];
            events = new int[count];
        }
        Arrays.fill(verdicts, 0, count, (byte) 0);
        Arrays.fill(copies, 0, count, 0);
    }

    private void weigh(int record) {
        int first = first(record);
        int at = record * stride;
        if (named[at + Shape.NAME_WORDS] == Shape.RETRACTION) {
            verdicts[first] |= WITHDRAWN;
        } else if (copies[first]++ == 0) {
            events[first] = record;
        } else if (named[events[first] * stride + 2] != named[at + 2]) {
            verdicts[first] |= CONFLICTING;
        }
    }

    /// The first record of the same name.
    private int first(int record) {
        int at = record * stride;
        int mask = slots.length - 1;
        int slot = (int) (named[at] >>> 16) & mask;
        while (slots[slot] != 0) {
            int other = (slots[slot] - 1) * stride;
            if (named[other] == named[at] && Shape.sameName(named[other + 1], named[at + 1])) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = record + 1;
        return record;
    }

    private void conclude(int record) {
        int first = first(record);
        int at = record * stride;
        if (named[at + Shape.NAME_WORDS] == Shape.RETRACTION) {
            return;
        }
        if ((verdicts[first] & CONFLICTING) != 0) {
            conflictingRows.accept(Shape.row(named[at + 1]));
        } else if (events[first] == record) {
            duplicates += copies[first] - 1;
            if (verdicts[first] == 0) {
                admit(at + Shape.NAME_WORDS);
            }
        }
    }

    private void admit(int at) {
        long key = named[at];
        if (Shape.day(key) == Shape.LATER) {
            return;
        }
        post(
                Shape.person(key),
                false,
                at,
                shape.keepsParties() ? named[at + shape.partiesWord()] : 0);
        int signal = Shape.signal(key);
        if (shape.keepsParties() && signal != Shape.NO_SIGNAL && concernsOther[signal]) {
            long parties = named[at + shape.partiesWord()];
            int other = Shape.other(parties);
            if (other != Shape.NOBODY) {
                int source = Shape.source(parties);
                post(other, true, at, Shape.parties(source, Shape.person(key)));
            }
        }
    }

    private void post(int person, boolean asCounterparty, int at, long parties) {
        int shard = People.shard(person);
        long to = survivors.claim(shard);
        long key = named[at];
        for (int word = 1; word < shape.words(); word++) {
            Memory.set(to + (long) word * Long.BYTES, named[at + word]);
        }
        Memory.set(
                to,
                Shape.key(People.local(person), asCounterparty, Shape.signal(key), Shape.day(key)));
        if (shape.keepsParties()) {
            Memory.set(to + (long) shape.partiesWord() * Long.BYTES, parties);
        }
    }
}
