package glasshouse.account;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The fading sums of one person, in digits ([Decay]) side by side: a dense column with a stretch
/// for each fading slot.
///
/// `from[s]` is where the stretch of slot s begins; within it, `firsts[s]` to `ends[s]` are the
/// digits that hold anything, so that clearing and reading pass over the rest.
final class Fadings {
    /// Digits that one addition touches.
    private static final int REACH = 5;

    private final @Nullable Decay[] decays;
    private final Shrink[] shrinks;
    private final int[] from;
    private final int[] firsts;
    private final int[] ends;
    private final long[] digits;

    Fadings(Plan plan, int day) {
        decays = new Decay[plan.slots()];
        shrinks = new Shrink[plan.slots()];
        from = new int[plan.slots()];
        firsts = new int[plan.slots()];
        ends = new int[plan.slots()];
        int size = 0;
        for (Part part : plan.parts()) {
            if (part instanceof Part.Accrual accrual) {
                for (Part.Lane lane : accrual.lanes()) {
                    Decay decay = lane.decay();
                    if (decay != null) {
                        decays[lane.slot()] = decay;
                        shrinks[lane.slot()] = decay.on(day);
                        from[lane.slot()] = size;
                        size += decay.digits(day) + REACH;
                    }
                }
            }
        }
        digits = new long[size];
        Arrays.fill(firsts, Integer.MAX_VALUE);
    }

    void clear() {
        for (int slot = 0; slot < ends.length; slot++) {
            if (ends[slot] > 0) {
                Arrays.fill(digits, from[slot] + firsts[slot], from[slot] + ends[slot], 0);
                firsts[slot] = Integer.MAX_VALUE;
                ends[slot] = 0;
            }
        }
    }

    void add(int slot, int happenedDay, long pointsMicro) {
        Decay decay = decays[slot];
        if (decay != null && pointsMicro != 0) {
            int first = decay.add(digits, from[slot], happenedDay, pointsMicro);
            firsts[slot] = Math.min(firsts[slot], first);
            ends[slot] = Math.max(ends[slot], first + REACH);
        }
    }

    void read(int slot, Wide sum) {
        if (ends[slot] > 0) {
            shrinks[slot].read(digits, from[slot], firsts[slot], ends[slot], sum);
        }
    }
}
