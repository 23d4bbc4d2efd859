package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Stars;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import java.util.List;

/// Ratings: a running weight and sum a person, both fading where the scheme says so, put through
/// the scheme's curve together with the prior.
final class RatedColumn implements Column {
    private final Characteristic.Rated rated;
    private final Units units;
    private final float[] weight;
    private final float[] sum;
    private final float fade;

    RatedColumn(Characteristic.Rated rated, Units units, int stepDays, int people) {
        this.rated = rated;
        this.units = units;
        weight = new float[people];
        sum = new float[people];
        fade =
                rated.halfLifeDays() == 0
                        ? 1
                        : (float) StrictMath.pow(2, -stepDays / (double) rated.halfLifeDays());
    }

    @Override
    public void close(Scene scene, Step step, Scratch scratch, int[] partials) {
        Stars stars = scene.stars();
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            weight[person] = weight[person] * fade + stars.weight(i);
            sum[person] = sum[person] * fade + stars.sum(i);
            partials[i] = units.of(points(weight[person], sum[person]));
        }
    }

    private long points(float weighs, float adds) {
        double priorWeight = rated.priorWeightMicro() / (double) Micro.ONE;
        if (weighs + priorWeight == 0) {
            return 0;
        }
        double prior = rated.priorMeanMicro() / (double) Micro.ONE * priorWeight;
        return rated.points().at(Math.round((adds + prior) / (weighs + priorWeight) * Micro.ONE));
    }

    @Override
    public List<Object> columns() {
        return List.of(weight, sum);
    }
}
