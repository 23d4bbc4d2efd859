package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.compact.Scratch;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.society.SceneCheck.Closed;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Scores are published, lists are entered and left, people join or leave while they may: the
/// step's part 8. One per thread.
final class Closing implements Policy {
    private final Society society;
    private final People people;
    private final CompactAccounts accounts;
    private final Scratch scratch;
    private final int[][] partials;
    private final @Nullable Restitution restitution;
    private final Registers registers;
    private final Population.Services habits;
    private final int[] raw = new int[Scene.SIZE];
    private final int[] published = new int[Scene.SIZE];
    private final int[] lists = new int[Scene.SIZE];
    private final int initial;
    private final int floor;
    private final int perStep;
    private final int scores;
    private final int width;
    private final float perBin;
    private final float pull;
    private final int most;
    private final int pulled;
    private final int initialScore;
    private final byte[] bands;
    private final float forgets;
    private final float hour;
    private final float privacy;

    Closing(Society society, Scheme scheme, CompactAccounts accounts) {
        this.society = society;
        this.accounts = accounts;
        people = society.people();
        scratch = accounts.scratch();
        partials = accounts.partials();
        restitution = society.restitution();
        registers = new Registers(scheme, accounts, society.since());
        habits = society.world().population().services();
        Scale scale = scheme.scale();
        initial = accounts.units(scale.initialMicro());
        floor = accounts.units(scale.floorMicro());
        perStep = accounts.units(scale.precisionMicro());
        scores = society.scores();
        width = Math.max(1, accounts.units(scale.ceilingMicro() - scale.floorMicro()));
        perBin = Tally.PARTIAL_BINS / (2f * width);
        initialScore = Math.clamp(accounts.steps(initial - floor), 0, scores - 1);
        pulled = accounts.contacts();
        if (pulled >= 0
                && scheme.characteristics().get(pulled) instanceof Characteristic.Contacts c) {
            pull = c.pullMicro() / 1e6f;
            most = accounts.units(c.mostMicro());
        } else {
            pull = 0;
            most = 0;
        }
        bands = society.bands();
        float weeks = society.step(0).weeks();
        forgets = 1 - (float) (StrictMath.log(2) / habits.inertia()) * weeks;
        hour = (float) habits.hour();
        privacy = (float) habits.privacy();
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        Step step = here.step();
        if (society.compulsory(step)) {
            enrol(scene);
        } else {
            forgetStrangers(scene);
            choose(here);
        }
        if (restitution != null) {
            restitution.open(here);
            restitution.close(here);
            sumUp(here, restitution.partials, restitution.raw);
        }
        accounts.close(scene, step, scratch, partials);
        sumUp(here, partials, raw);
        publish(here);
    }

    /// Once a scheme is compulsory everybody is scored.
    private void enrol(Scene scene) {
        for (int i = 0; i < scene.count(); i++) {
            people.set(scene.first() + i, People.MEMBER, true);
        }
    }

    /// While a scheme is voluntary nobody reports those who did not join.
    private void forgetStrangers(Scene scene) {
        for (Deed deed : Deed.values()) {
            if (scene.happened(deed)) {
                short[] amounts = scene.write(deed);
                for (int i = 0; i < scene.count(); i++) {
                    if (!people.is(scene.first() + i, People.MEMBER)) {
                        amounts[i] = 0;
                    }
                }
            }
        }
        for (int i = 0; i < scene.count(); i++) {
            if (!people.is(scene.first() + i, People.MEMBER)) {
                scene.stars().forget(i);
            }
        }
    }

    /// Who sees advantages joins; who has come off badly leaves.
    private void choose(Neighbourhood here) {
        long stream = here.stream(Purpose.SERVICES, 200);
        float weeks = here.step().weeks();
        for (int i = 0; i < here.scene.count(); i++) {
            int person = here.scene.first() + i;
            float luck = Luck.uniform(Luck.at(stream, person), 0);
            if (people.is(person, People.MEMBER)) {
                boolean sorry = people.welfare[person] < 0;
                people.set(person, People.MEMBER, !(sorry && luck < habits.leave() * weeks));
            } else {
                float hopes = here.traits.opinion[i] + here.traits.diligence[i] - 0.8f;
                boolean joins = luck < habits.join() * weeks * Math.max(0, hopes);
                people.set(person, People.MEMBER, joins);
            }
        }
    }

