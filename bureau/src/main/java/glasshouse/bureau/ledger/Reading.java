package glasshouse.bureau.ledger;

import glasshouse.bureau.Database;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import java.sql.SQLException;
import java.util.Collection;

/// The ledger for one who only reads it: members without accounts, and their dossiers.
public final class Reading {
    private final Store store;
    private final Members members = new Members();

    public Reading(Database database) throws SQLException {
        store = new Store(database);
        store.loadMembers(members::add);
    }

    public Collection<Member> members() {
        return members.all();
    }

    public Dossier dossier(Member member) throws SQLException {
        return store.dossier(member, members);
    }
}
