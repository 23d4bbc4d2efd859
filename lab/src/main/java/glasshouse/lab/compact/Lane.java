package glasshouse.lab.compact;

import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.scheme.Award;
import glasshouse.scheme.Micro;
import java.util.List;

/// One deed as one signal of an accrual: the points that it brings, and what caps them.
final class Lane {
    private final Deed deed;
    private final int[] table;
    private final List<Cap> caps;

    /// `times`: units of the signal in one unit of the deed.
    Lane(Deed deed, int times, Award award, Units units, List<Cap> caps) {
        this.deed = deed;
        this.caps = List.copyOf(caps);
        table = new int[deed.most() + 1];
        for (int amount = 1; amount <= deed.most(); amount++) {
            long micro =
                    deed.counted()
                            ? amount * award.micro(Micro.of(times))
                            : award.micro(Micro.of((long) amount * times));
            table[amount] = units.of(micro);
        }
        for (Cap cap : caps) {
            cap.expect(table);
        }
    }

    Deed deed() {
        return deed;
    }

    /// Writes what the deed brings everybody in the scene, in units, capped; false: nothing.
    boolean award(Scene scene, Scratch scratch) {
        if (!scene.happened(deed)) {
            return false;
        }
        short[] amounts = scene.read(deed);
        int[] brings = table;
        int[] points = scratch.points();
        int count = scene.count();
        for (int i = 0; i < count; i++) {
            points[i] = brings[amounts[i]];
        }
        for (Cap cap : caps) {
            cap.hold(scene, scratch);
        }
        return true;
    }
}
