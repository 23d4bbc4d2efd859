package glasshouse.lab.history;

import glasshouse.lab.society.Society;
import glasshouse.lab.society.Tally;
import glasshouse.lab.society.World;
import java.util.ArrayList;
import java.util.List;

/// What came to pass in one world: an arm of an experiment on one seed. Measures read this and
/// nothing else.
public final class History {
    private final String arm;
    private final World world;
    private final Panel panel;
    private final List<Count> counts = new ArrayList<>();

    /// Everybody, counted at the end of a step; flows are those since the last count.
    public record Count(int step, Tally tally) {}

    public History(String arm, World world, int panelSize) {
        this.arm = arm;
        this.world = world;
        panel = new Panel(world.population(), world.seed(), world.people(), panelSize);
    }

    /// Notes the step that a society just lived through, if it was one to count.
    public void note(Society society) {
        int step = society.steps() - 1;
        if (society.counts(society.step(step))) {
            counts.add(new Count(step, society.tally().copy()));
            panel.note(society.people());
            society.clearTally();
        }
    }

    public String arm() {
        return arm;
    }

    public World world() {
        return world;
    }

    public Panel panel() {
        return panel;
    }

    /// In the order of time.
    public List<Count> counts() {
        return List.copyOf(counts);
    }

    /// The last count.
    public Count last() {
        return counts.getLast();
    }

    /// The notes so far as arrays, to be kept and read back by [#expect].
    public List<Object> columns() {
        var columns = new ArrayList<Object>();
        for (Count count : counts) {
            columns.addAll(count.tally().columns());
        }
        columns.addAll(panel.columns());
        return columns;
    }

    /// Makes room for the notes of the first `steps` steps, which are to be read back.
    public void expect(Society society, int steps) {
        for (int step = 0; step < steps; step++) {
            if (society.counts(society.step(step))) {
                counts.add(new Count(step, society.tally().copy()));
            }
        }
        panel.expect(counts.size());
    }
}
