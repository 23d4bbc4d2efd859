package glasshouse.reach;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.event.Event;
import glasshouse.scheme.Band;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Ledger;
import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the short ways to a band: by waiting, the fastest, the one with the least hours, the one
/// with the least euros.
///
/// A way holds if nothing else happens. Each is scored again from its events, by the fold and by
/// the statement's own reckoning; one that does not arrive is not shown.
public final class Reach {
    private final Plan plan;
    private final Scheme scheme;
    private final Statements statements;

    /// What is asked: the person, the events that count, the day to start from.
    private record Question(String person, List<Event> happened, Instant asOf, LocalDate today) {}

    private record Found(Aim aim, Draft draft) {}

    public Reach(Plan plan) {
        this.plan = plan;
        scheme = plan.scheme();
        statements = new Statements(plan);
    }

    /// The ways of a person to the band within twelve months of `asOf`.
    public Outlook to(Band band, String person, Collection<Event> admissible, Instant asOf) {
        List<Event> happened =
                admissible.stream().filter(event -> !event.happenedAt().isAfter(asOf)).toList();
        Statement now = statements.of(person, happened, asOf);
        if (now.scoreMicro() >= band.fromMicro()) {
            return new Outlook.Already(now);
        }
        LocalDate today = asOf.atZone(scheme.header().zone()).toLocalDate();
        int days = (int) ChronoUnit.DAYS.between(today, today.plusYears(1));
        var question = new Question(person, happened, asOf, today);
        Course course = course(question, days);
        var search = new Search(course, days, band.fromMicro());
        var ways = new ArrayList<Way>();
        for (Found found : found(search)) {
            Way way = way(course, found, question, band.fromMicro());
            if (way.statement().scoreMicro() >= band.fromMicro()) {
                add(ways, way);
            }
        }
        if (!ways.isEmpty()) {
            ways.sort(Comparator.comparing(Way::day));
            return new Outlook.Reachable(now, ways);
        }
        var nearest = new Found(Aim.NEAREST, search.nearest());
        Way way = way(course, nearest, question, Long.MIN_VALUE);
        return new Outlook.OutOfReach(now, way);
    }

    private Course course(Question question, int days) {
        int today = new Calendar(scheme.header().zone()).day(question.asOf());
        var base = Ledger.of(question.person(), question.happened(), question.asOf()).fold(plan);
        String source = Hypothesis.freeSource(question.happened());
        var all = new Course(plan, base, today, days, new Doings(plan).all(), source);
        return new Course(plan, base, today, days, Search.best(all, days), source);
    }

    private static List<Found> found(Search search) {
        var found = new ArrayList<Found>();
        Draft waiting = search.waiting();
        if (waiting != null) {
            found.add(new Found(Aim.WAITING, waiting));
        }
        Draft fastest = search.fastest();
        if (fastest != null && (waiting == null || fastest.lastDay() < waiting.lastDay())) {
            found.add(new Found(Aim.FASTEST, fastest));
        }
        if (fastest != null && waiting == null) {
            cheapest(search, fastest, Draft.Sparing.HOURS, Aim.LEAST_HOURS, found);
            cheapest(search, fastest, Draft.Sparing.EUROS, Aim.LEAST_EUROS, found);
        }
        return found;
    }

    private static void cheapest(
            Search search, Draft fastest, Draft.Sparing sparing, Aim aim, List<Found> found) {
        Draft draft = search.cheapest(fastest.lastDay(), sparing);
        found.add(new Found(aim, draft == null ? fastest : sparing.better(fastest, draft)));
    }

    /// Adds a way, or its aim to the same way.
    private static void add(List<Way> ways, Way way) {
        for (int i = 0; i < ways.size(); i++) {
            Way other = ways.get(i);
            if (other.day().equals(way.day()) && other.events().equals(way.events())) {
                var aims = EnumSet.copyOf(other.aims());
                aims.addAll(way.aims());
                ways.set(
                        i,
                        new Way(
                                aims,
                                other.steps(),
                                other.day(),
                                other.holdsUntil(),
                                other.hoursMicro(),
                                other.eurosMicro(),
                                other.events(),
                                other.statement()));
                return;
            }
        }
        ways.add(way);
    }

    private Way way(Course course, Found found, Question question, long targetMicro) {
        Draft draft = found.draft();
        var route = new Route(course, draft, scheme.header().zone());
        List<Hypothesis> events = route.events();
        var all = new ArrayList<>(question.happened());
        all.addAll(Hypothesis.events(question.person(), events, question.happened()));
        LocalDate day = question.today().plusDays(draft.lastDay());
        Instant end = lastInstant(day);
        return new Way(
                EnumSet.of(found.aim()),
                route.steps(),
                day,
                holdsUntil(course, draft, question.today(), targetMicro),
                draft.hoursMicro(),
                draft.eurosMicro(),
                events,
                statements.of(question.person(), all, end));
    }

    private Instant lastInstant(LocalDate day) {
        Instant next = day.plusDays(1).atStartOfDay(scheme.header().zone()).toInstant();
        return next.minus(1, ChronoUnit.MICROS);
    }

    private static @Nullable LocalDate holdsUntil(
            Course course, Draft draft, LocalDate today, long targetMicro) {
        course.go(draft.counts(), draft.lastDay());
        for (int day = draft.lastDay() + 1; day <= draft.lastDay() + 365; day++) {
            course.read(day);
            if (course.scoreMicro() < targetMicro) {
                return today.plusDays(day - 1L);
            }
        }
        return null;
    }
}
