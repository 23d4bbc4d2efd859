package glasshouse.bureau.ledger;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.bureau.SteadyClock;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Saves the accounts that changed, a few at a time and the longest unsaved first, and settles
/// them. Owned by the ledger's thread, so every account is saved as it is after a whole group, and
/// none after its erasure.
///
/// There is no moment at which all accounts are saved together: each says through which entry it
/// goes, and a start folds into it what came after that. Everything up to the entry before the
/// oldest unsaved change is saved, so a start reads the ledger from there.
///
/// Settling drops what weighs nothing on any day from now on. An account that nothing changes is
/// settled once a day.
final class Saving {
    /// Beyond so many entries that a start would have to fold, accounts are saved while events come
    /// in; below, when nothing else is to do.
    private static final long LONG_TAIL = 500_000;

    private static final int SAVED_TOGETHER = 1024;
    private static final int SETTLED_TOGETHER = 4096;

    private final SavedAccounts accounts;
    private final Plan plan;
    private final Members members;
    private final SteadyClock clock;
    private final Calendar calendar;
    private final Map<Long, Long> unsaved = new LinkedHashMap<>();
    private final Deque<Member> unsettled = new ArrayDeque<>();
    private int settledDay = Integer.MIN_VALUE;

    Saving(SavedAccounts accounts, Plan plan, Members members, SteadyClock clock) {
        this.accounts = accounts;
        this.plan = plan;
        this.members = members;
        this.clock = clock;
        calendar = new Calendar(plan.scheme().header().zone());
    }

    /// An entry changes the account or the consents of a member.
    void changed(long person, long seq) {
        Long _ = unsaved.putIfAbsent(person, seq);
    }

    /// Does a little of what there is to do, after a group that ended with the entry `seq` or, if
    /// `idle`, while nothing waits; whether there is more.
    boolean some(long seq, boolean idle) throws SQLException {
        boolean tooLong = seq - savedThrough(seq) > LONG_TAIL;
        boolean saves = !unsaved.isEmpty() && (idle || tooLong);
        if (saves) {
            save(seq);
        }
        boolean settles = idle && settleSome();
        return saves || settles;
    }

    /// Saves everything; at the end of the bureau.
    void all(long seq) throws SQLException {
        while (!unsaved.isEmpty()) {
            save(seq);
        }
    }

    private long savedThrough(long seq) {
        return unsaved.isEmpty() ? seq : unsaved.values().iterator().next() - 1;
    }

    private void save(long seq) throws SQLException {
        List<Long> numbers = unsaved.keySet().stream().limit(SAVED_TOGETHER).toList();
        Map<Long, Long> rest = new LinkedHashMap<>();
        var changed = new ArrayList<Member>();
        int today = calendar.day(clock.instant());
        for (long number : numbers) {
            Member member = members.numbered(number);
            if (member != null) {
                settle(member, today);
                changed.add(member);
            }
            rest.put(number, unsaved.remove(number));
        }
        try {
            accounts.save(changed, savedThrough(seq));
        } catch (SQLException failure) {
            rest.putAll(unsaved);
            unsaved.clear();
            unsaved.putAll(rest);
            throw failure;
        }
    }

    private boolean settleSome() {
        int today = calendar.day(clock.instant());
        if (today != settledDay && unsettled.isEmpty()) {
            unsettled.addAll(members.all());
            settledDay = today;
        }
        for (int i = 0; i < SETTLED_TOGETHER && !unsettled.isEmpty(); i++) {
            settle(unsettled.remove(), today);
        }
        return !unsettled.isEmpty();
    }

    private void settle(Member member, int day) {
        synchronized (member) {
            plan.settle(member.account(), day);
        }
    }
}
