package glasshouse.bench.scoring;

import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Header;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Nature;
import glasshouse.scheme.Period;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.SharedLimit;
import glasshouse.scheme.Signal;
import glasshouse.scheme.Terms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The scheme of W1: 24 signals in 12 characteristics with fades, limits and bins.
final class W1Scheme {
    static final int SIGNALS = 24;

    private W1Scheme() {}

    static String signal(int number) {
        return "s" + number + ".done";
    }

    /// The same signals and nothing to fold.
    static Scheme empty() {
        return scheme(List.of());
    }

    static Scheme scheme() {
        List<Characteristic> characteristics = new ArrayList<>();
        Fade year = new Fade.HalfLife(365);
        characteristics.add(accrual(0, year, 3, -7, List.of()));
        characteristics.add(accrual(1, new Fade.HalfLife(180), 5, -2, List.of()));
        characteristics.add(accrual(2, new Fade.HalfLife(90), 4, 6, List.of()));
        characteristics.add(accrual(3, new Fade.HalfLife(730), -9, 2, List.of()));
        characteristics.add(accrual(4, new Fade.Linear(730), 6, -4, List.of()));
        characteristics.add(accrual(5, new Fade.Never(), 1, -1, List.of()));
        var monthly = new Limit(Micro.of(6), Period.MONTH);
        characteristics.add(accrual(6, year, 4, 3, List.of(monthly)));
        characteristics.add(shared(7, year, new Limit(Micro.of(5), Period.WEEK)));
        characteristics.add(binned(8, Measure.COUNT, 365, 1));
        characteristics.add(binned(9, Measure.SUM, 180, 500));
        characteristics.add(binned(10, Measure.TIME_SINCE_LAST, 0, 90));
        characteristics.add(binned(11, Measure.MEAN, 730, 400));
        return scheme(characteristics);
    }

    private static Scheme scheme(List<Characteristic> characteristics) {
        return new Scheme(
                new Header("w1", "1", "W1", "", Realm.SYNTHETIC, LocalDate.EPOCH, ZoneOffset.UTC),
                new Terms(Set.of(), Set.of(), 0, Terms.Enrolment.CONSENT, null, "", "", List.of()),
                new Scale(Micro.of(350), Micro.of(650), Micro.of(950), Micro.ONE),
                List.of(
                        new Band("red", "Red", Micro.of(350), "#b2182b"),
                        new Band("amber", "Amber", Micro.of(600), "#fdae61"),
                        new Band("green", "Green", Micro.of(700), "#1a9850")),
                signals(),
                characteristics,
                List.of(),
                List.of(),
                Map.of());
    }

    private static List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < SIGNALS; i++) {
            signals.add(
                    new Signal(
                            signal(i),
                            signal(i),
                            "credit",
                            "euros",
                            Nature.CONDUCT,
                            Gravity.NEUTRAL,
                            null));
        }
        return signals;
    }

    /// The first signal brings points an event, the second for each hundred units of its value.
    private static Characteristic accrual(
            int number, Fade fade, int perEvent, int perHundred, List<Limit> limits) {
        var first = accrued(2 * number, new Award.PerEvent(Micro.of(perEvent)), fade, limits);
        var second =
                accrued(
                        2 * number + 1,
                        new Award.PerUnit(Micro.of(perHundred) / 100),
                        fade,
                        limits);
        return accrual(number, List.of(first, second), List.of());
    }

    private static Characteristic shared(int number, Fade fade, Limit limit) {
        var first = accrued(2 * number, new Award.PerEvent(Micro.of(2)), fade, List.of());
        var second = accrued(2 * number + 1, new Award.PerEvent(Micro.of(3)), fade, List.of());
        List<String> sharing = List.of(first.signal(), second.signal());
        return accrual(number, List.of(first, second), List.of(new SharedLimit(sharing, limit)));
    }

    private static Accrued accrued(int signal, Award award, Fade fade, List<Limit> limits) {
        return new Accrued(signal(signal), award, null, fade, 0, limits, null);
    }

    private static Characteristic accrual(
            int number, List<Accrued> accrued, List<SharedLimit> shared) {
        String name = "c" + number;
        return new Characteristic.Accrual(
                name, name, new Reason(name, name), accrued, shared, Micro.of(-100), Micro.of(100));
    }

    private static Characteristic binned(int number, Measure measure, int windowDays, int step) {
        String name = "c" + number;
        List<Attribute> attributes =
                List.of(
                        new Attribute(Micro.of(step), Micro.of(-10), null),
                        new Attribute(Micro.of(2L * step), Micro.of(0), null),
                        new Attribute(Micro.of(3L * step), Micro.of(10), null),
                        new Attribute(Long.MAX_VALUE, Micro.of(20), null));
        return new Characteristic.Binned(
                name,
                name,
                new Reason(name, name),
                measure,
                List.of(signal(2 * number), signal(2 * number + 1)),
                List.of(),
                false,
                windowDays,
                attributes,
                new Attribute(Long.MAX_VALUE, Micro.of(-5), null));
    }
}
