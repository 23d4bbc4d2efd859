package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Wares.Good;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Who buys of whom, and what sources report of everybody: the state of gaming, in columns. It
/// exists only where people game.
///
/// Goods are sold: hours, purchases and likes that never were, ratings by nobody. A seller sells
/// one of them, and is a source of reports like the honest ones: organisations that volunteers
/// report to, shops, places where likes come from, [#HUBS] for each neighbourhood and good. Of
/// everybody it is kept what their honest source reported of each good since detectors last looked,
/// and what a seller did. A person has one seller at a time, so that all that stands in an account
/// and was bought comes from one source.
///
/// A person's row is written by their own scene; the sellers' columns between steps. Bytes a
/// person: 26, and the account without what was bought.
final class Dealings {
    /// Honest sources of a good in a neighbourhood.
    static final int HUBS = 4;

    /// Bits of a mark: what a look or a decision means for a person, to be taken up by their scene
    /// in the next step.
    static final int LOOKED_AT = 1;

    static final int FOUND = 2;
    static final int CLAWED_BACK = 4;

    /// What stands was bought of the person's seller.
    static final byte BY_SELLER = 0;

    /// It was given by the person's ring.
    static final byte BY_RING = 1;

    /// The person took a new name.
    static final byte BY_NAME = 2;

    /// A foe's seller gave it, to the person's harm.
    static final byte BY_FOE = 3;

    /// In [#since]: what was bought has been found before.
    static final short FOUND_BEFORE = -1;

    private static final double CITY = 100_000;

    /// By good: reports of a person's honest source, and their value.
    final byte[][] reports;

    final short[][] values;

    /// Likewise of their seller.
    final byte[] soldReports;

    final short[] soldValues;

    /// Events bought that stand in the account.
    final short[] standing;

    /// The step after that in which the first of them was bought, or [#FOUND_BEFORE]; 0: none.
    final short[] since;

    /// How many sellers a person has left, because they were closed down.
    final byte[] left;

    /// Times that a person was clawed back.
    final byte[] caught;

    final byte[] marks;

    /// Where what stands comes from: [#BY_SELLER], [#BY_RING], [#BY_NAME] or [#BY_FOE].
    final byte[] kind;

    /// The ring of a person in their neighbourhood, from 1; 0: none.
    final short[] ring;

    /// By seller: the step after that in which a human decides; 0: nobody has found anything.
    final int[] decisions;

    /// By seller: the step at which they are back under another name; 0: not closed down.
    final int[] closedUntil;

    private final long stream;
    private final int people;
    private final List<Good> goods;

    Dealings(Population.Gaming gaming, List<Good> onSale, long seed, int count) {
        people = count;
        stream = Luck.stream(seed, 0, Purpose.GAMING, 0);
        goods = List.copyOf(onSale);
        reports = new byte[Good.values().length][count];
        values = new short[Good.values().length][count];
        soldReports = new byte[count];
        soldValues = new short[count];
        standing = new short[count];
        since = new short[count];
        left = new byte[count];
        caught = new byte[count];
        marks = new byte[count];
        kind = new byte[count];
        ring = new short[count];
        int sellers =
                goods.isEmpty() ? 0 : (int) Math.max(1, Math.ceil(gaming.sellers() * count / CITY));
        decisions = new int[sellers];
        closedUntil = new int[sellers];
    }

    int sellers() {
        return closedUntil.length;
    }

    /// The goods that are on sale.
    List<Good> goods() {
        return goods;
    }

    /// What a seller sells: in turn.
    Good good(int seller) {
        return goods.get(seller % goods.size());
    }

    /// The seller whom a person turns to, drawn anew each time that one was closed down.
    int seller(int person) {
        return Math.floorMod(Luck.at(stream, person, left[person]), sellers());
    }

    /// The honest source of a good that reports of a person, as a number after the sellers'.
    int hub(int person) {
        return sellers() + person / Scene.SIZE * HUBS + person % HUBS;
    }

    /// Whether something that no seller reported stands in an account, so that nothing is bought.
    boolean taken(int person) {
        return kind[person] != BY_SELLER && standing[person] != 0;
    }

    /// Whether a seller is closed down in a step.
    boolean closed(int seller, int step) {
        return step < closedUntil[seller];
    }

    /// Whether a person games on, whom each claw-back stops for good with a chance: by luck that
    /// stays the same.
    boolean firm(int person, double deterred) {
        float stays = (float) StrictMath.pow(1 - deterred, caught[person]);
        return Luck.uniform(Luck.at(stream + 1, person), 0) < stays;
    }

    /// Notes what somebody's honest source reports of a good.
    @SuppressWarnings("EnumOrdinal")
    void report(Good good, int person, int events, int value) {
        byte[] count = reports[good.ordinal()];
        short[] sum = values[good.ordinal()];
        count[person] = (byte) Math.min(Byte.MAX_VALUE, count[person] + events);
        sum[person] = (short) Math.min(Short.MAX_VALUE, sum[person] + value);
    }

    /// Notes what somebody's seller reports in a step.
    void sell(int person, int events, int value, int step) {
        soldReports[person] = (byte) Math.min(Byte.MAX_VALUE, soldReports[person] + events);
        soldValues[person] = (short) Math.min(Short.MAX_VALUE, soldValues[person] + value);
        forge(person, events, step, BY_SELLER);
    }

    /// Notes ratings by a foe's seller.
    void harm(int person, int events, int step) {
        soldReports[person] = (byte) Math.min(Byte.MAX_VALUE, soldReports[person] + events);
        soldValues[person] = (short) Math.min(Short.MAX_VALUE, soldValues[person] + events);
        forge(person, events, step, BY_FOE);
    }

    /// Notes events that never happened and that no seller reports.
    void forge(int person, int events, int step, byte by) {
        kind[person] = by;
        standing[person] = (short) Math.min(Short.MAX_VALUE, standing[person] + events);
        if (since[person] == 0) {
            since[person] = (short) (step + 1);
        }
    }

    /// Lets nothing that a person bought stand any more.
    void clear(int person) {
        standing[person] = 0;
        since[person] = 0;
        soldReports[person] = 0;
        soldValues[person] = 0;
        if (kind[person] != BY_FOE) {
            caught[person] = (byte) Math.min(Byte.MAX_VALUE, caught[person] + 1);
        }
        if (kind[person] == BY_SELLER) {
            left[person] = (byte) Math.min(Byte.MAX_VALUE, left[person] + 1);
        }
        kind[person] = BY_SELLER;
    }

    /// Begins a new window of reports.
    void forgetReports() {
        for (int good = 0; good < reports.length; good++) {
            Arrays.fill(reports[good], (byte) 0);
            Arrays.fill(values[good], (short) 0);
        }
        Arrays.fill(soldReports, (byte) 0);
        Arrays.fill(soldValues, (short) 0);
    }

    int people() {
        return people;
    }

    /// Everything that the next step depends on, in a fixed order.
    List<Object> columns() {
        var columns = new ArrayList<Object>();
        columns.addAll(List.of((Object[]) reports));
        columns.addAll(List.of((Object[]) values));
        columns.addAll(
                List.of(
                        soldReports,
                        soldValues,
                        standing,
                        since,
                        left,
                        caught,
                        marks,
                        kind,
                        ring,
                        decisions,
                        closedUntil));
        return columns;
    }
}
