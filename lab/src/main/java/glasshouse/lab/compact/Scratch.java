package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;

/// One thread's working columns while accounts are closed: what a lane brings, what a group of
/// lanes brought, and what caps of one step have used up.
public record Scratch(int[] points, int[] gained, int[][] used) {
    static Scratch of(int caps) {
        return new Scratch(new int[Scene.SIZE], new int[Scene.SIZE], new int[caps][Scene.SIZE]);
    }
}
