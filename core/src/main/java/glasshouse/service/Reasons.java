package glasshouse.service;

import glasshouse.account.Readout;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the principal reasons: the characteristics that cost the person most points.
///
/// A binned characteristic costs the distance from its best attribute, and is named where the
/// attribute that applied has a reason; the others cost what they are below zero, since their
/// reason speaks of losses. What cost nothing is never named. The method is that of points lost
/// against the maximum (US Regulation B, 12 CFR 1002.9, commentary 9(b)(2)-5).
final class Reasons {
    private final Characteristic[] characteristics;
    private final long[] best;
    private final long[] costs;

    Reasons(Scheme scheme) {
        characteristics = scheme.characteristics().toArray(new Characteristic[0]);
        best = new long[characteristics.length];
        costs = new long[characteristics.length];
        for (int i = 0; i < best.length; i++) {
            if (characteristics[i] instanceof Characteristic.Binned binned) {
                best[i] = binned.missing().pointsMicro();
                for (Attribute attribute : binned.attributes()) {
                    best[i] = Math.max(best[i], attribute.pointsMicro());
                }
            }
        }
    }

    /// Adds reasons, the weightiest first, until there are four.
    void addTo(List<Reason> principal, Readout readout) {
        for (int i = 0; i < costs.length; i++) {
            costs[i] = reason(i, readout) == null ? 0 : best[i] - readout.partialMicro(i);
        }
        while (principal.size() < Decision.MOST_REASONS) {
            int worst = 0;
            for (int i = 1; i < costs.length; i++) {
                worst = costs[i] > costs[worst] ? i : worst;
            }
            if (costs.length == 0 || costs[worst] <= 0) {
                return;
            }
            costs[worst] = 0;
            Reason reason = reason(worst, readout);
            if (reason != null && !names(principal, reason)) {
                principal.add(reason);
            }
        }
    }

    private static boolean names(List<Reason> principal, Reason reason) {
        for (Reason each : principal) {
            if (each.code().equals(reason.code())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Reason reason(int index, Readout readout) {
        Characteristic characteristic = characteristics[index];
        if (characteristic instanceof Characteristic.Binned) {
            Attribute attribute = readout.attribute(index);
            return attribute == null ? null : attribute.reason();
        }
        return characteristic.reason();
    }
}
