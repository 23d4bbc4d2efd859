package glasshouse.bureau.ledger;

import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings members and their accounts back at the start: the saved ones, and into them what the
/// ledger recorded since.
///
/// Every event is folded as it comes; where another entry stands under the same name, a source was
/// withdrawn, or an account that should be saved is not, the accounts concerned are folded anew at
/// the end. Without saved accounts the same reads the whole ledger.
final class Restoring {
    private final Members members;
    private final Names names;
    private final Folding folding;
    private final Store store;
    private final Saving saving;
    private final Set<Long> tailNames = new HashSet<>();
    private final Set<Long> contestedNames = new HashSet<>();
    private final Set<Long> contested = new HashSet<>();
    private final Set<Long> withdrawing = new HashSet<>();
    private final Set<Long> enrolled = new HashSet<>();
    private long savedThrough;

    Restoring(Members members, Names names, Folding folding, Store store, Saving saving) {
        this.members = members;
        this.names = names;
        this.folding = folding;
        this.store = store;
        this.saving = saving;
    }

    /// Restores up to the entry `through`, the ledger's last; how far what was saved went.
    long restore(SavedAccounts accounts, Instant now, long through) throws SQLException {
        store.loadMembers(members::add);
        savedThrough = accounts.through();
        Set<Long> saved = Set.of();
        if (savedThrough > 0) {
            saved = accounts.load(members);
        } else {
            accounts.clear();
        }
        store.load(savedThrough, this::entry);
        if (savedThrough > 0) {
            contestedNames.addAll(store.recordedBy(tailNames, savedThrough));
        } else {
            names.earlier(new NameSet());
        }
        for (long nameHash : contestedNames) {
            contested.addAll(store.parties(nameHash));
        }
        for (long person : withdrawing) {
            contested.add(person);
            contested.addAll(store.partners(person));
        }
        for (Member each : members.all()) {
            if (savedThrough > 0
                    && !saved.contains(each.number())
                    && !enrolled.contains(each.number())) {
                contested.add(each.number());
            }
        }
        for (long number : contested) {
            Member member = members.numbered(number);
            if (member != null) {
                folding.refold(member, now, through);
                saving.changed(number, through);
            }
        }
        return savedThrough;
    }

    private void entry(Row row) {
        long nameHash = row.nameHash();
        if (nameHash != 0 && savedThrough > 0) {
            tailNames.add(nameHash);
        }
        boolean isNew = nameHash == 0 || names.add(nameHash);
        Member person = members.numbered(row.person());
        switch (row.kind()) {
            case HAPPENED -> happened(row, isNew);
            case TAKEN_BACK, UPHELD -> {
                if (nameHash != 0) {
                    contestedNames.add(nameHash);
                }
            }
            case SOURCE_ALLOWED -> allow(person, row, true);
            case SERVICE_ALLOWED -> allow(person, row, false);
            case SOURCE_WITHDRAWN -> {
                if (person != null) {
                    person.sources().remove(String.valueOf(row.source()));
                    withdrawing.add(row.person());
                }
            }
            case SERVICE_WITHDRAWN -> {
                if (person != null) {
                    person.services().remove(String.valueOf(row.id()));
                }
            }
            case ENROLLED -> enrolled.add(row.person());
            case ERASED, EXPIRED -> {}
        }
        if (person != null) {
            person.through(Math.max(person.through(), row.seq()));
            saving.changed(person.number(), row.seq());
        }
    }

    private static void allow(@Nullable Member person, Row row, boolean source) {
        if (person != null) {
            var allowed = source ? person.sources() : person.services();
            allowed.add(String.valueOf(source ? row.source() : row.id()));
        }
    }

    private void happened(Row row, boolean isNew) {
        var entry = Dossier.Recorded.of(row, Instant.EPOCH, 0, members);
        if (!entry.isEvent()) {
            return;
        }
        if (!isNew) {
            contestedNames.add(row.nameHash());
        }
        fold(entry, members.numbered(row.person()));
        fold(entry, members.numbered(row.counterparty()));
    }

    /// What a saved account already has in it is not added again.
    private void fold(Dossier.Recorded entry, @Nullable Member member) {
        long seq = entry.row().seq();
        if (member != null && seq > member.through()) {
            folding.add(entry.event(), member, seq);
            saving.changed(member.number(), seq);
        }
    }
}
