package glasshouse.stream.person;

import glasshouse.account.Account;
import glasshouse.account.AccountBytes;
import glasshouse.service.ListCourse;
import glasshouse.service.ListRules;
import glasshouse.stream.person.PersonState.Last;
import glasshouse.stream.person.PersonState.ListDays;
import glasshouse.stream.person.PersonState.OpenDay;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/// A [PersonState] taken apart to be worked on, and put together again by [#state]. One thread.
final class Life {
    final String person;
    final Account settled;
    final TreeMap<Integer, Account> open = new TreeMap<>();
    final ListCourse course;
    int closedDay = PersonState.NONE;
    int timerDay = PersonState.NONE;
    long events;
    Optional<Last> last = Optional.empty();
    private final int lists;

    /// Somebody of whom nothing is known.
    Life(String person, ListRules rules) {
        this(person, rules, new Account());
    }

    private Life(String person, ListRules rules, Account settled) {
        this.person = person;
        this.settled = settled;
        lists = rules.size();
        course = new ListCourse(rules);
    }

    /// Takes a state apart.
    static Life of(String person, ListRules rules, PersonState state) {
        var life = new Life(person, rules, AccountBytes.read(state.settled()));
        state.open().forEach(day -> life.open.put(day.day(), AccountBytes.read(day.account())));
        if (state.lists().size() == rules.size()) {
            life.course.restore(
                    state.lists().stream().mapToInt(ListDays::noticed).toArray(),
                    state.lists().stream().mapToInt(ListDays::entered).toArray());
        }
        life.closedDay = state.closedDay();
        life.timerDay = state.timerDay();
        life.events = state.events();
        life.last = state.last();
        return life;
    }

    PersonState state(int layout) {
        var days = new ArrayList<ListDays>(lists);
        for (int i = 0; i < lists; i++) {
            days.add(new ListDays(course.noticed(i), course.entered(i)));
        }
        var opened = new ArrayList<OpenDay>(open.size());
        open.forEach((day, account) -> opened.add(new OpenDay(day, AccountBytes.of(account))));
        return new PersonState(
                layout, closedDay, timerDay, events, last, days, AccountBytes.of(settled), opened);
    }

    /// The account into which what happened on a day goes.
    Account account(int day) {
        return day <= closedDay ? settled : open.computeIfAbsent(day, _ -> new Account());
    }
}
