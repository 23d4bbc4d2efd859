package glasshouse.lab.scene;

import java.util.Arrays;

/// The ratings that the people of a scene were given in a step: their weights and their sum.
public final class Stars {
    private final float[] weight = new float[Scene.SIZE];
    private final float[] sum = new float[Scene.SIZE];

    private boolean kept;
    private int given;
    private int[] places = new int[0];
    private int[] raters = new int[0];
    private float[] stars = new float[0];

    /// Lets every single rating be kept from now on, until the next step.
    public void keep() {
        kept = true;
    }

    void clear() {
        given = 0;
        Arrays.fill(weight, 0);
        Arrays.fill(sum, 0);
    }

    /// Gives a person stars, by a rater who counts `weighs`.
    public void give(int place, int rater, float given, float weighs) {
        weight[place] += weighs;
        sum[place] += weighs * given;
        if (kept) {
            keep(place, rater, given);
        }
    }

    private void keep(int place, int rater, float given) {
        if (this.given == places.length) {
            int room = Math.max(Scene.SIZE, 2 * places.length);
            places = Arrays.copyOf(places, room);
            raters = Arrays.copyOf(raters, room);
            stars = Arrays.copyOf(stars, room);
        }
        places[this.given] = place;
        raters[this.given] = rater;
        stars[this.given] = given;
        this.given++;
    }

    /// How many ratings of this step were kept.
    public int given() {
        return given;
    }

    /// The place of the one who was rated.
    public int place(int nth) {
        return places[nth];
    }

    public int rater(int nth) {
        return raters[nth];
    }

    public float stars(int nth) {
        return stars[nth];
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
