package glasshouse.lab.population;

import static glasshouse.lab.luck.Quantiles.CELLS;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.luck.Quantiles;
import glasshouse.lab.scene.Scene;
import java.util.List;

/// What does not change about the people of a scene. Traits are functions of the seed and the
/// person, so they take no memory: they are drawn again for every scene, two draws a person, each
/// of eight lanes of one part in 256.
///
/// All but income lie on a scale where 1 is middling: a trait of 1.5 means half as much again. They
/// are independent of each other and of the group.
public final class Traits {
    private static final double PLENTY = 2.5;

    /// Place of a trait among the lanes of the second draw.
    private enum Lane {
        VOLATILITY,
        DILIGENCE,
        SOCIABILITY,
        OUTSPOKENNESS,
        OPINION,
        CONFORMITY,
        CIVIC,
        IMPORTS
    }

    /// Usual weekly income in euros.
    public final float[] income = new float[Scene.SIZE];

    /// How often bills come unexpectedly and jobs are lost.
    public final float[] volatility = new float[Scene.SIZE];

    /// How seldom bills are forgotten.
    public final float[] diligence = new float[Scene.SIZE];

    public final float[] sociability = new float[Scene.SIZE];
    public final float[] outspokenness = new float[Scene.SIZE];

    /// The private opinion of those in power, from -1 (against) to 1 (for).
    public final float[] opinion = new float[Scene.SIZE];

    public final float[] conformity = new float[Scene.SIZE];
    public final float[] civic = new float[Scene.SIZE];

    /// Taste for imported goods.
    public final float[] imports = new float[Scene.SIZE];

    public final float[] honesty = new float[Scene.SIZE];

    /// Propensity to game a scheme.
    public final float[] gaming = new float[Scene.SIZE];

    /// The index of the group.
    public final byte[] group = new byte[Scene.SIZE];

    private final long first;
    private final long second;
    private final long neighbourhoods;

    /// Below it, a lane says that a person is of the neighbourhood's group.
    private final int segregated;

    /// The lanes at which the groups begin, but for the first.
    private final int[] edges;

    private final float[][] incomes;
    private final float[] spread;
    private final float[] opinions;

    public Traits(Population population, long seed) {
        first = Luck.stream(seed, 0, Purpose.TRAITS, 0);
        second = Luck.stream(seed, 0, Purpose.TRAITS, 1);
        neighbourhoods = Luck.stream(seed, 0, Purpose.TRAITS, 2);
        segregated = lanesBelow((float) population.ties().segregation());
        List<Population.Group> groups = population.groups();
        edges = new int[groups.size() - 1];
        incomes = new float[groups.size()][];
        double reached = 0;
        double all = groups.stream().mapToDouble(Population.Group::share).sum();
        for (int i = 0; i < incomes.length; i++) {
            Population.Group each = groups.get(i);
            reached += each.share() / all;
            if (i < edges.length) {
                edges[i] = lanesBelow((float) reached);
            }
            float[] quantiles = Quantiles.lognormal(each.spread());
            incomes[i] = new float[CELLS];
            for (int cell = 0; cell < CELLS; cell++) {
                incomes[i][cell] = (float) each.income() * quantiles[cell];
            }
        }
        spread = Quantiles.normal(1, 0.4, 0.1, PLENTY);
        opinions = Quantiles.normal(0.1, 0.5, -1, 1);
    }

    /// How many lanes stand for a number below a share.
    private static int lanesBelow(float share) {
        int lanes = 0;
        while (lanes < Luck.LANE && Luck.uniform(lanes, 0) < share) {
            lanes++;
        }
        return lanes;
    }

    /// Draws the traits of a scene's people.
    public void of(Scene scene) {
        long where = Luck.at(neighbourhoods, scene.first() / Scene.SIZE);
        int ours = Luck.lane(where, 0);
        for (int i = 0; i < scene.count(); i++) {
            long one = Luck.at(first, scene.first() + i);
            long two = Luck.at(second, scene.first() + i);
            group[i] = group(one, ours);
            income[i] = incomes[group[i]][(int) (one >>> 32) & 0xFF];
            honesty[i] = spread[(int) (one >>> 40) & 0xFF];
            gaming[i] = spread[(int) (one >>> 48) & 0xFF];
            volatility[i] = spread[lane(two, Lane.VOLATILITY)];
            diligence[i] = spread[lane(two, Lane.DILIGENCE)];
            sociability[i] = spread[lane(two, Lane.SOCIABILITY)];
            outspokenness[i] = spread[lane(two, Lane.OUTSPOKENNESS)];
            opinion[i] = opinions[lane(two, Lane.OPINION)];
            conformity[i] = spread[lane(two, Lane.CONFORMITY)];
            civic[i] = spread[lane(two, Lane.CIVIC)];
            imports[i] = spread[lane(two, Lane.IMPORTS)];
        }
    }

    /// The sociability of anybody.
    public float sociability(int person) {
        return spread[lane(Luck.at(second, person), Lane.SOCIABILITY)];
    }

    /// The propensity to game that a share of all people have at least, those most given to it; a
    /// share below one part in 256 is nobody.
    public float gamingOf(double share) {
        int cell = CELLS - (int) Math.round(share * CELLS);
        return cell < CELLS ? spread[cell] : Float.POSITIVE_INFINITY;
    }

    /// In a segregated society a person is of the neighbourhood's group, as drawn for it, or of a
    /// group drawn for themselves; both by the groups' shares, so that these stay as they are.
    private byte group(long draw, int ours) {
        int lane = Luck.lane(draw, 1) < segregated ? ours : Luck.lane(draw, 0);
        int found = 0;
        for (int edge : edges) {
            // Sums signs: a guess of the processor would fail too often.
            found += (edge - 1 - lane) >>> 31;
        }
        return (byte) found;
    }

    @SuppressWarnings("EnumOrdinal")
    private static int lane(long draw, Lane lane) {
        return (int) (draw >>> (lane.ordinal() * 8)) & 0xFF;
    }
}
