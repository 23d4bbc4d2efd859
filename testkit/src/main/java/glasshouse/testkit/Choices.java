package glasshouse.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The source of every choice a property makes: seeded, and recording what it hands out.
///
/// Each choice comes from a draw between zero and a bound, and a lower draw means a simpler value:
/// a number nearer to zero, an earlier item, a shorter list. Shrinking therefore edits the record
/// of draws and replays it, and needs to know nothing of the values made from them. A replay clamps
/// a draw that is above its bound and answers zero when the record has run out, so that any edited
/// record is a valid run.
public final class Choices {
    private static final int EDGE_ODDS = 16;

    private final @Nullable SplittableRandom random;
    private final long[] replayed;
    private final List<String> described = new ArrayList<>();
    private long[] draws = new long[32];
    private int drawCount;
    private int depth;

    private Choices(@Nullable SplittableRandom random, long[] replayed) {
        this.random = random;
        this.replayed = replayed;
    }

    /// Fresh choices; equal seeds make equal choices.
    public static Choices random(long seed) {
        return new Choices(new SplittableRandom(seed), new long[0]);
    }

    /// The choices that these draws stand for, and the simplest ones after them.
    public static Choices replay(long... draws) {
        return new Choices(null, draws.clone());
    }

    /// A number in `low..high`, both included; zero, or else `low`, is the simplest.
    public int intBetween(int low, int high) {
        return (int) longBetween(low, high);
    }

    /// A number in `low..high`, both included; zero, or else `low`, is the simplest.
    public long longBetween(long low, long high) {
        if (low > high) {
            throw new IllegalArgumentException("low " + low + " is above high " + high);
        }
        long draw = draw(high - low);
        long value;
        if (low > 0 || high < 0) {
            value = low + draw;
        } else if (Long.compareUnsigned(draw, high) <= 0) {
            value = draw;
        } else {
            value = high - draw;
        }
        return describe(value);
    }

    /// Either; false is the simpler.
    public boolean bool() {
        return describe(draw(1) == 1);
    }

    /// One of these; the first is the simplest.
    public <T> T oneOf(List<T> items) {
        return describe(items.get((int) draw(items.size() - 1L)));
    }

    /// A list of `fewest..most` items made by `item`, each of its items removable by shrinking.
    public <T> List<T> listOf(int fewest, int most, Function<Choices, ? extends T> item) {
        if (fewest < 0 || fewest > most) {
            throw new IllegalArgumentException("no list has " + fewest + ".." + most + " items");
        }
        // A zero draw before an item ends the list, so that dropping such a draw and the draws of
        // its item drops the item. The odds make the mean length about a third of the range.
        long goOnOdds = Math.max(1, (most - fewest) / 3);
        List<T> items = new ArrayList<>();
        depth++;
        while (items.size() < most && (items.size() < fewest || draw(goOnOdds) != 0)) {
            items.add(item.apply(this));
        }
        depth--;
        return describe(items);
    }

    /// Gives the run up, as neither passed nor failed, unless the condition holds.
    public void assume(boolean condition) {
        if (!condition) {
            throw new Discarded();
        }
    }

    /// The draws so far, from which `replay` makes the same choices.
    public long[] draws() {
        return Arrays.copyOf(draws, drawCount);
    }

    /// The values handed out so far, in order; what a list was made of is not repeated.
    public List<String> described() {
        return List.copyOf(described);
    }

    /// A draw in `0..bound`, both included and unsigned.
    private long draw(long bound) {
        long draw;
        if (random != null) {
            draw = randomDraw(random, bound);
        } else {
            draw = drawCount < replayed.length ? replayed[drawCount] : 0;
            draw = Long.compareUnsigned(draw, bound) > 0 ? bound : draw;
        }
        if (drawCount == draws.length) {
            draws = Arrays.copyOf(draws, 2 * drawCount);
        }
        draws[drawCount++] = draw;
        return draw;
    }

    private static long randomDraw(SplittableRandom random, long bound) {
        // Bugs live at the edges of wide ranges, where an even draw would hardly ever go.
        if (bound < 0 || bound >= EDGE_ODDS) {
            switch (random.nextInt(2 * EDGE_ODDS)) {
                case 0 -> {
                    return 0;
                }
                case 1 -> {
                    return bound;
                }
                case 2 -> {
                    return random.nextLong(EDGE_ODDS);
                }
                default -> {}
            }
        }
        if (bound >= 0 && bound < Long.MAX_VALUE) {
            return random.nextLong(bound + 1);
        }
        long draw = random.nextLong();
        while (Long.compareUnsigned(draw, bound) > 0) {
            draw = random.nextLong();
        }
        return draw;
    }

    private <T> T describe(T value) {
        if (random == null && depth == 0) {
            described.add(String.valueOf(value));
        }
        return value;
    }

    /// Ends a run that does not count.
    static final class Discarded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Discarded() {
            super("an assumption did not hold", null, false, false);
        }
    }
}
