package glasshouse.detection;

import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Finding.Fact;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Dense blocks of praise: few raters who praise the same few people again and again, whom else
/// they praise for show notwithstanding.
///
/// FRAUDAR. Raters and rated are the two sides of a graph; an edge into somebody praised by d
/// people weighs `1 / log(d + 5)`, so that praising the popular hides nothing. The node with the
/// least weight left is taken off until none is left; the block is what stood when weight per node
/// was greatest, at least half of the greatest possible. A block is a finding where at least half
/// of its possible pairs praised each other and it has [#LEAST] raters or more; its edges are then
/// taken out and the search goes on, at most [#MOST] times.
///
/// Cost: edges times logarithm of nodes, a block. No chance is given: the evidence is how dense the
/// block is beside the whole.
///
/// Source: Hooi, Song, Beutel, Shah, Shin, Faloutsos: "FRAUDAR: Bounding Graph Fraud in the Face of
/// Camouflage", KDD 2016.
public final class DenseBlocks {
    /// Fewest raters of a block.
    public static final int LEAST = 4;

    /// Most blocks that are looked for.
    public static final int MOST = 10;

    private static final double POSSIBLE = 0.5;
    private static final int SMOOTH = 5;
    private static final double SCALE = 1 << 24;

    private final Praise praise;
    private final int people;
    private final boolean[] goneEdges;

    private DenseBlocks(Praise praise) {
        this.praise = praise;
        people = praise.people();
        goneEdges = new boolean[praise.size()];
    }

    /// The blocks in these ratings, the densest first.
    public static List<Finding> in(Ratings ratings) {
        return new DenseBlocks(Praise.of(ratings)).find();
    }

    private List<Finding> find() {
        var findings = new ArrayList<Finding>();
        while (findings.size() < MOST) {
            Block block = densest();
            long possible = block.possible();
            int edges = edges(block);
            if (block.raters.size() < LEAST || edges < POSSIBLE * possible) {
                return findings;
            }
            findings.add(finding(block, edges, possible));
            for (int u : block.raters) {
                for (int e = praise.givenFrom(u); e < praise.givenTo(u); e++) {
                    goneEdges[e] |= block.rated.contains(praise.whom(e));
                }
            }
        }
        return findings;
    }

    private record Block(Set<Integer> raters, Set<Integer> rated) {
        /// Pairs of a rater and somebody else who is rated.
        long possible() {
            var both = new HashSet<>(raters);
            both.retainAll(rated);
            return (long) raters.size() * rated.size() - both.size();
        }
    }

    private int edges(Block block) {
        int edges = 0;
        for (int u : block.raters) {
            for (int e = praise.givenFrom(u); e < praise.givenTo(u); e++) {
                edges += !goneEdges[e] && block.rated.contains(praise.whom(e)) ? 1 : 0;
            }
        }
        return edges;
    }

    private Finding finding(Block block, int edges, long possible) {
        double whole = (double) people * (people - 1);
        var both = new HashSet<>(block.raters);
        both.retainAll(block.rated);
        var members = new HashSet<>(block.raters);
        members.addAll(block.rated);
        List<Fact> facts =
                List.of(
                        new Fact(
                                "share of possible pairs that praised, in the block and in all",
                                edges / (double) possible,
                                praise.size() / whole),
                        new Fact(
                                "praise within the block, and as many pairs at random",
                                edges,
                                possible * praise.size() / whole),
                        new Fact(
                                "raters of the block, and those of them also praised in it",
                                block.raters.size(),
                                both.size()));
        return new Finding(
                Detector.DENSE_BLOCK,
                List.copyOf(members),
                Double.NaN,
                facts,
                Scope.OfRatings.ever(List.copyOf(block.raters), List.copyOf(block.rated)));
    }

    /// A node with the weight that it had when it was queued.
    private record Queued(long weight, int node) {}

    /// Nodes are raters, and after these the rated.
    private Block densest() {
        var edgeWeights = new long[people];
        for (int v = 0; v < people; v++) {
            edgeWeights[v] = Math.round(SCALE / StrictMath.log(praise.gets(v) + SMOOTH));
        }
        var weights = new long[2 * people];
        long total = 0;
        for (int u = 0; u < people; u++) {
            for (int e = praise.givenFrom(u); e < praise.givenTo(u); e++) {
                if (!goneEdges[e]) {
                    long weight = edgeWeights[praise.whom(e)];
                    weights[u] += weight;
                    weights[people + praise.whom(e)] += weight;
                    total += weight;
                }
            }
        }
        return peel(weights, edgeWeights, total);
    }

    private Block peel(long[] weights, long[] edgeWeights, long total) {
        var queue =
                new PriorityQueue<Queued>(
                        (a, b) ->
                                a.weight != b.weight
                                        ? Long.compare(a.weight, b.weight)
                                        : Integer.compare(a.node, b.node));
        int left = 0;
        for (int node = 0; node < weights.length; node++) {
            if (weights[node] > 0) {
                queue.add(new Queued(weights[node], node));
                left++;
            }
        }
        var order = new int[left];
        var gone = new boolean[weights.length];
        int removed = 0;
        int best = 0;
        double greatest = 0;
        while (left > 0) {
            double density = total / (double) left;
            if (density > greatest) {
                greatest = density;
                best = removed;
            }
            Queued next = queue.remove();
            if (gone[next.node] || next.weight != weights[next.node]) {
                continue;
            }
            gone[next.node] = true;
            order[removed++] = next.node;
            left--;
            total -= take(next.node, weights, edgeWeights, gone, queue);
        }
        var raters = new HashSet<Integer>();
        var rated = new HashSet<Integer>();
        for (int node : Arrays.copyOfRange(order, best, order.length)) {
            if (node < people) {
                raters.add(node);
            } else {
                rated.add(node - people);
            }
        }
        return new Block(raters, rated);
    }

    /// Takes a node's edges off its neighbours; returns their weight.
    private long take(
            int node,
            long[] weights,
            long[] edgeWeights,
            boolean[] gone,
            PriorityQueue<Queued> queue) {
        long taken = 0;
        if (node < people) {
            for (int e = praise.givenFrom(node); e < praise.givenTo(node); e++) {
                int other = people + praise.whom(e);
                if (!goneEdges[e] && !gone[other]) {
                    weights[other] -= edgeWeights[praise.whom(e)];
                    taken += edgeWeights[praise.whom(e)];
                    queue.add(new Queued(weights[other], other));
                }
            }
            return taken;
        }
        int v = node - people;
        for (int e = praise.gotFrom(v); e < praise.gotTo(v); e++) {
            int u = praise.by(e);
            if (!gone[u] && !goneEdges[praise.edge(u, v)]) {
                weights[u] -= edgeWeights[v];
                taken += edgeWeights[v];
                queue.add(new Queued(weights[u], u));
            }
        }
        return taken;
    }
}
