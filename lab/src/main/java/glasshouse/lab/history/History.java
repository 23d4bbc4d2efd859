package glasshouse.lab.history;

import glasshouse.lab.society.Diary;
import glasshouse.lab.society.Society;
import glasshouse.lab.society.Tally;
import glasshouse.lab.society.World;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What came to pass in one world: an arm of an experiment on one seed. Measures read this and
/// nothing else.
public final class History {
    private final String arm;
    private final World world;
    private final Panel panel;
    private final List<Count> counts = new ArrayList<>();
    private final List<Diary> diaries = new ArrayList<>();

    /// Everybody, counted at the end of a step; flows are those since the last count.
    public record Count(int step, Tally tally) {}

    public History(String arm, World world, int panelSize) {
        this.arm = arm;
        this.world = world;
        panel = new Panel(world.population(), world.seed(), world.people(), panelSize);
    }

    /// Keeps diaries of a few of the panel, spread over all.
    public void follow(Society society, int most) {
        int size = Math.min(most, panel.size());
        for (int i = 0; i < size; i++) {
            diaries.add(society.follow(panel.person((int) ((long) panel.size() * i / size))));
        }
    }

    /// The diaries, in the order of persons.
    public List<Diary> diaries() {
        return List.copyOf(diaries);
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

    /// Keeps all notes so far.
    public void write(DataOutputStream out) throws IOException {
        Columns.write(out, columns());
        for (Diary diary : diaries) {
            Diaries.write(out, diary);
        }
    }

    /// Reads back the notes of the first `steps` steps; diaries are being kept already.
    public void read(DataInputStream in, Society society, int steps) throws IOException {
        expect(society, steps);
        Columns.read(in, columns());
        for (Diary diary : diaries) {
            diary.resume(Diaries.read(in));
        }
    }

    private List<Object> columns() {
        var columns = new ArrayList<Object>();
        for (Count count : counts) {
            columns.addAll(count.tally().columns());
        }
        columns.addAll(panel.columns());
        return columns;
    }

    private void expect(Society society, int steps) {
        for (int step = 0; step < steps; step++) {
            if (society.counts(society.step(step))) {
                counts.add(new Count(step, society.tally().copy()));
            }
        }
        panel.expect(counts.size());
    }
}
