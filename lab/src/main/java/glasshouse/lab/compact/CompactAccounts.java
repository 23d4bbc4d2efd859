package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Everybody's account under one scheme, a few bytes a person, closed scene by scene.
///
/// It stands in for [glasshouse.account.Account] and its read-out where a society is too large for
/// exact ones: points in units of 1/32 of the published step, half-lives in two bytes that fade
/// step by step, limits in a few bits each, windows in rings of steps. Held to the exact account
/// within one step of the scale by `CompactAccountsTest`, for every shipped scheme over years.
///
/// Different scenes may be closed by different threads at once, each with a [Scratch] of its own.
/// Cost: about a nanosecond a lane and person; see `bench/results/W5.md`.
public final class CompactAccounts {
    private final Scheme scheme;
    private final Units units;
    private final Column[] columns;
    private final List<short[]> words;
    private final List<String> unreported;
    private final Size size;
    private final int people;

    /// How many people, and how many limits are kept within a step.
    record Size(int people, int scratchCaps) {}

    CompactAccounts(
            Scheme scheme,
            Units units,
            List<Column> columns,
            List<short[]> words,
            List<String> unreported,
            Size size) {
        this.scheme = scheme;
        this.units = units;
        this.columns = columns.toArray(new Column[0]);
        this.words = List.copyOf(words);
        this.unreported = List.copyOf(unreported);
        this.size = size;
        people = size.people();
    }

    /// Accounts of `people` under a scheme, as new.
    public static CompactAccounts of(Scheme scheme, Reporting reporting, int stepDays, int people) {
        return new CompactLayout(scheme, reporting, stepDays, people).accounts();
    }

    public Scheme scheme() {
        return scheme;
    }

    /// Signals of the scheme that nobody in the lab ever sends.
    public List<String> unreported() {
        return unreported;
    }

    /// The working columns of one thread.
    public Scratch scratch() {
        return Scratch.of(size.scratchCaps());
    }

    /// Partial scores of a scene's people, one row a characteristic, to be written by [#close].
    public int[][] partials() {
        return new int[columns.length][Scene.SIZE];
    }

    /// Lets a step pass for a scene: what was done is taken in, what fades fades; writes every
    /// partial score in units. Contacts' rows are left as nothing: the society fills them.
    public void close(Scene scene, Step step, Scratch scratch, int[][] partials) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].close(scene, step, scratch, partials[i]);
        }
    }

    /// Micro-points of units.
    public long micro(long inUnits) {
        return units.micro(inUnits);
    }

    /// Units of micro-points.
    public int units(long micro) {
        return units.of(micro);
    }

    /// The nearest number of published steps in units.
    public int steps(int inUnits) {
        return Math.floorDiv(inUnits + Units.PER_STEP / 2, Units.PER_STEP);
    }

    /// The index of the contacts characteristic, or -1.
    public int contacts() {
        for (int i = 0; i < columns.length; i++) {
            if (scheme.characteristics().get(i) instanceof Characteristic.Contacts) {
                return i;
            }
        }
        return -1;
    }

    /// The arrays that hold everything between steps, in a fixed order.
    public List<Object> columns() {
        var all = new ArrayList<Object>();
        for (Column column : columns) {
            all.addAll(column.columns());
        }
        all.addAll(words);
        return all;
    }

    /// Lets a person's account be, to the bit, what it is in `other`, which was laid out alike.
    public void take(int person, CompactAccounts other) {
        List<Object> mine = columns();
        List<Object> theirs = other.columns();
        for (int i = 0; i < mine.size(); i++) {
            int cells = Array.getLength(mine.get(i)) / people;
            int at = person * cells;
            System.arraycopy(theirs.get(i), at, mine.get(i), at, cells);
        }
    }

    /// Lets a person's account be a new one.
    public void renew(int person) {
        for (Object column : columns()) {
            int cells = Array.getLength(column) / people;
            for (int cell = person * cells; cell < (person + 1) * cells; cell++) {
                switch (column) {
                    case byte[] bytes -> bytes[cell] = 0;
                    case short[] shorts -> shorts[cell] = 0;
                    case int[] ints -> ints[cell] = 0;
                    case float[] floats -> floats[cell] = 0;
                    case long[] longs -> longs[cell] = 0;
                    default -> throw new IllegalStateException("not a column");
                }
            }
        }
    }

    /// Bytes that a person's account takes.
    public double bytesPerPerson() {
        return columns().stream().mapToLong(CompactAccounts::bytes).sum() / (double) people;
    }

    private static long bytes(Object array) {
        int cell =
                switch (array) {
                    case byte[] _ -> Byte.BYTES;
                    case short[] _ -> Short.BYTES;
                    case int[] _ -> Integer.BYTES;
                    case float[] _ -> Float.BYTES;
                    case long[] _ -> Long.BYTES;
                    default -> throw new IllegalStateException("not a column");
                };
        return (long) cell * Array.getLength(array);
    }

    /// What a characteristic that the lab cannot fold reads as.
    record Nothing() implements Column {
        @Override
        public void close(Scene scene, Step step, Scratch scratch, int[] partials) {
            Arrays.fill(partials, 0);
        }

        @Override
        public List<Object> columns() {
            return List.of();
        }
    }
}
