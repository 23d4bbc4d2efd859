package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An accrual: lanes by how they fade, each group with its memory, within a floor and ceiling.
final class AccrualColumn implements Column {
    private final List<Group> groups;
    private final List<Cap> caps;
    private final int floor;
    private final int ceiling;

    /// Lanes that fade alike.
    record Group(List<Lane> lanes, Memory memory) {
        Group {
            lanes = List.copyOf(lanes);
        }
    }

    AccrualColumn(List<Group> groups, List<Cap> caps, int floor, int ceiling) {
        this.groups = List.copyOf(groups);
        this.caps = List.copyOf(caps);
        this.floor = floor;
        this.ceiling = ceiling;
    }

    @Override
    public void close(Scene scene, Step step, Scratch scratch, int[] partials) {
        int count = scene.count();
        int[] gained = scratch.gained();
        for (Cap cap : caps) {
            cap.open(scene, step, scratch);
        }
        Arrays.fill(partials, 0, count, 0);
        for (Group group : groups) {
            Arrays.fill(gained, 0, count, 0);
            for (Lane lane : group.lanes()) {
                lane.award(scene, scratch);
            }
            group.memory().close(scene, step, gained, partials);
        }
        for (int i = 0; i < count; i++) {
            partials[i] = Math.max(floor, Math.min(ceiling, partials[i]));
        }
    }

    @Override
    public List<Object> columns() {
        var columns = new ArrayList<Object>();
        groups.forEach(group -> columns.addAll(group.memory().columns()));
        return columns;
    }
}
