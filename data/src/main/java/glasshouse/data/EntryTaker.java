package glasshouse.data;

import glasshouse.account.Calendar;
import glasshouse.account.Fingerprint;
import glasshouse.account.Plan;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One thread's way from entries to a run.
///
/// Texts beyond 12 bytes lie in a scratch buffer until the batch is handed on.
public final class EntryTaker implements AutoCloseable {
    private static final int SCRATCH_BYTES = 1 << 20;

    /// Three texts of an event, four bytes a character at most.
    private static final int MOST_EVENT_BYTES = 3 * 4 * Event.MOST_NAME_LENGTH;

    private final Scoring scoring;
    private final Plan plan;
    private final Intake intake;
    private final Batch batch = new Batch();
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment scratch = arena.allocate(SCRATCH_BYTES);
    private final long knownAtMicros;
    private int scratchUsed;

    EntryTaker(Scoring scoring) {
        this.scoring = scoring;
        plan = scoring.plan();
        intake = scoring.openIntake();
        knownAtMicros = scoring.moment().knownAtMicros();
    }

    /// Takes in one entry; `row` is told back should it be set aside for a conflict.
    public void take(Entry entry, long row) {
        if (Calendar.micros(entry.recordedAt()) > knownAtMicros) {
            return;
        }
        if (batch.size == Batch.MOST || scratchUsed + MOST_EVENT_BYTES > SCRATCH_BYTES) {
            flush();
        }
        int at = batch.size++;
        batch.rows[at] = row;
        name(at, entry.name());
        switch (entry) {
            case Retraction _ -> {
                batch.retractions[at] = true;
                batch.hasOther[at] = false;
                batch.persons.set(at, 0, 0);
            }
            case Event event -> event(at, event);
        }
    }

    private void name(int at, EventName name) {
        long source = Texts.hash(name.source());
        batch.names[at] = Texts.mix(Texts.hash(name.id()) + source);
        batch.moreNames[at] = Texts.mix(Texts.secondHash(name.id()) ^ source);
    }

    private void event(int at, Event event) {
        batch.retractions[at] = false;
        set(batch.persons, at, event.person());
        String other = event.counterparty();
        batch.hasOther[at] = other != null;
        if (other != null) {
            set(batch.others, at, other);
        }
        int signal = plan.signal(event.signal());
        batch.signals[at] = signal < 0 ? Shape.NO_SIGNAL : signal;
        if (signal < 0) {
            scoring.unread().count(event.signal());
        }
        batch.signalHashes[at] = Texts.hash(event.signal());
        batch.values[at] = event.valueMicro();
        batch.happened[at] = Calendar.micros(event.happenedAt());
        batch.sources[at] =
                scoring.shape().keepsParties() ? scoring.sources().code(event.name().source()) : 0;
        reference(at, event.reference());
    }

    private void reference(int at, @Nullable String reference) {
        boolean asked = reference != null && scoring.shape().keepsReference();
        batch.referenceHashes[at] = reference == null ? 0 : Texts.hash(reference);
        batch.references[at] = asked && reference != null ? Fingerprint.of(reference) : 0;
    }

    private void set(People.Column column, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        if (length <= Texts.MOST_INLINE) {
            column.set(at, Texts.head(bytes, length), Texts.inlineTail(bytes, length));
            return;
        }
        MemorySegment.copy(bytes, 0, scratch, ValueLayout.JAVA_BYTE, scratchUsed, length);
        column.set(at, Texts.head(bytes, length), scratch.address() + scratchUsed);
        scratchUsed += length;
    }

    private void flush() {
        intake.takeNamed(batch);
        batch.clear();
        scratchUsed = 0;
    }

    @Override
    public void close() {
        flush();
        scoring.close(intake);
        arena.close();
    }
}
