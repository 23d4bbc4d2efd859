package glasshouse.audit;

import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Effort;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Nature;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What it pays people to do: the cheapest points, and where better is worse.
final class WhatItPays {
    private static final int WEEKS = 52;

    private WhatItPays() {}

    /// Points that can be had with little effort: what one event brings, what it costs, and the
    /// most of it within a year.
    record Offer(
            Characteristic.Accrual characteristic,
            Signal signal,
            long gainMicro,
            long hoursMicro,
            long eurosMicro,
            long yearMicro) {
        /// Hours for one point.
        double hoursPerPoint() {
            return (double) hoursMicro / gainMicro;
        }

        /// Euros for one point.
        double eurosPerPoint() {
            return (double) eurosMicro / gainMicro;
        }
    }

    /// What can be earned by effort, the least hours for a point first.
    static List<Offer> offers(Subject subject) {
        var offers = new ArrayList<Offer>();
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    Signal signal = subject.signal(accrued.signal());
                    Effort effort = signal == null ? null : signal.effort();
                    if (signal != null && effort != null && effort.canBeChosen()) {
                        add(offers, accrual, accrued, signal, effort);
                    }
                }
            }
        }
        offers.sort(
                Comparator.comparingDouble(Offer::hoursPerPoint)
                        .thenComparingDouble(Offer::eurosPerPoint));
        return offers;
    }

    private static void add(
            List<Offer> offers,
            Characteristic.Accrual accrual,
            Accrued accrued,
            Signal signal,
            Effort effort) {
        long value = Trial.effortValue(signal, effort);
        long gain = 0;
        Award own = accrued.award();
        if (own != null) {
            gain = own.micro(value);
        }
        if (gain <= 0) {
            return;
        }
        double year = (double) effort.perWeekMicro() / Micro.ONE * WEEKS * gain;
        for (Limit limit : Cost.limits(accrual, accrued)) {
            year = Math.min(year, (double) limit.pointsMicro() * Cost.perYear(limit.period()));
        }
        if (accrual.ceilingMicro() != Long.MAX_VALUE) {
            year = Math.min(year, (double) accrual.ceilingMicro());
        }
        offers.add(
                new Offer(
                        accrual,
                        signal,
                        gain,
                        effort.hoursMicro(),
                        effort.eurosMicro(),
                        (long) Math.min(year, Long.MAX_VALUE / 4.0)));
    }

    /// Whether the next band can be had for little, and whether points can be traded.
    static void gaming(Subject subject, AuditRule rule, Notes notes) {
        if (subject.harmful().isEmpty()) {
            return;
        }
        cheap(subject, rule, notes);
        traded(subject, rule, notes);
    }

    private static void cheap(Subject subject, AuditRule rule, Notes notes) {
        Scheme scheme = subject.scheme();
        long start = scheme.scale().initialMicro();
        long need =
                scheme.bands().stream()
                        .map(Band::fromMicro)
                        .filter(from -> from > start)
                        .map(from -> from - start)
                        .findFirst()
                        .orElse(0L);
        if (need == 0) {
            return;
        }
        // Paying what is owed is what the score is about, no game.
        List<Offer> offers =
                offers(subject).stream()
                        .filter(each -> each.signal().nature() != Nature.PAYMENT)
                        .toList();
        List<Offer> byEuro = new ArrayList<>(offers);
        byEuro.sort(
                Comparator.comparingDouble(Offer::eurosPerPoint)
                        .thenComparingDouble(Offer::hoursPerPoint));
        Basket basket = Basket.of(offers, need);
        if (!basket.within(rule)) {
            basket = Basket.of(byEuro, need);
        }
        if (!basket.within(rule)) {
            return;
        }
        List<Signal> signals = basket.taken().stream().map(Offer::signal).toList();
        notes.add(
                rule,
                "cheap",
                "characteristics." + basket.taken().getFirst().characteristic().name(),
                basket.taken().stream()
                        .map(each -> Path.of(each.signal().name(), each.characteristic().name()))
                        .toList(),
                new Words()
                        .with("hours", Math.round(basket.hours()))
                        .with("euros", Math.round(basket.euros()))
                        .with("signals", Subject.titles(signals))
                        .with("cheapest", cheapest(offers.getFirst(), byEuro.getFirst()))
                        .with("names", Subject.names(signals)));
    }

    /// What is taken, the first first, until so many points are together, or nothing is left to
    /// take; hours and euros.
    private record Basket(List<Offer> taken, double hours, double euros, long missingMicro) {
        static Basket of(List<Offer> offers, long needMicro) {
            double hours = 0;
            double euros = 0;
            long left = needMicro;
            var taken = new ArrayList<Offer>();
            for (Offer offer : offers) {
                if (left > 0) {
                    long points = Math.min(left, offer.yearMicro());
                    hours += points * offer.hoursPerPoint() / Micro.ONE;
                    euros += points * offer.eurosPerPoint() / Micro.ONE;
                    left -= points;
                    taken.add(offer);
                }
            }
            return new Basket(taken, hours, euros, left);
        }

        boolean within(AuditRule rule) {
            return missingMicro <= 0
                    && Math.round(hours) <= rule.number("hours", 0)
                    && Math.round(euros) <= rule.number("euros", 0);
        }
    }

    /// The cheapest by the hour and by the euro, which may be the same.
    private static String cheapest(Offer byHour, Offer byEuro) {
        String hour = price(byHour.hoursPerPoint(), "an hour", "at once");
        String euro = price(byEuro.eurosPerPoint(), "a euro", "for nothing");
        String first = Subject.decapitalised(byHour.signal().title()) + hour;
        return byHour.signal().equals(byEuro.signal())
                ? first + " and" + euro
                : first + ", and " + Subject.decapitalised(byEuro.signal().title()) + euro;
    }

    private static String price(double perPoint, String each, String free) {
        return perPoint == 0
                ? " " + free
                : " at " + Subject.points(Math.round(Micro.ONE / perPoint)) + " points " + each;
    }

    private static void traded(Subject subject, AuditRule rule, Notes notes) {
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (!subject.hurts(characteristic)) {
                continue;
            }
            List<Signal> given =
                    switch (characteristic) {
                        case Characteristic.Rated rated -> subject.reads(rated, _ -> true);
                        case Characteristic.Accrual accrual ->
                                subject.reads(accrual, each -> given(accrual, each));
                        case Characteristic.Binned _, Characteristic.Contacts _ -> List.of();
                    };
            if (!given.isEmpty()) {
                notes.add(
                        rule,
                        "traded",
                        "characteristics." + characteristic.name(),
                        WhatIsScored.paths(given, characteristic),
                        WhatIsScored.words(characteristic, given));
            }
        }
    }

    private static boolean given(Characteristic.Accrual accrual, Signal signal) {
        return accrual.signals().stream()
                .filter(each -> each.signal().equals(signal.name()))
                .anyMatch(
                        each ->
                                Cost.extremes(each.counterparty()).stream()
                                        .anyMatch(points -> points > 0));
    }

    /// Services and points that do not follow the score or the value one way.
    static void monotone(Subject subject, AuditRule rule, Notes notes) {
        subject.harmful().forEach(service -> service(subject, rule, service, notes));
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (!subject.hurts(characteristic)) {
                continue;
            }
            if (characteristic instanceof Characteristic.Binned binned) {
                List<Long> points =
                        binned.attributes().stream().map(Attribute::pointsMicro).toList();
                turns(rule, characteristic, points, notes);
            } else if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    if (accrued.award() instanceof Award.ByValue table) {
                        List<Long> points =
                                table.rows().stream().map(Award.Row::pointsMicro).toList();
                        turns(rule, characteristic, points, notes);
                    }
                }
            }
        }
    }

    private static void turns(
            AuditRule rule, Characteristic characteristic, List<Long> points, Notes notes) {
        boolean up = false;
        boolean down = false;
        for (int i = 1; i < points.size(); i++) {
            up |= points.get(i) > points.get(i - 1);
            down |= points.get(i) < points.get(i - 1);
        }
        if (up && down) {
            List<String> told = points.stream().map(Micro::format).toList();
            notes.add(
                    rule,
                    "bins",
                    "characteristics." + characteristic.name(),
                    List.of(Path.to(characteristic.name())),
                    WhatIsScored.words(characteristic, List.of())
                            .with("points", String.join(", ", told)));
        }
    }

    private static void service(Subject subject, AuditRule rule, Service service, Notes notes) {
        var outcomes = new Outcomes(subject.scheme());
        Rule before = null;
        long lower = 0;
        for (long score : outcomes.turningPoints(service)) {
            Rule now = outcomes.decisive(service, score);
            if (before != null && rank(now.outcome()) > rank(before.outcome())) {
                notes.add(
                        rule,
                        "service",
                        "services." + service.name(),
                        List.of(Path.service(service.name())),
                        new Words()
                                .with("service", WhereItLeads.quoted(service))
                                .with("higher", Micro.format(score))
                                .with("lower", Micro.format(lower)));
                return;
            }
            before = now;
            lower = score;
        }
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> 0;
            case REVIEW -> 1;
            case REFUSED -> 2;
        };
    }

    /// Points for what the scheme calls wrong, and against what it calls good.
    static void incentive(Subject subject, AuditRule rule, Notes notes) {
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (!(characteristic instanceof Characteristic.Accrual accrual)) {
                continue;
            }
            var pays = new ArrayList<Signal>();
            var costs = new ArrayList<Signal>();
            for (Accrued accrued : accrual.signals()) {
                Signal signal = subject.signal(accrued.signal());
                if (signal != null) {
                    List<Long> points = Cost.extremes(accrued.award());
                    boolean wrong = signal.gravity().compareTo(Gravity.NEUTRAL) > 0;
                    boolean good = signal.gravity() == Gravity.GOOD;
                    if (wrong && points.stream().anyMatch(each -> each > 0)) {
                        pays.add(signal);
                    }
                    if (good && points.stream().anyMatch(each -> each < 0)) {
                        costs.add(signal);
                    }
                }
            }
            note(rule, "harm-pays", accrual, pays, notes);
            note(rule, "good-costs", accrual, costs, notes);
        }
    }

    private static void note(
            AuditRule rule,
            String named,
            Characteristic.Accrual accrual,
            List<Signal> signals,
            Notes notes) {
        if (!signals.isEmpty()) {
            notes.add(
                    rule,
                    named,
                    "characteristics." + accrual.name(),
                    WhatIsScored.paths(signals, accrual),
                    WhatIsScored.words(accrual, signals)
                            .with("gravity", Subject.gravity(signals.getFirst().gravity())));
        }
    }
}
