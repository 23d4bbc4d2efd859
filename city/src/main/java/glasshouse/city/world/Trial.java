package glasshouse.city.world;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Offer;
import glasshouse.lab.society.People;
import glasshouse.lab.society.Society;
import glasshouse.lab.society.Witness;
import glasshouse.lab.society.World;
import glasshouse.lab.study.Arm;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a changed scheme does: two years of the same people with the same luck, lived under it as
/// it was and as it is now, week by week.
///
/// Points are those of the last week, of people who are scored under both; refusals those of
/// services that matter, over both years. `before` and `after` are how many of them stand in each
/// of [#BARS] equal parts of both scales together.
public record Trial(
        int people,
        double low,
        double high,
        List<Integer> before,
        List<Integer> after,
        List<Share> groups,
        List<Hit> hardest) {
    public static final int BARS = 40;

    /// A change of at least so many hundredths of the scale is a gain or a loss.
    private static final double FELT = 0.01;

    private static final int PEOPLE = 1_024;
    private static final int WEEKS = 104;
    private static final int HARDEST = 5;
    private static final int MEMBER = 8;

    /// What becomes of a group: how many are scored, gain, lose; the mean change in points; and
    /// refusals before and after.
    public record Share(
            int group,
            int people,
            int gain,
            int lose,
            double change,
            int refusedBefore,
            int refusedAfter) {}

    /// Somebody with their scores before and after, in points.
    public record Hit(int person, int group, double before, double after) {}

    public Trial {
        before = List.copyOf(before);
        after = List.copyOf(after);
        groups = List.copyOf(groups);
        hardest = List.copyOf(hardest);
    }

    /// Compares two lots of years of the same people.
    public static Trial of(Population population, Lived before, Lived after) {
        byte[] group = after.group;
        double low = Math.min(floor(before.scheme), floor(after.scheme));
        double high = Math.max(ceiling(before.scheme), ceiling(after.scheme));
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < PEOPLE; i++) {
            if (!Double.isNaN(before.points[i]) && !Double.isNaN(after.points[i])) {
                hits.add(new Hit(i, group[i], before.points[i], after.points[i]));
            }
        }
        int[] refusedBefore = byGroup(population, group, before.refused);
        int[] refusedAfter = byGroup(population, group, after.refused);
        double felt = (high - low) * FELT;
        var shares =
                IntStream.range(0, population.groups().size())
                        .mapToObj(g -> share(g, hits, felt, refusedBefore[g], refusedAfter[g]))
                        .filter(share -> share.people() > 0)
                        .toList();
        List<Hit> hardest =
                hits.stream()
                        .filter(hit -> hit.after() <= hit.before() - felt)
                        .sorted(Comparator.comparingDouble(hit -> hit.after() - hit.before()))
                        .limit(HARDEST)
                        .toList();
        return new Trial(
                hits.size(),
                low,
                high,
                bars(hits.stream().map(Hit::before).toList(), low, high),
                bars(hits.stream().map(Hit::after).toList(), low, high),
                shares,
                hardest);
    }

    private static Share share(
            int group, List<Hit> hits, double felt, int refusedBefore, int refusedAfter) {
        List<Hit> mine = hits.stream().filter(hit -> hit.group() == group).toList();
        int gain = (int) mine.stream().filter(h -> h.after() >= h.before() + felt).count();
        int lose = (int) mine.stream().filter(h -> h.after() <= h.before() - felt).count();
        double change = mine.stream().mapToDouble(h -> h.after() - h.before()).average().orElse(0);
        return new Share(group, mine.size(), gain, lose, change, refusedBefore, refusedAfter);
    }

    private static int[] byGroup(Population population, byte[] group, int[] refused) {
        var sums = new int[population.groups().size()];
        for (int i = 0; i < refused.length; i++) {
            sums[group[i]] += refused[i];
        }
        return sums;
    }

    private static List<Integer> bars(List<Double> points, double low, double high) {
        var bars = new int[BARS];
        for (double each : points) {
            bars[Math.clamp((int) (BARS * (each - low) / (high - low)), 0, BARS - 1)]++;
        }
        return IntStream.of(bars).boxed().toList();
    }

    private static double floor(Scheme scheme) {
        return scheme.scale().floorMicro() / (double) Micro.ONE;
    }

    private static double ceiling(Scheme scheme) {
        return scheme.scale().ceilingMicro() / (double) Micro.ONE;
    }

    /// The years under one scheme: by person their group, their points at the end (not a number
    /// where somebody is not scored), and the refusals that matter.
    public static final class Lived {
        private final Scheme scheme;
        private final byte[] group;
        private final double[] points;
        private final int[] refused;

        private Lived(Scheme scheme, byte[] group, double[] points, int[] refused) {
            this.scheme = scheme;
            this.group = group;
            this.points = points;
            this.refused = refused;
        }
    }

    /// Lives two years under a scheme; the same every time.
    public static Lived live(Population population, long seed, Scheme scheme) {
        Arm arm = City.arm(Optional.of(scheme), population);
        var world =
                new World(
                        population,
                        PEOPLE,
                        seed,
                        7,
                        City.START,
                        arm.scheme(),
                        arm.without(),
                        arm.compulsoryFrom());
        var refused = new int[PEOPLE];
        var points = new double[PEOPLE];
        try (var society = new Society(world, 1)) {
            society.show(new Refusals(society, refused));
            for (int week = 0; week < WEEKS; week++) {
                society.step();
            }
            People people = society.people();
            for (int i = 0; i < PEOPLE; i++) {
                points[i] =
                        (people.life(i) & MEMBER) == 0
                                ? Double.NaN
                                : Offer.micro(scheme.scale(), people.score(i)) / (double) Micro.ONE;
            }
        }
        return new Lived(scheme, Homes.of(population, seed, PEOPLE).group(), points, refused);
    }

    /// Counts whom services that matter refuse.
    private record Refusals(Society society, int[] refused) implements Witness {
        @Override
        public void see(Scene scene, Step step, int[] nextScores) {}

        @Override
        public void decided(int person, int offer, Outcome outcome) {
            boolean matters = society.offers().all().get(offer).service().significant();
            if (matters && outcome == Outcome.REFUSED) {
                refused[person]++;
            }
        }
    }
}
