package glasshouse.lab.society;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What detectors and humans know of rings: between steps, neighbourhood by neighbourhood.
///
/// Every 28 days the core's detectors of dense blocks and of reciprocity look at the ratings that
/// people of a neighbourhood got. A ring of which anybody was found waits for a human; confirmed,
/// it is over for a while, and everything that its members gave each other is taken back.
final class Rings {
    private static final int DAYS_PER_WEEK = 7;

    private final Dealings dealings;
    private final Guestbook guestbook;
    private final Population.Gaming habits;
    private final long seed;
    private final int perScene;
    private final int[] decisions;
    private final int[] closedUntil;

    Rings(Dealings dealings, Guestbook guestbook, Population.Gaming habits, long seed) {
        this.dealings = dealings;
        this.guestbook = guestbook;
        this.habits = habits;
        this.seed = seed;
        perScene = Scene.SIZE / habits.ring() + 2;
        int scenes = (dealings.people() + Scene.SIZE - 1) / Scene.SIZE;
        decisions = new int[scenes * perScene];
        closedUntil = new int[scenes * perScene];
    }

    private int number(int person, int ring) {
        return person / Scene.SIZE * perScene + ring;
    }

    /// Whether a ring of somebody's neighbourhood is over in a step.
    boolean closed(int person, int ring, int step) {
        return step < closedUntil[number(person, ring)];
    }

    Guestbook guestbook() {
        return guestbook;
    }

    /// Ends a step; `looks`: detectors look.
    void close(Step step, boolean looks) {
        decide(step);
        if (looks) {
            for (int first = 0; first < dealings.people(); first += Scene.SIZE) {
                look(first, step);
            }
            guestbook.forget();
        }
    }

    private void look(int first, Step step) {
        int end = Math.min(dealings.people(), first + Scene.SIZE);
        for (int person = first; person < end; person++) {
            if (inRing(person)) {
                dealings.marks[person] |= Dealings.LOOKED_AT;
            }
        }
        if (habits.detection() == 0) {
            return;
        }
        Set<Integer> found = guestbook.found(first, dealings.ring, dealings.standing);
        for (int person : found) {
            dealings.marks[person] |= Dealings.FOUND;
            int number = number(person, dealings.ring[person]);
            if (inRing(person) && decisions[number] == 0) {
                decisions[number] = step.index() + 1 + steps(habits.delay(), step);
            }
        }
    }

    private boolean inRing(int person) {
        return dealings.standing[person] > 0 && dealings.kind[person] == Dealings.BY_RING;
    }

    private static int steps(double weeks, Step step) {
        return (int) Math.round(weeks * DAYS_PER_WEEK / step.days());
    }

    private void decide(Step step) {
        long stream = Luck.stream(seed, step.index(), Purpose.DETECTION, 1);
        var over = new boolean[decisions.length];
        for (int ring = 0; ring < decisions.length; ring++) {
            if (decisions[ring] > 0 && decisions[ring] <= step.index() + 1) {
                over[ring] = Luck.uniform(Luck.at(stream, ring), 0) < habits.confirm();
                decisions[ring] = 0;
                if (over[ring]) {
                    closedUntil[ring] = step.index() + 1 + steps(habits.comeback(), step);
                }
            }
        }
        for (int person = 0; person < dealings.people(); person++) {
            if (inRing(person) && over[number(person, dealings.ring[person])]) {
                dealings.marks[person] |= Dealings.CLAWED_BACK;
            }
        }
    }

    /// Everything that the next step depends on, in a fixed order.
    List<Object> columns() {
        var columns = new ArrayList<>(guestbook.columns());
        columns.add(decisions);
        columns.add(closedUntil);
        return columns;
    }
}
