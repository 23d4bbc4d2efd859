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

    /// Adds what the deed brings everybody in the scene to what they gained, in units, capped.
    void award(Scene scene, Scratch scratch) {
        if (!scene.happened(deed)) {
            return;
        }
        int did = scene.gather(deed, scratch.places());
        short[] amounts = scene.read(deed);
        int[] brings = table;
        int[] places = scratch.places();
        int[] points = scratch.points();
        for (int k = 0; k < did; k++) {
            points[k] = brings[amounts[places[k]]];
        }
        for (Cap cap : caps) {
            cap.hold(scene, scratch, did);
        }
        int[] gained = scratch.gained();
        for (int k = 0; k < did; k++) {
            gained[places[k]] += points[k];
        }
    }
}
