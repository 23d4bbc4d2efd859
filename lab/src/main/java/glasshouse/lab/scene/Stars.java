package glasshouse.lab.scene;

import java.util.Arrays;

/// The ratings that the people of a scene were given in a step: their weights and their sum. What
/// was forged is kept apart, and can be hidden.
public final class Stars {
    private final float[] weight = new float[Scene.SIZE];
    private final float[] sum = new float[Scene.SIZE];
    private final int[] honest = new int[Scene.SIZE];
    private final float[] forgedWeight = new float[Scene.SIZE];
    private final float[] forgedSum = new float[Scene.SIZE];
    private boolean forged;
    private boolean hidden;

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
        Arrays.fill(honest, 0);
        if (forged) {
            Arrays.fill(forgedWeight, 0);
            Arrays.fill(forgedSum, 0);
        }
        forged = false;
        hidden = false;
    }

    void hideForged(boolean hide) {
        hidden = hide;
    }

    /// Gives a person stars, by a rater who counts `weighs`.
    public void give(int place, int rater, float given, float weighs) {
        weight[place] += weighs;
        sum[place] += weighs * given;
        honest[place]++;
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

    /// Gives a person stars for which nothing happened, by raters who count `weighs` together.
    public void forge(int place, float given, float weighs) {
        forgedWeight[place] += weighs;
        forgedSum[place] += weighs * given;
        forged = true;
    }

    /// Lets all who rated a person honestly have given `turned`.
    public void turn(int place, float turned) {
        sum[place] = weight[place] * turned;
        for (int nth = 0; nth < given; nth++) {
            if (places[nth] == place) {
                stars[nth] = turned;
            }
        }
    }

    /// Lets nobody have rated a person.
    public void forget(int place) {
        weight[place] = 0;
        sum[place] = 0;
        honest[place] = 0;
        forgedWeight[place] = 0;
        forgedSum[place] = 0;
    }

    /// How many rated a person honestly.
    public int honest(int place) {
        return honest[place];
    }

    public float weight(int place) {
        return hidden ? weight[place] : weight[place] + forgedWeight[place];
    }

    /// Stars times their raters' weights.
    public float sum(int place) {
        return hidden ? sum[place] : sum[place] + forgedSum[place];
    }
}
