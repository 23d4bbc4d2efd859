package glasshouse.lab.history;

import glasshouse.lab.population.Population;
import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.People;
import java.util.ArrayList;
import java.util.List;

/// Some people, the same in every world of a seed, followed from count to count: who they are, and
/// how they stood each time. Metrics on persons (mobility, recovery, spirals, twins) read this.
public final class Panel {
    private final int[] persons;
    private final byte[] groups;
    private final float[] incomes;
    private final float[] diligence;
    private final float[] opinions;
    private final List<short[]> scores = new ArrayList<>();
    private final List<short[]> savings = new ArrayList<>();
    private final List<byte[]> lives = new ArrayList<>();
    private final List<byte[]> lists = new ArrayList<>();

    /// Every so manieth person, up to `most` of them.
    public Panel(Population population, long seed, int people, int most) {
        int size = Math.min(people, most);
        persons = new int[size];
        groups = new byte[size];
        incomes = new float[size];
        diligence = new float[size];
        opinions = new float[size];
        var traits = new Traits(population, seed);
        var scene = new Scene();
        int first = -1;
        for (int i = 0; i < size; i++) {
            persons[i] = (int) ((long) people * i / size);
            int home = persons[i] / Scene.SIZE * Scene.SIZE;
            if (home != first) {
                first = home;
                scene.open(first, Math.min(Scene.SIZE, people - first));
                traits.of(scene);
            }
            int place = persons[i] - first;
            groups[i] = traits.group[place];
            incomes[i] = traits.income[place];
            diligence[i] = traits.diligence[place];
            opinions[i] = traits.opinion[place];
        }
    }

    /// Notes how everybody stands now.
    public void note(People people) {
        var score = new short[persons.length];
        var purse = new short[persons.length];
        var life = new byte[persons.length];
        var list = new byte[persons.length];
        for (int i = 0; i < persons.length; i++) {
            score[i] = (short) people.score(persons[i]);
            purse[i] = people.savingsTens(persons[i]);
            life[i] = people.life(persons[i]);
            list[i] = people.lists(persons[i]);
        }
        scores.add(score);
        savings.add(purse);
        lives.add(life);
        lists.add(list);
    }

    /// How many people are followed.
    public int size() {
        return persons.length;
    }

    /// How often they were looked at.
    public int counts() {
        return scores.size();
    }

    public int person(int index) {
        return persons[index];
    }

    public int group(int index) {
        return groups[index];
    }

    /// Usual weekly income in euros.
    public float income(int index) {
        return incomes[index];
    }

    /// 1 is middling.
    public float diligence(int index) {
        return diligence[index];
    }

    /// Private opinion, from -1 to 1.
    public float opinion(int index) {
        return opinions[index];
    }

    /// The published score in steps above the floor.
    public int score(int count, int index) {
        return scores.get(count)[index] & 0xFFFF;
    }

    public int savingsEuros(int count, int index) {
        return savings.get(count)[index] * 10;
    }

    public boolean employed(int count, int index) {
        return (lives.get(count)[index] & 1) != 0;
    }

    /// Whether the person was scored at all.
    public boolean member(int count, int index) {
        return (lives.get(count)[index] & 8) != 0;
    }

    /// Lists as bits, in the order of the scheme.
    public int lists(int count, int index) {
        return lists.get(count)[index];
    }

    /// The notes so far as arrays, to be kept and read back.
    List<Object> columns() {
        var columns = new ArrayList<Object>();
        for (int count = 0; count < counts(); count++) {
            columns.addAll(
                    List.of(
                            scores.get(count),
                            savings.get(count),
                            lives.get(count),
                            lists.get(count)));
        }
        return columns;
    }

    /// Makes room for notes that are to be read back.
    void expect(int counts) {
        for (int count = 0; count < counts; count++) {
            scores.add(new short[persons.length]);
            savings.add(new short[persons.length]);
            lives.add(new byte[persons.length]);
            lists.add(new byte[persons.length]);
        }
    }
}
