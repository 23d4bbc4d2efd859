package glasshouse.data;

import glasshouse.account.Fingerprint;
import glasshouse.data.EventTable.Field;
import glasshouse.data.EventTable.Kind;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Names;
import glasshouse.wire.value.Refused;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/// One thread's reading of a columnar file: checks each row and sorts it into a batch of events
/// whose names are to be checked or a batch of those without.
///
/// A row that fails a quick check goes through the full one, which says what is wrong.
final class RowTaker {
    private static final int UNSEEN = -2;
    private static final int RETRACTION = -3;

    private final Scoring scoring;
    private final Intake intake;
    private final Chunk chunk;
    private final Slot person;
    private final Slot signal;
    private final Slot happenedAt;
    private final Slot value;
    private final Slot source;
    private final Slot id;
    private final Slot counterparty;
    private final Slot reference;
    private final Slot recordedAt;
    private final int rowColumn;
    private final long firstRow;
    private final long knownAtMicros;
    private final String fileName;
    private final Batch named = new Batch();
    private final Batch unnamed = new Batch();
    private final Dictionary signals;
    private final SignalCache signalCache = new SignalCache();
    private final Dictionary sources;
    private final long fileSourceHash;
    private int[] signalCodes = new int[0];
    private int[] sourceCodes = new int[0];
    private final Rejects rejects = new Rejects();
    private long taken;

    /// Where in a chunk a field is: `column` -1 where the file has none.
    private record Slot(String name, int column, Kind kind) {
        static Slot of(Field field, EventTable table, List<Field> used) {
            Kind kind = table.column(field).map(EventTable.Column::kind).orElse(Kind.TEXT);
            return new Slot(field.column(), used.indexOf(field), kind);
        }
    }

    RowTaker(Scoring scoring, EventTable table, List<Field> used, String fileName, long firstRow) {
        this.scoring = scoring;
        this.fileName = fileName;
        this.firstRow = firstRow;
        intake = scoring.openIntake();
        signals = new Dictionary(scoring.memory());
        sources = new Dictionary(scoring.memory());
        knownAtMicros = scoring.moment().knownAtMicros();
        person = Slot.of(Field.PERSON, table, used);
        signal = Slot.of(Field.SIGNAL, table, used);
        happenedAt = Slot.of(Field.HAPPENED_AT, table, used);
        value = Slot.of(Field.VALUE, table, used);
        source = Slot.of(Field.SOURCE, table, used);
        id = Slot.of(Field.ID, table, used);
        counterparty = Slot.of(Field.COUNTERPARTY, table, used);
        reference = Slot.of(Field.REFERENCE, table, used);
        recordedAt = Slot.of(Field.RECORDED_AT, table, used);
        rowColumn = used.size();
        chunk = new Chunk(rowColumn + 1);
        fileSourceHash = Texts.hash(fileName);
    }

    Rejects rejects() {
        return rejects;
    }

    /// Rows so far.
    long taken() {
        return taken;
    }

    void close() {
        scoring.close(intake);
    }

    void take(MemorySegment rows, MemorySegment output) {
        chunk.open(rows);
        named.clear();
        unnamed.clear();
        int size = chunk.size();
        boolean bare = isBare();
        signalCache.clear();
        for (int row = 0; row < size; row++) {
            try {
                if (!bare || !takeBare(row)) {
                    take(row);
                }
            } catch (Refused refused) {
                rejects.add(chunk.number(rowColumn, row), refused);
            }
        }
        taken += size;
        intake.takeUnnamed(unnamed);
        intake.takeNamed(named);
        chunk.refuse(output);
    }

    /// Whether every row of the chunk has what is needed and nothing else.
    private boolean isBare() {
        return id.column() < 0
                && counterparty.column() < 0
                && reference.column() < 0
                && recordedAt.column() < 0
                && !scoring.shape().keepsParties()
                && happenedAt.kind() == Kind.MICROS
                && !chunk.hasNulls(person.column())
                && !chunk.hasNulls(signal.column())
                && !chunk.hasNulls(happenedAt.column());
    }

