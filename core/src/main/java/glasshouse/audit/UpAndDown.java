package glasshouse.audit;

import glasshouse.account.Plan;
import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Effort;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How people fall and come back, tried out with the fold.
final class UpAndDown {
    private static final int WEEK = 7;
    private static final int YEAR = 364;
    private static final int TEN_YEARS = 3640;

    /// No more events of one signal a week; limits make more of them pointless.
    private static final int MOST_PER_WEEK = 7;

    private UpAndDown() {}

    /// One event that takes a newcomer, or somebody settled, down several bands or out of the door.
    static void cliff(Subject subject, AuditRule rule, Notes notes) {
        Plan plan = subject.plan();
        if (plan == null || subject.harmful().isEmpty()) {
            return;
        }
        Fall worst = null;
        for (boolean settled : new boolean[] {false, true}) {
            for (Signal signal : subject.scheme().signals()) {
                boolean wrong = signal.gravity().compareTo(Gravity.BREACH) <= 0;
                for (long value :
                        wrong ? Trial.values(subject.scheme(), signal) : List.<Long>of()) {
                    Fall fall = fall(plan, settled, signal, value);
                    boolean deeper =
                            worst == null
                                    || fall.bands() > worst.bands()
                                    || (fall.bands() == worst.bands()
                                            && fall.points() > worst.points());
                    worst = deeper ? fall : worst;
                }
            }
        }
        if (worst == null || worst.points() <= 0) {
            return;
        }
        List<Service> closed = closed(subject, worst);
        Words words = words(subject.scheme(), worst).with("services", Subject.services(closed));
        List<Path> paths = paths(subject, worst, closed);
        String subjectPath = "signals." + worst.signal().name();
        if (worst.bands() >= rule.number("bands", 2)) {
            notes.add(rule, "bands", subjectPath, paths, words);
        } else if (!closed.isEmpty()) {
            notes.add(rule, "refused", subjectPath, paths, words);
        }
    }

    /// What one event did.
    private record Fall(Signal signal, long value, boolean settled, long from, long to, int bands) {
        long points() {
            return from - to;
        }
    }

    private static Fall fall(Plan plan, boolean settled, Signal signal, long value) {
        var trial = new Trial(plan);
        int day = Trial.START;
        if (settled) {
            bestEffort(plan.scheme(), trial, day - YEAR, day);
        }
        long before = trial.score(day);
        trial.happen(signal, value, day);
        long after = trial.score(day);
        Scheme scheme = plan.scheme();
        int bands =
                scheme.bands().indexOf(scheme.band(before))
                        - scheme.bands().indexOf(scheme.band(after));
        return new Fall(signal, value, settled, before, after, bands);
    }

    private static List<Service> closed(Subject subject, Fall fall) {
        var outcomes = new Outcomes(subject.scheme());
        return subject.significant().stream()
                .filter(
                        each ->
                                outcomes.decisive(each, fall.from()).outcome() != Outcome.REFUSED
                                        && outcomes.decisive(each, fall.to()).outcome()
                                                == Outcome.REFUSED)
                .toList();
    }

