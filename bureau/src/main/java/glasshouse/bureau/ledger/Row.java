package glasshouse.bureau.ledger;

import glasshouse.account.Calendar;
import glasshouse.account.Fingerprint;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An entry of the ledger as its table has it. People are numbers, 0 for nobody; texts are null
/// where the kind of entry has none, and where the content is erased.
record Row(
        long seq,
        Kind kind,
        long person,
        long counterparty,
        @Nullable String source,
        @Nullable String id,
        @Nullable String signal,
        long valueMicro,
        long happenedMicros,
        @Nullable String reference) {
    /// The number of nobody.
    static final long NOBODY = 0;

    static Row of(long seq, Event event, long person, long counterparty) {
        return new Row(
                seq,
                Kind.HAPPENED,
                person,
                counterparty,
                event.name().source(),
                event.name().id(),
                event.signal(),
                event.valueMicro(),
                Calendar.micros(event.happenedAt()),
                event.reference());
    }

    static Row of(long seq, Kind kind, long person, @Nullable EventName name) {
        String source = name == null ? null : name.source();
        String id = name == null ? null : name.id();
        return new Row(seq, kind, person, NOBODY, source, id, null, 0, 0, null);
    }

    static Row of(long seq, Kind kind, long person, Consent consent) {
        boolean source = consent.kind() == Consent.Kind.SOURCE;
        return new Row(
                seq,
                kind,
                person,
                NOBODY,
                source ? consent.name() : null,
                source ? null : consent.name(),
                null,
                0,
                0,
                null);
    }

    /// That so many entries of a source were blanked, of events before an instant.
    static Row of(long seq, Fact.Expired expired, long count) {
        return new Row(
                seq,
                Kind.EXPIRED,
                NOBODY,
                NOBODY,
                expired.source(),
                null,
                null,
                count,
                Calendar.micros(expired.before()),
                null);
    }

    /// Whether there is an event's name; then [#name] is it.
    boolean hasName() {
        return source != null && id != null;
    }

    EventName name() {
        return new EventName(String.valueOf(source), String.valueOf(id));
    }

    /// 64 bits for the index of names; 0 where there is none.
    long nameHash() {
        return hasName() ? hash(name()) : 0;
    }

    static long hash(EventName name) {
        return Fingerprint.of(name.source() + '\n' + name.id());
    }

    /// Whether this is the same report as an event, whenever recorded.
    boolean sameContent(Row other) {
        return kind == other.kind
                && person == other.person
                && counterparty == other.counterparty
                && valueMicro == other.valueMicro
                && happenedMicros == other.happenedMicros
                && Objects.equals(source, other.source)
                && Objects.equals(id, other.id)
                && Objects.equals(signal, other.signal)
                && Objects.equals(reference, other.reference);
    }

    /// The event that it records, between people of these names.
    Event event(String personName, @Nullable String counterpartyName, Instant recordedAt) {
        return new Event(
                name(),
                personName,
                counterpartyName,
                String.valueOf(signal),
                valueMicro,
                instant(happenedMicros),
                recordedAt,
                reference);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /// What a digest is taken over: every field with its length, so that no two contents have the
    /// same bytes.
    void writeTo(ByteBuffer bytes) {
        bytes.putShort(kind.number())
                .putLong(person)
                .putLong(counterparty)
                .putLong(valueMicro)
                .putLong(happenedMicros);
        put(bytes, source);
        put(bytes, id);
        put(bytes, signal);
        put(bytes, reference);
    }

    private static void put(ByteBuffer bytes, @Nullable String text) {
        if (text == null) {
            bytes.putInt(-1);
        } else {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.putInt(utf8.length).put(utf8);
        }
    }
}
