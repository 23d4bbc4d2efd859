package glasshouse.data;

import glasshouse.account.Plan;

/// One thread's way into a run: keeps what the score needs of each event, under its person or,
/// where its name must first be checked, under its name.
///
/// Owned by one thread at a time. Benchmark: W1.
final class Intake {
    private final Shape shape;
    private final boolean[] concernsOther;
    private final People.Door people;
    private final Days days;
    private final long asOfMicros;
    private long newestMicros = Long.MIN_VALUE;
    private long newestUnreadMicros = Long.MIN_VALUE;
    private final Staging staging;
    private final Records byPerson;
    private final Records byName;
    private final int[] personCodes = new int[Batch.MOST];
    private final int[] otherCodes = new int[Batch.MOST];
    private final People.Column present = new People.Column(Batch.MOST);
    private final int[] presentRows = new int[Batch.MOST];
    private final int[] presentCodes = new int[Batch.MOST];

    Intake(Scoring scoring, People people, Pages pages) {
        Plan plan = scoring.plan();
        shape = scoring.shape();
        this.people = new People.Door(people, Batch.MOST);
        staging = new Staging(shape, people, scoring.memory(), pages);
        days = new Days(plan.scheme().header().zone());
        asOfMicros = scoring.moment().asOfMicros();
        concernsOther = new boolean[plan.scheme().signals().size()];
        for (int i = 0; i < concernsOther.length; i++) {
            concernsOther[i] = plan.concerns(i, true);
        }
        byPerson = new Records(pages, shape.words());
        byName = new Records(pages, shape.words() + Shape.NAME_WORDS);
    }

    /// When the newest event of a signal of the scheme happened, whether or not it counts;
    /// `Long.MIN_VALUE`: there is none.
    long newestMicros() {
        return newestMicros;
    }

    /// When the newest event of any other signal happened.
    long newestUnreadMicros() {
        return newestUnreadMicros;
    }

    Records byPerson() {
        return byPerson;
    }

    Records byName() {
        return byName;
    }

    /// Takes events whose names cannot occur twice.
    void takeUnnamed(Batch batch) {
        int count = batch.size;
        if (!shape.keepsParties()) {
            stage(batch);
            return;
        }
        people.codes(batch.persons, count, personCodes);
        boolean anyOther = codeOthers(batch);
        Records records = byPerson;
        for (int i = 0; i < count; i++) {
            long happened = batch.happened[i];
            int signal = batch.signals[i];
            seen(signal, happened);
            if (happened > asOfMicros) {
                continue;
            }
            int day = Math.max(0, days.day(happened));
            int person = personCodes[i];
            int shard = People.shard(person);
            long at = records.claim(shard);
            Memory.set(at, Shape.key(People.local(person), false, signal, day));
            Memory.set(at + Long.BYTES, batch.values[i]);
            keepMore(batch, i, at, otherCodes[i]);
            if (anyOther && batch.hasOther[i] && concernsOther(signal)) {
                int other = otherCodes[i];
                shard = People.shard(other);
                at = records.claim(shard);
                Memory.set(at, Shape.key(People.local(other), true, signal, day));
                Memory.set(at + Long.BYTES, batch.values[i]);
                keepMore(batch, i, at, person);
            }
        }
    }

    /// Takes an event of one party and without a reference, whose name cannot occur twice.
    void takeBare(long head, long tail, int signal, long value, long happened) {
        seen(signal, happened);
        if (happened <= asOfMicros) {
            int day = Math.max(0, days.day(happened));
            long at = staging.claim(head, tail);
            Memory.set(at, Shape.key(0, false, signal, day));
            Memory.set(at + Long.BYTES, value);
            if (shape.keepsTime()) {
                Memory.set(at + 2 * Long.BYTES, days.microsOfDay(happened));
            }
            if (shape.keepsReference()) {
                Memory.set(at + (long) shape.referenceWord() * Long.BYTES, 0);
            }
        }
    }