    private static List<Path> paths(Subject subject, Fall fall, List<Service> closed) {
        var paths = new ArrayList<Path>();
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (characteristic.reads().contains(fall.signal().name())) {
                String name = fall.signal().name();
                if (closed.isEmpty()) {
                    paths.add(Path.of(name, characteristic.name()));
                }
                closed.forEach(
                        each ->
                                paths.add(
                                        new Path(
                                                name,
                                                characteristic.name(),
                                                List.of(),
                                                each.name())));
            }
        }
        return paths;
    }

    private static Words words(Scheme scheme, Fall fall) {
        boolean valued = !fall.signal().unit().isEmpty();
        long width = scheme.scale().ceilingMicro() - scheme.scale().floorMicro();
        for (int i = 1; i < scheme.bands().size(); i++) {
            long from = scheme.bands().get(i - 1).fromMicro();
            width = Math.min(width, scheme.bands().get(i).fromMicro() - from);
        }
        return new Words()
                .with("signal", Subject.decapitalised(fall.signal().title()))
                .with("name", fall.signal().name())
                .with(
                        "value",
                        valued
                                ? ", " + Micro.format(fall.value()) + " " + fall.signal().unit()
                                : "")
                .with("who", fall.settled() ? "somebody who did well for a year" : "a newcomer")
                .with("from", Micro.format(fall.from()))
                .with("to", Micro.format(fall.to()))
                .with("count", fall.bands())
                .with("band-from", "“" + scheme.band(fall.from()).title() + "”")
                .with("band-to", "“" + scheme.band(fall.to()).title() + "”")
                .with("width", Subject.points(width));
    }

    /// Everything that the scheme rewards, as often as its effort allows, week by week.
    private static void bestEffort(Scheme scheme, Trial trial, int from, int to) {
        Map<Signal, Long> due = new HashMap<>();
        for (int day = from; day < to; day += WEEK) {
            week(scheme, trial, due, day);
        }
    }

    private static void week(Scheme scheme, Trial trial, Map<Signal, Long> due, int day) {
        for (Signal signal : scheme.signals()) {
            Effort effort = signal.effort();
            if (effort == null || signal.gravity().compareTo(Gravity.NEUTRAL) > 0) {
                continue;
            }
            long most = Micro.of(MOST_PER_WEEK);
            long owed = due.getOrDefault(signal, 0L) + Math.min(effort.perWeekMicro(), most);
            int ordinal = 0;
            while (owed >= Micro.ONE) {
                long value = Trial.effortValue(signal, effort);
                trial.happen(signal, value, day + ordinal++ % WEEK);
                owed -= Micro.ONE;
            }
            due.put(signal, owed);
        }
    }

    /// How long from the depth to where newcomers start, or to the middle of the scale if that is
    /// lower.
    static void recovery(Subject subject, AuditRule rule, Notes notes) {
        Plan plan = subject.plan();
        if (plan == null || subject.harmful().isEmpty()) {
            return;
        }
        Scheme scheme = subject.scheme();
        var trial = new Trial(plan);
        worstYear(scheme, trial);
        int day = Trial.START;
        long depth = trial.score(day);
        long floor = scheme.scale().floorMicro();
        long middle = floor + (scheme.scale().ceilingMicro() - floor) / 2;
        long initial = scheme.scale().initialMicro();
        long target = initial > floor ? Math.min(initial, middle) : middle;
        if (depth >= target) {
            return;
        }
        Map<Signal, Long> due = new HashMap<>();
        int end = day + TEN_YEARS;
        while (day < end && trial.score(day + WEEK - 1) < target) {
            week(scheme, trial, due, day);
            day += WEEK;
        }
        Words words =
                new Words()
                        .with("from", Micro.format(depth))
                        .with("target", Micro.format(target))
                        .with("time", time(day - Trial.START));
        if (day >= end) {
            notes.add(rule, "never", "scale", List.of(), words);
        } else if (day - Trial.START > rule.number("days", 0)) {
            notes.add(rule, "slow", "scale", List.of(), words);
        }
    }

    static String time(int days) {
        double years = days / 365.25;
        long tenths = Math.round(years * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " years";
    }

    /// A year in which everything that costs points happens every fortnight, at its worst.
    private static void worstYear(Scheme scheme, Trial trial) {
        for (Signal signal : scheme.signals()) {
            boolean wrong = false;
            for (Characteristic characteristic : scheme.characteristics()) {
                boolean read = characteristic.reads().contains(signal.name());
                wrong |= read && costs(characteristic, signal);
            }
            if (wrong) {
                long value = worstValue(scheme, signal);
                for (int day = Trial.START - YEAR; day < Trial.START; day += 2 * WEEK) {
                    trial.happen(signal, value, day);
                }
            }
        }
    }

    private static boolean costs(Characteristic characteristic, Signal signal) {
        boolean bad = signal.gravity().compareTo(Gravity.NEUTRAL) > 0;
        return Cost.of(characteristic, signal).yearMicro() > 0
                || (bad && characteristic instanceof Characteristic.Binned);
    }

    /// The value of one event after which a newcomer stands lowest.
    private static long worstValue(Scheme scheme, Signal signal) {
        Plan plan = Plan.of(scheme);
        long worst = Micro.ONE;
        long lowest = Long.MAX_VALUE;
        for (long value : Trial.values(scheme, signal)) {
            var trial = new Trial(plan);
            trial.happen(signal, value, Trial.START);
            long score = trial.score(Trial.START);
            if (score < lowest) {
                lowest = score;
                worst = value;
            }
        }
        return worst;
    }

    /// Services of weight that are closed to people without a history.
    static void newcomer(Subject subject, AuditRule rule, Notes notes) {
        Plan plan = subject.plan();
        if (plan == null) {
            return;
        }
        var trial = new Trial(plan);
        Scheme scheme = subject.scheme();
        long score = trial.score(Trial.START);
        Map<String, Long> partials = new HashMap<>();
        for (int i = 0; i < scheme.characteristics().size(); i++) {
            partials.put(scheme.characteristics().get(i).name(), trial.partial(i));
        }
        var outcomes = new Outcomes(scheme, partials);
        var closed = new ArrayList<Service>();
        boolean refused = false;
        for (Service service : subject.significant()) {
            Outcome outcome = outcomes.decisive(service, score).outcome();
            if (outcome != Outcome.GRANTED) {
                closed.add(service);
                refused |= outcome == Outcome.REFUSED;
            }
        }
        if (!closed.isEmpty()) {
            notes.add(
                    rule,
                    "refused",
                    "scale",
                    closed.stream().map(each -> Path.service(each.name())).toList(),
                    new Words()
                            .with("score", Micro.format(score))
                            .with("outcome", refused ? "refused" : "sent to review for")
                            .with("services", Subject.services(closed)));
        }
    }

    /// Services whose refusal takes away what would bring points back, by context.
    static void spiral(Subject subject, AuditRule rule, Notes notes) {
        Map<String, List<Service>> closing = new LinkedHashMap<>();
        for (Service service : subject.harmful()) {
            boolean decides = service.effect() == Effect.ACCESS || service.effect() == Effect.PRICE;
            if (decides
                    && service.rules().stream()
                            .anyMatch(each -> each.outcome() == Outcome.REFUSED)) {
                closing.computeIfAbsent(service.context(), _ -> new ArrayList<>()).add(service);
            }
        }
        closing.forEach((context, services) -> spiral(subject, rule, context, services, notes));
    }

    private static void spiral(
            Subject subject, AuditRule rule, String context, List<Service> services, Notes notes) {
        Set<Signal> lost = new LinkedHashSet<>();
        var paths = new ArrayList<Path>();
        for (Service service : services) {
            for (Characteristic characteristic : subject.into(service).keySet()) {
                for (Signal signal :
                        subject.reads(
                                characteristic,
                                each ->
                                        each.gravity() == Gravity.GOOD
                                                && each.context().equals(context))) {
                    lost.add(signal);
                    paths.add(
                            new Path(
                                    signal.name(),
                                    characteristic.name(),
                                    List.of(),
                                    service.name()));
                }
            }
        }
        if (!lost.isEmpty()) {
            notes.add(
                    rule,
                    "closed",
                    "services." + services.getFirst().name(),
                    paths,
                    new Words()
                            .with("services", Subject.services(services))
                            .with("context", context)
                            .with("signals", Subject.titles(lost)));
        }
    }

    /// Prices and answers of services that made people pay late in a run of the lab, the worst
    /// first. A path is the way on which the late payment then comes back to the service.
    static void feedback(Subject subject, AuditRule rule, Notes notes) {
        subject.seen().stream()
                .filter(each -> each.more() >= rule.number("more", 1))
                .sorted(Comparator.comparingDouble(Feedback::more).reversed())
                .forEach(each -> feedback(subject, rule, each, notes));
    }

    private static void feedback(Subject subject, AuditRule rule, Feedback seen, Notes notes) {
        for (Service service : subject.scheme().services()) {
            if (!service.name().equals(seen.service())) {
                continue;
            }
            var paths = new ArrayList<Path>();
            for (Characteristic characteristic : subject.into(service).keySet()) {
                subject.reads(characteristic, each -> seen.signals().contains(each.name()))
                        .forEach(
                                each ->
                                        paths.add(
                                                new Path(
                                                        each.name(),
                                                        characteristic.name(),
                                                        List.of(),
                                                        service.name())));
            }
            List<Signal> late =
                    subject.scheme().signals().stream()
                            .filter(each -> seen.signals().contains(each.name()))
                            .toList();
            notes.add(
                    rule,
                    seen.priceOnly() ? "price" : "answer",
                    "services." + service.name(),
                    paths,
                    new Words()
                            .with("service", "“" + service.title() + "”")
                            .with("more", rounded(seen.more(), 1))
                            .with("with", rounded(seen.with(), 3))
                            .with("without", rounded(seen.without(), 3))
                            .with("hardest", seen.hardest())
                            .with("signals", Subject.titles(late)));
        }
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toString();
    }
}