    /// [#take] for a row of a bare chunk; false, and nothing done, where anything is unusual.
    private boolean takeBare(int row) throws Refused {
        long head = chunk.head(person.column(), row);
        long tail = chunk.tail(person.column(), row);
        long happened = chunk.number(happenedAt.column(), row);
        if (!Texts.isPlainName(head, tail)
                || !Cells.isTime(happened)
                || happened > knownAtMicros
                || has(source, row)) {
            return false;
        }
        int known = bareSignal(row);
        if (known == RETRACTION) {
            return false;
        }
        intake.takeBare(head, tail, known, value(row), happened);
        countUnread(known, row);
        return true;
    }

    /// [#signal], remembered for the texts of this chunk.
    private int bareSignal(int row) throws Refused {
        long head = chunk.head(signal.column(), row);
        long tail = chunk.tail(signal.column(), row);
        int known = signalCache.get(head, tail);
        if (known == SignalCache.NONE) {
            known = signal(row);
            signalCache.put(head, tail, known);
        }
        return known;
    }

    private void take(int row) throws Refused {
        int signal = signal(row);
        boolean retraction = signal == RETRACTION;
        if (!retraction) {
            checkName(person, row);
        }
        boolean hasReference = has(this.reference, row);
        if (hasReference) {
            checkName(this.reference, row);
        }
        Slot name = retraction ? this.reference : id;
        boolean isNamed = has(name, row);
        if (retraction && !isNamed) {
            throw new Refused(
                    EventCode.MISSING, "reference is missing; a retraction names an event");
        }
        long happened = happened(row, retraction);
        long recorded = has(recordedAt, row) ? time(recordedAt, row) : happened;
        Batch batch = isNamed ? named : unnamed;
        int at = batch.size;
        batch.values[at] = retraction ? 0 : value(row);
        batch.hasOther[at] = !retraction && has(counterparty, row);
        if (batch.hasOther[at]) {
            checkName(counterparty, row);
            checkApart(row);
            set(batch.others, at, counterparty, row);
        }
        if (isNamed) {
            checkName(name, row);
            name(batch, at, name, row);
        }
        if (recorded > knownAtMicros) {
            return;
        }
        source(batch, at, row);
        batch.happened[at] = happened;
        batch.retractions[at] = retraction;
        if (retraction) {
            batch.persons.set(at, 0, 0);
        } else {
            set(batch.persons, at, person, row);
        }
        reference(batch, at, row, hasReference);
        batch.signals[at] = Math.max(signal, 0);
        if (isNamed) {
            int column = this.signal.column();
            batch.signalHashes[at] = Texts.hash(chunk.head(column, row), chunk.tail(column, row));
        }
        batch.size = at + 1;
        countUnread(signal, row);
    }

    private void countUnread(int signal, int row) {
        if (signal == Shape.NO_SIGNAL) {
            long head = chunk.head(this.signal.column(), row);
            long tail = chunk.tail(this.signal.column(), row);
            scoring.unread().count(signals.text(signals.code(head, tail, Texts.hash(head, tail))));
        }
    }

    /// Index of the signal in the plan, [Shape#NO_SIGNAL] or [#RETRACTION].
    private int signal(int row) throws Refused {
        int column = this.signal.column();
        if (chunk.isNull(column, row)) {
            throw new Refused(EventCode.MISSING, "signal is missing; every event needs one");
        }
        long head = chunk.head(column, row);
        long tail = chunk.tail(column, row);
        int code = signals.code(head, tail, Texts.hash(head, tail));
        if (code >= signalCodes.length) {
            signalCodes = longer(signalCodes, code);
        }
        int known = signalCodes[code];
        if (known == UNSEEN) {
            String name = Names.check(signals.text(code), this.signal.name());
            int index = scoring.plan().signal(name);
            known =
                    name.equals(Names.RETRACTION)
                            ? RETRACTION
                            : index < 0 ? Shape.NO_SIGNAL : index;
            signalCodes[code] = known;
        }
        return known;
    }

    private static int[] longer(int[] codes, int code) {
        int[] longer = Arrays.copyOf(codes, Math.max(16, (code + 1) * 2));
        Arrays.fill(longer, codes.length, longer.length, UNSEEN);
        return longer;
    }

