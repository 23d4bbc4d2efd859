package glasshouse.lab.society;

import glasshouse.lab.compact.Reporting;
import glasshouse.lab.scene.Deed;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;

/// What people believe that a deed does to their score, as a share of the scale, read off the
/// published scheme: for an accrual, the points of one event of a tenth of its greatest amount; for
/// a binned characteristic, the span of its attributes over twelve events. Zero where there is no
/// scheme.
final class Stakes {
    private static final int EVENTS = 12;

    private final float[] stakes = new float[Deed.count()];

    private Stakes() {}

    static Stakes none() {
        return new Stakes();
    }

    static Stakes of(Scheme scheme, Reporting reporting) {
        var read = new Stakes();
        Scale scale = scheme.scale();
        double range = scale.ceilingMicro() - scale.floorMicro();
        for (Characteristic characteristic : scheme.characteristics()) {
            switch (characteristic) {
                case Characteristic.Accrual accrual ->
                        accrual.signals().forEach(each -> read.add(each, reporting, range));
                case Characteristic.Binned binned -> {
                    double span = span(binned) / range / EVENTS;
                    for (String signal : binned.signals()) {
                        for (Reporting.Reported reported : reporting.of(signal)) {
                            read.stakes[reported.deed().column()] += (float) span;
                        }
                    }
                }
                case Characteristic.Rated _, Characteristic.Contacts _ -> {}
            }
        }
        return read;
    }

    private void add(Accrued accrued, Reporting reporting, double range) {
        for (Reporting.Reported reported : reporting.of(accrued.signal())) {
            Deed deed = reported.deed();
            Award award = deed.asCounterparty() ? accrued.counterparty() : accrued.award();
            if (award != null) {
                long typical = deed.counted() ? 1 : Math.max(1, deed.most() / 10);
                long value = Micro.of(typical * reported.times());
                stakes[deed.column()] += (float) (award.micro(value) / range);
            }
        }
    }

    /// Points between the last attribute, which more events lead to, and the first.
    private static double span(Characteristic.Binned binned) {
        Attribute first = binned.attributes().getFirst();
        Attribute last = binned.attributes().getLast();
        double span = last.pointsMicro() - first.pointsMicro();
        return switch (binned.measure()) {
            case TIME_SINCE_FIRST, TIME_SINCE_LAST -> -span;
            default -> span;
        };
    }

    /// Share of the scale that one event of a deed brings (or, below zero, costs).
    float of(Deed deed) {
        return stakes[deed.column()];
    }
}
