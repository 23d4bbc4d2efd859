package glasshouse.city.world;

import glasshouse.lab.population.Population;
import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Scene;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Who lives where: by neighbourhood, and in each of them the better off nearer the middle.
///
/// `rank` is a person's place in their neighbourhood by usual income, 0 the highest; `group` the
/// index of their group. Both follow from the seed and never change.
public record Homes(short[] rank, byte[] group) {
    static Homes of(Population population, long seed, int people) {
        var rank = new short[people];
        var group = new byte[people];
        var scene = new Scene();
        var traits = new Traits(population, seed);
        for (int first = 0; first < people; first += Scene.SIZE) {
            scene.open(first, Math.min(Scene.SIZE, people - first));
            traits.of(scene);
            Integer[] byIncome = IntStream.range(0, scene.count()).boxed().toArray(Integer[]::new);
            Arrays.sort(byIncome, Comparator.comparingDouble((Integer i) -> -traits.income[i]));
            for (int i = 0; i < byIncome.length; i++) {
                rank[first + byIncome[i]] = (short) i;
                group[first + i] = traits.group[i];
            }
        }
        return new Homes(rank, group);
    }
}