    private boolean has(Slot slot, int row) {
        int column = slot.column();
        return column >= 0
                && !chunk.isNull(column, row)
                && (slot.kind() != Kind.TEXT || Texts.length(chunk.head(column, row)) > 0);
    }

    private void checkName(Slot slot, int row) throws Refused {
        int column = slot.column();
        if (chunk.isNull(column, row)) {
            throw new Refused(
                    EventCode.MISSING, slot.name() + " is missing; every event needs one");
        }
        if (!Texts.isPlainName(chunk.head(column, row), chunk.tail(column, row))) {
            Names.check(chunk.text(column, row), slot.name());
        }
    }

    private void checkApart(int row) throws Refused {
        long head = chunk.head(person.column(), row);
        boolean alike = head == chunk.head(counterparty.column(), row);
        if (alike
                && chunk.text(person.column(), row)
                        .equals(chunk.text(counterparty.column(), row))) {
            throw new Refused(
                    EventCode.BAD_NAME,
                    "counterparty is the person themselves; name the other party, or none");
        }
    }

    private void set(People.Column target, int at, Slot slot, int row) {
        int column = slot.column();
        target.set(at, chunk.head(column, row), chunk.tail(column, row));
    }

    private long happened(int row, boolean retraction) throws Refused {
        Slot slot = happenedAt;
        if (retraction && !has(slot, row)) {
            slot = recordedAt;
        }
        if (!has(slot, row)) {
            throw new Refused(
                    EventCode.MISSING, "happened_at is missing or no time; every event needs one");
        }
        return time(slot, row);
    }

    private long time(Slot slot, int row) throws Refused {
        int column = slot.column();
        return slot.kind() == Kind.TEXT
                ? Cells.micros(chunk.text(column, row).strip(), slot.name())
                : Cells.micros(chunk.number(column, row), slot.name());
    }

    private long value(int row) throws Refused {
        if (!has(value, row)) {
            return 0;
        }
        int column = this.value.column();
        return switch (value.kind()) {
            case MICRO -> Cells.micro(chunk.number(column, row));
            case WHOLE -> Cells.whole(chunk.number(column, row));
            case FLOATING -> Cells.floating(chunk.floating(column, row));
            case TEXT -> Cells.decimal(chunk.text(column, row));
            case MICROS -> throw new IllegalStateException("a value is no time");
        };
    }

    private void name(Batch batch, int at, Slot slot, int row) {
        int column = slot.column();
        long head = chunk.head(column, row);
        long tail = chunk.tail(column, row);
        long source = sourceHash(row);
        batch.names[at] = Texts.mix(Texts.hash(head, tail) + source);
        batch.moreNames[at] = Texts.mix(Texts.secondHash(head, tail) ^ source);
        batch.rows[at] = firstRow + chunk.number(rowColumn, row);
    }

    private long sourceHash(int row) {
        if (!has(source, row)) {
            return fileSourceHash;
        }
        int column = this.source.column();
        return Texts.hash(chunk.head(column, row), chunk.tail(column, row));
    }

    /// The source's code, where the scheme asks for it.
    private void source(Batch batch, int at, int row) throws Refused {
        if (has(source, row)) {
            checkName(source, row);
        }
        if (!scoring.shape().keepsParties()) {
            return;
        }
        if (!has(source, row)) {
            batch.sources[at] = scoring.sources().code(fileName);
            return;
        }
        int column = this.source.column();
        long head = chunk.head(column, row);
        long tail = chunk.tail(column, row);
        int code = sources.code(head, tail, Texts.hash(head, tail));
        if (code >= sourceCodes.length) {
            sourceCodes = longer(sourceCodes, code);
        }
        if (sourceCodes[code] == UNSEEN) {
            sourceCodes[code] = scoring.sources().code(sources.text(code));
        }
        batch.sources[at] = sourceCodes[code];
    }

    private void reference(Batch batch, int at, int row, boolean present) {
        batch.referenceHashes[at] = 0;
        batch.references[at] = 0;
        if (present) {
            int column = this.reference.column();
            batch.referenceHashes[at] =
                    Texts.hash(chunk.head(column, row), chunk.tail(column, row));
            if (scoring.shape().keepsReference()) {
                batch.references[at] = Fingerprint.of(chunk.text(column, row));
            }
        }
    }
}
