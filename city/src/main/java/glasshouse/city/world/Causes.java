package glasshouse.city.world;

import glasshouse.lab.compact.Reporting;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;

/// Which deed of a day cost a person most, read off the published scheme: the points of the event
/// before limits and fades. Binned characteristics, ratings and contacts name no event.
final class Causes {
    private final List<Cost> costs = new ArrayList<>();

    private record Cost(Deed deed, int times, Award award, String title) {}

    Causes(Scheme scheme) {
        Reporting reporting = Reporting.shipped();
        for (Characteristic characteristic : scheme.characteristics()) {
            switch (characteristic) {
                case Characteristic.Accrual accrual ->
                        accrual.signals().forEach(each -> add(scheme, reporting, each));
                case Characteristic.Binned _,
                        Characteristic.Rated _,
                        Characteristic.Contacts _ -> {}
            }
        }
    }

    private void add(Scheme scheme, Reporting reporting, Accrued accrued) {
        String title =
                scheme.signals().stream()
                        .filter(signal -> signal.name().equals(accrued.signal()))
                        .map(signal -> signal.title())
                        .findFirst()
                        .orElse(accrued.signal());
        for (Reporting.Reported reported : reporting.of(accrued.signal())) {
            Award award =
                    reported.deed().asCounterparty() ? accrued.counterparty() : accrued.award();
            if (award != null) {
                costs.add(new Cost(reported.deed(), reported.times(), award, title));
            }
        }
    }

    /// The title of what cost most; empty where nothing did.
    String of(Scene scene, int place) {
        String worst = "";
        long least = 0;
        for (Cost cost : costs) {
            int amount = scene.happened(cost.deed()) ? scene.read(cost.deed())[place] : 0;
            if (amount != 0) {
                boolean counted = cost.deed().counted();
                long value = Micro.of((counted ? 1L : amount) * cost.times());
                long points = cost.award().micro(value) * (counted ? amount : 1);
                if (points < least) {
                    least = points;
                    worst = cost.title();
                }
            }
        }
        return worst;
    }
}