    private void sumUp(Neighbourhood here, int[][] parts, int[] sums) {
        int count = here.scene.count();
        Arrays.fill(sums, 0, count, initial - floor);
        for (int[] row : parts) {
            for (int i = 0; i < count; i++) {
                sums[i] += row[i];
            }
        }
        if (pulled >= 0) {
            int[] row = parts[pulled];
            for (int i = 0; i < count; i++) {
                int known = here.knows[i];
                float mean = known == 0 ? 0 : (float) here.contactScores[i] / known * perStep;
                int towards = known == 0 ? 0 : Math.round(pull * (mean - sums[i]));
                row[i] = Math.clamp(towards, -most, most);
                sums[i] += row[i];
            }
        }
    }

    /// The published score of a sum, in steps above the floor.
    private int published(int sum) {
        return Math.max(0, Math.min(scores - 1, accounts.steps(sum)));
    }

    private void publish(Neighbourhood here) {
        Scene scene = here.scene;
        round(scene);
        for (int i = 0; i < scene.count(); i++) {
            lists[i] = people.lists[scene.first() + i];
        }
        registers.close(people, scene, here.step(), new Closed(published, lists, partials));
        for (int i = 0; i < scene.count(); i++) {
            here.publish(i, published[i], here.sign[i]);
        }
        feel(here);
        boolean counts = society.counts(here.step());
        if (restitution != null) {
            restitute(here, restitution, counts);
        }
        if (counts) {
            for (int i = 0; i < scene.count(); i++) {
                tally(here, i, scene.first() + i);
            }
        }
    }

    /// Sets what people's scores are beside what they would be without what was bought.
    private void restitute(Neighbourhood here, Restitution honest, boolean counts) {
        for (int i = 0; i < here.scene.count(); i++) {
            if (people.is(here.scene.first() + i, People.MEMBER)) {
                honest.count(here, i, published[i], published(honest.raw[i]), counts);
            }
        }
    }

    /// Raw scores become published steps; of those who are not scored, the initial one.
    private void round(Scene scene) {
        for (int i = 0; i < scene.count(); i++) {
            boolean member = people.is(scene.first() + i, People.MEMBER);
            published[i] = member ? published(raw[i]) : initialScore;
        }
    }

    /// What the scheme brings and takes is remembered for a while; being scored has a price too.
    private void feel(Neighbourhood here) {
        long stream = here.stream(Purpose.SERVICES, 201);
        float weeks = here.step().weeks();
        for (int i = 0; i < here.scene.count(); i++) {
            int person = here.scene.first() + i;
            float euros = here.gain[i];
            if (people.is(person, People.MEMBER)) {
                euros -= privacy * weeks * (1.2f - here.traits.opinion[i]) * 0.5f;
                euros -= (people.fear[person] & 0xFF) * weeks * (hour / 640);
            }
            float now = people.welfare[person] * forgets + euros / People.EUROS;
            long dither = Luck.at(stream, person);
            int rounded = (int) Math.floor(now + Luck.uniform(dither, 0));
            people.welfare[person] =
                    (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, rounded));
            if (here.money[i] != 0) {
                Purse.change(people, person, here.money[i], Float.NEGATIVE_INFINITY, dither);
            }
        }
    }

    private void tally(Neighbourhood here, int i, int person) {
        here.census(i, people, person);
        int score = published[i];
        Tally tally = here.tally;
        int group = here.traits.group[i];
        if (people.is(person, People.MEMBER)) {
            tally.add(group, Count.MEMBERS, 1);
            tally.add(group, Count.SCORES, score);
            tally.add(group, Count.PREFER, people.welfare[person] > 0 ? 1 : 0);
            tally.inBand(group, bands[score]);
            tally.pair(score, here.contactScores[i], here.knows[i]);
            for (int part = 0; part < partials.length; part++) {
                int bin = (int) ((partials[part][i] + width) * perBin);
                tally.partial(group, part, Math.clamp(bin, 0, Tally.PARTIAL_BINS - 1));
            }
            registers.tally(tally, people.lists[person], group, here.traits.diligence[i] >= 1);
        }
    }
}
