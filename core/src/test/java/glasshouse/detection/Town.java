package glasshouse.detection;

import glasshouse.rating.Fixed;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Three hundred honest people who rate whom they meet over half a year, and a ring among them who
/// praise each other: the truth is known.
///
/// Honest ratings follow the rated one's quality; one in five is given back. Ring members praise
/// everybody in the ring, within three days if they are in a hurry, and rate as many honest people
/// as honest people do, for show.
record Town(Ratings ratings, Set<Integer> ring, int[] devices) {
    private static final int HONEST = 300;
    private static final int GIVEN = 8;
    private static final int DAYS = 180;
    private static final double BACK = 0.2;

    private static final int OWN_DEVICES = 10_000;

    static Town with(int ringSize, boolean hurried, long seed) {
        var random = new Random(seed);
        int people = HONEST + ringSize;
        var ratings = new Ratings.Builder(people);
        var quality = new int[people];
        for (int p = 0; p < people; p++) {
            quality[p] = 2 + random.nextInt(3);
        }
        for (int u = 0; u < people; u++) {
            for (int i = 0; i < GIVEN; i++) {
                int v = random.nextInt(HONEST);
                if (v != u) {
                    int day = random.nextInt(DAYS);
                    ratings.add(u, v, stars(quality[v] + random.nextInt(3) - 1), day);
                    if (random.nextDouble() < BACK && u < HONEST) {
                        ratings.add(v, u, stars(quality[u] + random.nextInt(3) - 1), day);
                    }
                }
            }
        }
        var ring = new HashSet<Integer>();
        int start = random.nextInt(DAYS - 3);
        for (int u = HONEST; u < people; u++) {
            ring.add(u);
            for (int v = HONEST; v < people; v++) {
                if (u != v) {
                    int day = hurried ? start + random.nextInt(3) : random.nextInt(DAYS);
                    ratings.add(u, v, Fixed.ONE, day);
                }
            }
        }
        return new Town(ratings.build(), ring, devices(people, ring));
    }

    /// Honest households of three share a device; the ring shares one.
    private static int[] devices(int people, Set<Integer> ring) {
        var devices = new int[people];
        for (int p = 0; p < people; p++) {
            devices[p] = ring.contains(p) ? OWN_DEVICES : p / 3;
        }
        return devices;
    }

    private static long stars(int stars) {
        return (Math.clamp(stars, 1, 5) - 3) * Fixed.ONE / 2;
    }

    /// Of those found, the share that are of the ring; of the ring, the share found.
    record Measured(double precision, double recall) {}

    Measured measure(List<Finding> findings) {
        Set<Integer> found = new HashSet<>();
        findings.forEach(finding -> found.addAll(finding.members()));
        var right = new ArrayList<>(found);
        right.retainAll(ring);
        double precision = found.isEmpty() ? Double.NaN : right.size() / (double) found.size();
        return new Measured(precision, ring.isEmpty() ? 1 : right.size() / (double) ring.size());
    }
}
