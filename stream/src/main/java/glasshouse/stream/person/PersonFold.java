package glasshouse.stream.person;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.scheme.Scheme;
import glasshouse.service.ListCourse;
import glasshouse.service.ListRules;
import glasshouse.service.Standing;
import glasshouse.stream.name.Booking;
import glasshouse.stream.person.PersonState.Last;
import glasshouse.stream.person.Result.BandChange;
import glasshouse.stream.person.Result.Gone;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Move;
import glasshouse.stream.person.Result.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What a booking and the end of a day do to a person, under one plan; knows nothing of Flink.
///
/// A host of the core's fold: bookings go into accounts by [Plan#add] and come out by
/// [Plan#retract], days close as [glasshouse.service.Lists] closes them, scores are read by
/// [Readout]. One thread.
final class PersonFold {
    private final Plan plan;
    private final Scheme scheme;
    private final int layout;
    private final ListRules rules;
    private final Calendar calendar;
    private final Readout readout;
    private final Occurrence occurrence = new Occurrence();
    private final Account whole = new Account();
    private final Standing standing = new Standing();

    PersonFold(Plan plan) {
        this.plan = plan;
        scheme = plan.scheme();
        layout = Layouts.number(plan);
        rules = new ListRules(scheme);
        calendar = new Calendar(scheme.header().zone());
        readout = new Readout(plan);
        standing.partials = new long[scheme.characteristics().size()];
    }

    /// The day of an instant in the scheme's time zone.
    int day(long epochMillis) {
        return calendar.day(Math.multiplyExact(epochMillis, 1000L));
    }

    /// When a day begins there, in milliseconds.
    long beginMillis(int day) {
        return LocalDate.ofEpochDay(day)
                .atStartOfDay(scheme.header().zone())
                .toInstant()
                .toEpochMilli();
    }

    Life born(String person) {
        return new Life(person, rules);
    }

    Life of(String person, PersonState state) {
        if (state.layout() != layout) {
            throw new IllegalStateException(
                    "the accounts in this savepoint were folded under another scheme; resume with"
                            + " that scheme, or start anew and fold the events again");
        }
        return Life.of(person, rules, state);
    }

    PersonState state(Life life) {
        return life.state(layout);
    }

    /// Books an event to the person, or back. False where the scheme does not see the person in it.
    boolean book(Life life, Booking booking) {
        boolean seen = occurrence.see(plan, calendar, booking.event(), booking.asCounterparty());
        boolean concerned = seen && plan.concerns(occurrence.signal, booking.asCounterparty());
        if (booking.asCounterparty() && !concerned) {
            return false;
        }
        life.events += booking.takenBack() ? -1 : 1;
        if (!concerned) {
            return true;
        }
        Account account = life.account(occurrence.day);
        if (booking.takenBack()) {
            plan.retract(account, occurrence);
        } else {
            plan.add(account, occurrence);
        }
        if (occurrence.day > life.closedDay && account.size() == 0) {
            life.open.remove(occurrence.day);
        }
        return true;
    }

    /// Closes all days through this one: lists move on, what weighs nothing any more is dropped.
    void close(Life life, int through, Consumer<Result> out) {
        if (rules.isEmpty()) {
            Map<Integer, Account> closing = life.open.headMap(through, true);
            closing.values().forEach(life.settled::merge);
            closing.clear();
        } else {
            closeDays(life, through, out);
        }
        life.closedDay = Math.max(life.closedDay, through);
        plan.settle(life.settled, life.closedDay + 1);
    }

    private void closeDays(Life life, int through, Consumer<Result> out) {
        int day = life.closedDay + 1;
        if (life.closedDay == PersonState.NONE) {
            day = life.open.isEmpty() ? through + 1 : life.open.firstKey();
        }
        for (; day <= through; day++) {
            Account of = life.open.remove(day);
            if (of != null) {
                life.settled.merge(of);
            }
            readout.read(life.settled, day);
            standing.of(readout);
            closeDay(life, day, out);
        }
    }

    private void closeDay(Life life, int day, Consumer<Result> out) {
        ListCourse course = life.course;
        var noticed = new int[rules.size()];
        long before = course.on();
        for (int i = 0; i < noticed.length; i++) {
            noticed[i] = course.noticed(i);
        }
        course.close(day, standing);
        for (int i = 0; i < noticed.length; i++) {
            boolean was = (before >> i & 1) != 0;
            boolean is = (course.on() >> i & 1) != 0;
            boolean wasNoticed = noticed[i] != ListCourse.NEVER;
            boolean isNoticed = course.noticed(i) != ListCourse.NEVER;
            if (isNoticed && !wasNoticed) {
                move(life, day, i, Move.NOTICED, out);
            }
            if (is && !was) {
                move(life, day, i, Move.ENTERED, out);
            } else if (was && !is) {
                move(life, day, i, Move.LEFT, out);
            } else if (wasNoticed && !isNoticed) {
                move(life, day, i, Move.SPARED, out);
            }
        }
    }

    private void move(Life life, int day, int list, Move move, Consumer<Result> out) {
        String name = rules.listing(list).name();
        out.accept(new ListMove(life.person, LocalDate.ofEpochDay(day), name, move));
    }

    /// Publishes the score as of a day, or of the newest event's if that is later, where it is
    /// another than was published last.
    void publish(Life life, int day, Consumer<Result> out) {
        if (life.events == 0) {
            if (life.last.isPresent()) {
                out.accept(new Gone(life.person));
                life.last = Optional.empty();
            }
            return;
        }
        int at = read(life, day);
        int band = readout.bandIndex();
        boolean same =
                life.last.isPresent()
                        && life.last.orElseThrow().scoreMicro() == readout.scoreMicro()
                        && life.last.orElseThrow().band() == band;
        if (!same) {
            publishRead(life, at, band, out);
        }
    }

    /// Reads the score as of a day, or of the newest event's if that is later; returns which.
    private int read(Life life, int day) {
        if (life.open.isEmpty()) {
            int at = Math.max(day, life.closedDay);
            readout.read(life.settled, at);
            return at;
        }
        int at = Math.max(day, life.open.lastKey());
        whole.clear();
        whole.merge(life.settled);
        life.open.values().forEach(whole::merge);
        readout.read(whole, at);
        return at;
    }

    private void publishRead(Life life, int day, int band, Consumer<Result> out) {
        var partials = new ArrayList<Long>();
        for (int i = 0; i < scheme.characteristics().size(); i++) {
            partials.add(readout.partialMicro(i));
        }
        String name = scheme.bands().get(band).name();
        LocalDate date = LocalDate.ofEpochDay(day);
        out.accept(
                new Published(
                        life.person,
                        date,
                        readout.scoreMicro(),
                        name,
                        partials,
                        scheme.header().name(),
                        scheme.header().version()));
        life.last
                .filter(last -> last.band() != band)
                .ifPresent(
                        last -> {
                            String from = scheme.bands().get(last.band()).name();
                            out.accept(new BandChange(life.person, date, from, name));
                        });
        life.last = Optional.of(new Last(day, readout.scoreMicro(), band));
    }

    /// Whether the passing of days changes nothing any more until the next event.
    boolean isAtRest(Life life) {
        return rules.isEmpty() && life.open.isEmpty() && life.settled.size() == 0;
    }
}