    /// Takes events of one party each: their persons are looked up later, many of a shard at once.
    private void stage(Batch batch) {
        for (int i = 0; i < batch.size; i++) {
            long happened = batch.happened[i];
            seen(batch.signals[i], happened);
            if (happened <= asOfMicros) {
                int day = Math.max(0, days.day(happened));
                long at = staging.claim(batch.persons.heads[i], batch.persons.tails[i]);
                Memory.set(at, Shape.key(0, false, batch.signals[i], day));
                Memory.set(at + Long.BYTES, batch.values[i]);
                keepMore(batch, i, at, Shape.NOBODY);
            }
        }
        staging.flushIfFull(byPerson);
    }

    /// Looks the persons up of all events so far.
    void flush() {
        staging.flush(byPerson);
    }

    /// Takes events and retractions whose names are to be checked.
    void takeNamed(Batch batch) {
        int count = batch.size;
        people.codes(batch.persons, count, personCodes);
        codeOthers(batch);
        Records records = byName;
        for (int i = 0; i < count; i++) {
            int partition = (int) batch.names[i] & (People.SHARDS - 1);
            long at = records.claim(partition);
            long key = at + Shape.NAME_WORDS * Long.BYTES;
            Memory.set(at, batch.names[i]);
            Memory.set(at + Long.BYTES, Shape.nameAndRow(batch.moreNames[i], batch.rows[i]));
            if (batch.retractions[i]) {
                Memory.set(key, Shape.RETRACTION);
                continue;
            }
            long happened = batch.happened[i];
            seen(batch.signals[i], happened);
            int day = happened > asOfMicros ? Shape.LATER : Math.max(0, days.day(happened));
            Memory.set(at + 2 * Long.BYTES, content(batch, i));
            Memory.set(key, Shape.key(personCodes[i], false, batch.signals[i], day));
            Memory.set(key + Long.BYTES, batch.values[i]);
            keepMore(batch, i, key, otherCodes[i]);
        }
    }

    private void seen(int signal, long happened) {
        if (signal == Shape.NO_SIGNAL) {
            newestUnreadMicros = Math.max(newestUnreadMicros, happened);
        } else {
            newestMicros = Math.max(newestMicros, happened);
        }
    }

    private boolean concernsOther(int signal) {
        return signal != Shape.NO_SIGNAL && concernsOther[signal];
    }

    private boolean codeOthers(Batch batch) {
        int count = 0;
        for (int i = 0; i < batch.size; i++) {
            otherCodes[i] = Shape.NOBODY;
            if (batch.hasOther[i] && shape.keepsParties()) {
                present.copyFrom(batch.others, i, count);
                presentRows[count++] = i;
            }
        }
        people.codes(present, count, presentCodes);
        for (int i = 0; i < count; i++) {
            otherCodes[presentRows[i]] = presentCodes[i];
        }
        return count > 0;
    }

    private void keepMore(Batch batch, int i, long at, int other) {
        if (shape.keepsTime()) {
            Memory.set(at + 2 * Long.BYTES, days.microsOfDay(batch.happened[i]));
        }
        if (shape.keepsReference()) {
            long to = at + (long) shape.referenceWord() * Long.BYTES;
            Memory.set(to, batch.references[i]);
        }
        if (shape.keepsParties()) {
            long to = at + (long) shape.partiesWord() * Long.BYTES;
            Memory.set(to, Shape.parties(batch.sources[i], other));
        }
    }

    /// 64 bits of all that makes two reports the same.
    private static long content(Batch batch, int i) {
        long hash = Texts.mix(batch.persons.hashes[i] + batch.signalHashes[i]);
        hash = Texts.mix(hash ^ batch.values[i]);
        hash = Texts.mix(hash ^ batch.happened[i]);
        hash = Texts.mix(hash ^ (batch.hasOther[i] ? batch.others.hashes[i] : 0));
        return Texts.mix(hash ^ batch.referenceHashes[i]);
    }
}
