package glasshouse.bureau.ledger;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import glasshouse.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Accounts under other editions than the one with which the ledger started: a proposal that runs
/// beside it, one that came into force since, one that may come back. Owned by the ledger's thread.
///
/// They are made a few people at a time between groups, so that nobody waits; from then on every
/// event goes into them as into the first. Whoever finds none yet folds the events themselves.
final class Beside {
    private static final int FOLDED_TOGETHER = 8;

    private final Members members;
    private final Store store;
    private final Occurrence occurrence = new Occurrence();
    private List<Other> others = List.of();
    private final Deque<Long> waiting = new ArrayDeque<>();

    /// Another edition, ready to fold.
    private record Other(int edition, Plan plan, Calendar calendar) {}

    Beside(Members members, Store store) {
        this.members = members;
        this.store = store;
    }

    /// Keeps accounts under these editions, and no others.
    void keep(Map<Integer, Plan> plans) {
        var now = new ArrayList<Other>();
        plans.forEach(
                (edition, plan) ->
                        now.add(
                                new Other(
                                        edition,
                                        plan,
                                        new Calendar(plan.scheme().header().zone()))));
        others = List.copyOf(now);
        waiting.clear();
        for (Member each : members.all()) {
            synchronized (each) {
                each.onlyBeside(plans.keySet());
            }
            waiting.add(each.number());
        }
    }

    /// Those who enrol have no events yet.
    void begin(Collection<Member> enrolled) {
        for (Member each : enrolled) {
            synchronized (each) {
                others.forEach(other -> each.beside(other.edition(), new Account()));
            }
        }
    }

    /// Adds an event to what is kept for a member; under the member's monitor.
    void add(Event event, Member member) {
        for (Other other : others) {
            Account account = member.beside(other.edition());
            if (account != null) {
                add(event, member, other, account);
            }
        }
    }

    private void add(Event event, Member member, Other other, Account account) {
        boolean seen =
                occurrence.see(
                        other.plan(),
                        other.calendar(),
                        event,
                        !event.person().equals(member.name()));
        if (seen) {
            other.plan().add(account, occurrence);
        }
    }

    /// Folds what is kept for a member anew, from the events that count.
    void refold(Member member, Collection<Event> counting) {
        for (Other other : others) {
            var account = new Account();
            counting.forEach(event -> add(event, member, other, account));
            synchronized (member) {
                member.beside(other.edition(), account);
            }
        }
    }

    /// Makes the accounts of a few people; whether there are more to be made.
    boolean some(Instant now, long through) throws SQLException {
        for (int i = 0; i < FOLDED_TOGETHER && !waiting.isEmpty() && !others.isEmpty(); i++) {
            Member member = members.numbered(waiting.element());
            if (member != null && lacksAny(member)) {
                refold(member, store.dossier(member, members).admissible(now, through));
            }
            Long _ = waiting.remove();
        }
        return !others.isEmpty() && !waiting.isEmpty();
    }

    private boolean lacksAny(Member member) {
        return others.stream().anyMatch(other -> member.beside(other.edition()) == null);
    }
}
