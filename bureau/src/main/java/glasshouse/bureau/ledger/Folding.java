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
import java.util.List;

/// Keeps the accounts of members in step with the ledger. Owned by the ledger's thread.
///
/// An event that nothing contests is added as it is; whatever takes events out of count has the
/// accounts that it touches folded anew from their dossiers. The sum is the same either way, bit
/// for bit: accounts are sums.
final class Folding {
    private final Plan plan;
    private final Members members;
    private final Store store;
    private final Calendar calendar;
    private final Occurrence occurrence = new Occurrence();
    private final Beside beside;

    Folding(Plan plan, Members members, Store store) {
        this.plan = plan;
        this.members = members;
        this.store = store;
        calendar = new Calendar(plan.scheme().header().zone());
        beside = new Beside(members, store);
    }

    /// What is kept beside the accounts, under other editions.
    Beside beside() {
        return beside;
    }

    /// Adds an event to the account of one of its people.
    void add(Event event, Member member, long seq) {
        synchronized (member) {
            if (see(event, member)) {
                plan.add(member.account(), occurrence);
            }
            beside.add(event, member);
            member.through(seq);
        }
    }

    private boolean see(Event event, Member member) {
        return new glasshouse.statement.Ledger(member.name(), List.of())
                .see(plan, calendar, event, occurrence);
    }

    /// Folds the account of a member anew, as known after the entry `through`.
    void refold(Member member, Instant now, long through) throws SQLException {
        var account = new Account();
        List<Event> counting = store.dossier(member, members).admissible(now, through);
        for (Event event : counting) {
            if (see(event, member)) {
                plan.add(account, occurrence);
            }
        }
        synchronized (member) {
            member.account(account);
            member.through(through);
            beside.refold(member, counting);
        }
    }
}
