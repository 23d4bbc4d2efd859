package glasshouse.bureau.ledger;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.bureau.Database;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import glasshouse.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The ledger for one who only reads it: members with the accounts that are saved, and their
/// dossiers.
public final class Reading {
    private final Store store;
    private final Members members = new Members();
    private final Set<Long> saved;
    private final Plan plan;

    /// Reads under the plan in force, under which accounts are saved.
    public Reading(Database database, Plan plan) throws SQLException {
        this.plan = plan;
        store = new Store(database);
        store.loadMembers(members::add);
        var accounts = new SavedAccounts(database, plan);
        saved = accounts.through() > 0 ? accounts.load(members) : Set.of();
    }

    /// Whether no account is saved of a member, or one that their entries add up to.
    public boolean isSavedRightly(Member member, Dossier dossier, Instant now) {
        if (!saved.contains(member.number())) {
            return true;
        }
        List<Event> counting = dossier.admissible(now, member.through());
        Account folded = glasshouse.statement.Ledger.of(member.name(), counting, now).fold(plan);
        int day = new Calendar(plan.scheme().header().zone()).day(now);
        plan.settle(folded, day);
        plan.settle(member.account(), day);
        return folded.equals(member.account());
    }

    public Collection<Member> members() {
        return members.all();
    }

    public Dossier dossier(Member member) throws SQLException {
        return store.dossier(member, members);
    }
}
