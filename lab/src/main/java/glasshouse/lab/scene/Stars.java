package glasshouse.lab.scene;

import java.util.Arrays;

/// The ratings that the people of a scene were given in a step: their weights and their sum.
public final class Stars {
    private final float[] weight = new float[Scene.SIZE];
    private final float[] sum = new float[Scene.SIZE];

    void clear() {
        Arrays.fill(weight, 0);
        Arrays.fill(sum, 0);
    }

    /// Gives a person stars, by a rater who counts `weighs`.
    public void give(int place, float stars, float weighs) {
        weight[place] += weighs;
        sum[place] += weighs * stars;
    }

    /// Lets nobody have rated a person.
    public void forget(int place) {
        weight[place] = 0;
        sum[place] = 0;
    }

    public float weight(int place) {
        return weight[place];
    }

    /// Stars times their raters' weights.
    public float sum(int place) {
        return sum[place];
    }
}
