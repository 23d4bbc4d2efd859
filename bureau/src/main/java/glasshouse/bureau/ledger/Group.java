package glasshouse.bureau.ledger;

import glasshouse.bureau.member.Member;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is recorded in one transaction: entries with their digests, and what is to be done in
/// memory once they are durable.
final class Group {
    private final long batch;
    private final Instant recordedAt;
    private long nextSeq;
    private final Digests digests;
    private final List<Row> rows = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();
    private final List<Long> expired = new ArrayList<>();
    private final Map<EventName, List<Row>> named = new HashMap<>();
    private final List<Plain> plain = new ArrayList<>();
    private final Set<Long> contested = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Member> enrolled = new HashMap<>();

    /// An event that no other entry under its name touches: it is added to accounts as it is.
    record Plain(long seq, Event event, Member person, @Nullable Member counterparty) {}

    /// What a fact changes about a member.
    record Change(Fact fact, Member member, long seq) {}

    Group(long batch, long firstSeq, Instant recordedAt, Digests digests) {
        this.batch = batch;
        this.nextSeq = firstSeq;
        this.recordedAt = recordedAt;
        this.digests = digests;
    }

    long batch() {
        return batch;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    long nextSeq() {
        return nextSeq;
    }

    List<Row> rows() {
        return rows;
    }

    List<Seal> seals() {
        return seals;
    }

    List<byte[]> digests() {
        return seals.stream().map(Seal::digest).toList();
    }

    /// The entries whose content is destroyed because it was kept for long enough.
    List<Long> expired() {
        return expired;
    }

    List<Plain> plain() {
        return plain;
    }

    /// Numbers of those whose accounts are to be folded anew.
    Set<Long> contested() {
        return contested;
    }

    List<Change> changes() {
        return changes;
    }

    /// Those who enrol within this group, by name.
    Map<String, Member> enrolled() {
        return enrolled;
    }

    /// Earlier entries of this group under a name.
    List<Row> named(EventName name) {
        return named.getOrDefault(name, List.of());
    }

    void add(Row row, @Nullable Member person, @Nullable Member counterparty) {
        byte[] none = new byte[0];
        byte[] salt = digests.salt();
        byte[] digest =
                digests.of(
                        row,
                        person == null ? none : person.key(),
                        counterparty == null ? none : counterparty.key(),
                        salt);
        seals.add(new Seal(salt, digest));
        rows.add(row);
        nextSeq = row.seq() + 1;
        if (row.hasName()) {
            named.computeIfAbsent(row.name(), _ -> new ArrayList<>(1)).add(row);
        }
    }

    /// Has the content of entries destroyed in this group's transaction.
    void expire(Fact.Expired fact, Store.Due due) {
        add(Row.of(nextSeq, fact, due.entries().size()), null, null);
        expired.addAll(due.entries());
        contested.addAll(due.people());
    }

    /// Marks the people of entries whose admission something has changed.
    void contest(Row row) {
        if (row.person() != Row.NOBODY) {
            contested.add(row.person());
        }
        if (row.counterparty() != Row.NOBODY) {
            contested.add(row.counterparty());
        }
    }
}
