package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Ties;
import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Outcome;
import java.util.Arrays;
import java.util.List;

/// The people of one scene in one step, as the policies see them: who they are, what they did, what
/// they know of their contacts, and what they gained and lost. One per thread.
public final class Neighbourhood {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    /// Where the sum of what contacts show holds its counts, above the sum of scores.
    private static final int PRAISING = 24;

    private static final int CRITICS = 32;
    private static final int PUNISHED = 40;
    private static final int KNOWS = 48;
    private static final int SCORES = (1 << PRAISING) - 1;
    private static final int COUNT = 0xFF;

    final Scene scene = new Scene();
    final Traits traits;
    final Tally tally;
    final Requests requests = new Requests();

    /// Living contacts, and the sums of what is seen of them.
    final int[] knows = new int[Scene.SIZE];

    final int[] contactScores = new int[Scene.SIZE];
    final int[] critics = new int[Scene.SIZE];
    final int[] praising = new int[Scene.SIZE];
    final int[] punished = new int[Scene.SIZE];

    /// What was earned or lost in this step because of the scheme, in euros.
    final float[] gain = new float[Scene.SIZE];

    /// The part of it that moves the purse.
    final float[] money = new float[Scene.SIZE];

    /// What others will see, see [People]: signs that policies set one by one, and at the close the
    /// score.
    final int[] sign = new int[Scene.SIZE];

    final int[] nextScore = new int[Scene.SIZE];

    /// What the people of a neighbourhood show, and sums of it over contacts.
    private final long[] ours = new long[Scene.SIZE];

    private final long[] theirs = new long[Scene.SIZE];
    private final long[] seen = new long[Scene.SIZE];
    private final Society society;
    private Step step;

    Neighbourhood(Society society, Tally tally) {
        this.society = society;
        this.tally = tally;
        traits = new Traits(society.world().population(), society.world().seed());
        step = society.step(0);
    }

    /// Makes ready for the people of a scene.
    void open(int first, Step now) {
        step = now;
        scene.open(first, Math.min(Scene.SIZE, society.people().count() - first));
        traits.of(scene);
        Arrays.fill(gain, 0);
        Arrays.fill(money, 0);
        Arrays.fill(sign, 0);
        requests.clear();
        look();
    }

    /// Sums up what everybody's living contacts showed at the last close.
    private void look() {
        Ties ties = society.ties();
        Arrays.fill(seen, 0);
        show(scene.first(), ours);
        for (int slot = 0; slot < ties.slots(); slot++) {
            int other = ties.neighbourhood(scene.first(), slot);
            if (other != Ties.NOBODY) {
                if (other != scene.first()) {
                    show(other, theirs);
                }
                int mask = ties.mask(scene.first(), other, slot);
                look(slot, mask, other == scene.first() ? ours : theirs);
            }
        }
        unpack();
    }

    /// Writes what everybody of a neighbourhood shows, each in one number: the score, and above it
    /// one in each of four counts. Nobody shows nothing.
    private void show(int other, long[] shown) {
        People people = society.people();
        int count = Math.min(Scene.SIZE, people.count() - other);
        for (int i = 0; i < count; i++) {
            long sign = people.sign(other + i);
            shown[i] =
                    people.score(other + i)
                            | (sign & People.PRAISED) << PRAISING
                            | (sign & People.CRITICISED) << (CRITICS - 1)
                            | (sign & People.PUNISHED) << (PUNISHED - 2)
                            | 1L << KNOWS;
        }
        Arrays.fill(shown, count, Scene.SIZE, 0);
    }

    /// Adds what the living contacts of one slot show.
    private void look(int slot, int mask, long[] shown) {
        short[] living = society.people().ties;
        long[] sums = seen;
        int first = scene.first();
        int count = scene.count();
        for (int i = 0; i < count; i++) {
            long alive = -(living[first + i] >> slot & 1);
            sums[i] += shown[(i ^ mask) & (Scene.SIZE - 1)] & alive;
        }
    }

    private void unpack() {
        for (int i = 0; i < scene.count(); i++) {
            long sum = seen[i];
            contactScores[i] = (int) sum & SCORES;
            praising[i] = (int) (sum >>> PRAISING) & COUNT;
            critics[i] = (int) (sum >>> CRITICS) & COUNT;
            punished[i] = (int) (sum >>> PUNISHED) & COUNT;
            knows[i] = (int) (sum >>> KNOWS) & COUNT;
        }
    }

    /// The stream of a purpose in this step.
    long stream(Purpose purpose, int ordinal) {
        return Luck.stream(society.world().seed(), step.index(), purpose, ordinal);
    }

    /// The contact of a person in a slot if the tie lives, else [Ties#NOBODY].
    int contact(int place, int slot) {
        int person = scene.first() + place;
        if ((society.people().ties[person] >> slot & 1) == 0) {
            return Ties.NOBODY;
        }
        return society.ties().contact(person, slot);
    }

    /// Share of the scale that a deed brings a member, as they believe.
    float stake(Deed deed) {
        return society.stakes().of(deed);
    }

    /// Books what the scheme costs a person (below zero: brings), on their purse and the tally.
    void cost(Count kind, int place, float euros) {
        if (euros != 0) {
            gain[place] -= euros;
            money[place] -= euros;
            tally.addAmount(traits.group[place], kind, euros);
        }
    }

    /// Books hours that the scheme costs a person, each worth `euros`.
    void hours(Count kind, int place, float hours, float euros) {
        if (hours != 0) {
            gain[place] -= hours * euros;
            tally.addAmount(traits.group[place], kind, hours);
        }
    }

    /// Counts a default, by the band that the score promised.
    void defaulted(int place) {
        int group = traits.group[place];
        tally.add(group, Count.DEFAULTS, 1);
        if (society.people().is(scene.first() + place, People.MEMBER)) {
            tally.defaulted(group, society.bands()[score(place)]);
        }
    }

    /// Counts how a person is at the end of a step.
    void census(int place, People people, int person) {
        int group = traits.group[place];
        tally.add(group, Count.PEOPLE, 1);
        tally.add(group, Count.EMPLOYED, people.life(person) & People.EMPLOYED);
        tally.add(group, Count.SAVINGS_EUROS, Purse.euros(people, person));
        tally.add(group, Count.TIES, knows[place]);
        int heard = critics[place] + praising[place];
        if (heard > 0) {
            tally.add(group, Count.CLIMATE_HEARD, heard);
            tally.add(group, Count.CLIMATE_AGAINST, critics[place]);
        }
    }

    /// Shows a witness what happened here in this step.
    void show(Witness witness) {
        witness.see(scene, step, nextScore);
        for (int request = 0; request < requests.size(); request++) {
            witness.decided(
                    scene.first() + requests.place(request),
                    requests.offer(request),
                    OUTCOMES.get(requests.outcome(request)));
        }
    }

    /// Sets what others will see of a person once the step has ended.
    void publish(int place, int steps, int signs) {
        nextScore[place] = steps;
        boolean needy = society.people().savings[scene.first() + place] < 0;
        sign[place] = needy ? signs | People.NEEDY : signs;
    }

    /// The score that a person was last published with, in steps above the floor.
    int score(int place) {
        return society.people().score(scene.first() + place);
    }

    Step step() {
        return step;
    }
}
