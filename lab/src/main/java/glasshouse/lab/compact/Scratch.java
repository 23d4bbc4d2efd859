package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;

/// One thread's working columns while accounts are closed: the places of those who did a deed and
/// the points that it brings each of them, side by side; what a group of lanes brought, and what
/// caps of one step have used up, by place.
public record Scratch(int[] places, int[] points, int[] gained, int[][] used) {
    static Scratch of(int caps) {
        return new Scratch(
                new int[Scene.SIZE],
                new int[Scene.SIZE],
                new int[Scene.SIZE],
                new int[caps][Scene.SIZE]);
    }
}
