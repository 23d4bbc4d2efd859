package glasshouse.bureau.ledger;

import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings members and their accounts back from the ledger, at the start.
///
/// Every event is folded as it comes; where another entry stands under the same name, or a source
/// was withdrawn, the accounts concerned are folded anew at the end.
final class Restoring {
    private final Members members;
    private final NameSet names;
    private final Folding folding;
    private final Store store;
    private final Set<Long> contestedNames = new HashSet<>();
    private final Set<Long> contested = new HashSet<>();
    private final Set<Long> withdrawing = new HashSet<>();

    Restoring(Members members, NameSet names, Folding folding, Store store) {
        this.members = members;
        this.names = names;
        this.folding = folding;
        this.store = store;
    }

    void restore(Instant now, long through) throws SQLException {
        store.loadMembers(members::add);
        store.load(this::entry);
        for (long nameHash : contestedNames) {
            contested.addAll(store.parties(nameHash));
        }
        for (long person : withdrawing) {
            contested.add(person);
            contested.addAll(store.partners(person));
        }
        for (long number : contested) {
            Member member = members.numbered(number);
            if (member != null) {
                folding.refold(member, now, through);
            }
        }
    }

    private void entry(Row row) {
        long nameHash = row.nameHash();
        boolean isNew = nameHash == 0 || names.add(nameHash);
        Member person = members.numbered(row.person());
        switch (row.kind()) {
            case HAPPENED -> happened(row, isNew, person);
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
            case ENROLLED, ERASED -> {}
        }
        if (person != null) {
            person.through(row.seq());
        }
    }

    private static void allow(@Nullable Member person, Row row, boolean source) {
        if (person != null) {
            var allowed = source ? person.sources() : person.services();
            allowed.add(String.valueOf(source ? row.source() : row.id()));
        }
    }

    private void happened(Row row, boolean isNew, @Nullable Member person) {
        var entry = Dossier.Recorded.of(row, Instant.EPOCH, members);
        if (!entry.isEvent()) {
            return;
        }
        if (!isNew) {
            contestedNames.add(row.nameHash());
        }
        var event = entry.event();
        if (person != null) {
            folding.add(event, person, row.seq());
        }
        Member counterparty = members.numbered(row.counterparty());
        if (counterparty != null) {
            folding.add(event, counterparty, row.seq());
        }
    }
}
