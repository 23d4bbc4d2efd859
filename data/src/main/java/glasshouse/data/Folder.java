package glasshouse.data;

import glasshouse.account.Account;
import glasshouse.account.Fingerprint;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.account.Reckoner;
import glasshouse.close.Closed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folds the records of one shard of persons at a time and reads each account out.
///
/// Sorts the shard's records by person (a counting sort into one array), then folds person after
/// person into the same account. Owned by one thread. Benchmark: W1.
final class Folder {
    private final Plan plan;
    private final Shape shape;
    private final People people;
    private final Sources sources;
    private final int asOfDay;
    private final Readout readout;
    private final @Nullable Reckoner reckoner;
    private final @Nullable Closed closed;
    private final Account account = new Account();
    private final Occurrence occurrence = new Occurrence();
    private final long[] bandCounts;
    private int[] starts = new int[0];
    private long[] sorted = new long[0];

    /// `closed` is what the last closes say of the people by their codes, where the plan needs it.
    Folder(
            Plan plan,
            Shape shape,
            People people,
            Sources sources,
            int asOfDay,
            @Nullable Closed closed) {
        this.plan = plan;
        this.shape = shape;
        this.people = people;
        this.sources = sources;
        this.asOfDay = asOfDay;
        readout = new Readout(plan);
        this.closed = closed;
        reckoner = closed != null ? null : Reckoner.of(plan, asOfDay).orElse(null);
        bandCounts = new long[plan.scheme().bands().size()];
    }

    long[] bandCounts() {
        return bandCounts;
    }

    /// Fills in the rows of a shard and answers the codes of those who have one; the shard's
    /// records are given up.
    int[] fold(List<Records> parts, int shard, ScoreRows rows) {
        int size = people.dictionary(shard).size();
        sort(parts, shard, size);
        parts.forEach(part -> part.drop(shard));
        rows.open(shard, size);
        int characteristics = plan.scheme().characteristics().size();
        var present = new int[size];
        int count = 0;
        for (int local = 0; local < size; local++) {
            int from = local == 0 ? 0 : starts[local - 1];
            int to = starts[local];
            if (from == to) {
                continue;
            }
            long row = rows.address(shard, local);
            int code = People.code(local, shard);
            bandCounts[
                    reckoner == null
                            ? read(code, from, to, row)
                            : reckon(reckoner, from, to, row, characteristics)]++;
            present[count++] = code;
        }
        return count == size ? present : Arrays.copyOf(present, count);
    }

    /// Folds the records from `from` to `to` into an account and fills in a row; returns the band.
    private int read(int person, int from, int to, long row) {
        account.clear();
        for (int at = from; at < to; at += shape.words()) {
            add(at);
        }
        readout.read(account, asOfDay);
        if (closed != null) {
            closed.complete(readout, person);
        }
        Memory.set(row, readout.scoreMicro());
        for (int i = 0; i < plan.scheme().characteristics().size(); i++) {
            Memory.set(row + (1L + i) * Long.BYTES, readout.partialMicro(i));
        }
        return readout.bandIndex();
    }

    /// The same where the scheme can be reckoned without an account.
    private int reckon(Reckoner reckoner, int from, int to, long row, int characteristics) {
        int words = shape.words();
        reckoner.clear();
        for (int at = from; at < to; at += words) {
            long key = sorted[at];
            int signal = Shape.signal(key);
            if (signal != Shape.NO_SIGNAL) {
                reckoner.add(signal, Shape.asCounterparty(key), sorted[at + 1], Shape.day(key));
            }
        }
        reckoner.read();
        Memory.set(row, reckoner.scoreMicro());
        for (int i = 0; i < characteristics; i++) {
            Memory.set(row + (1L + i) * Long.BYTES, reckoner.partialMicro(i));
        }
        return reckoner.bandIndex();
    }

    /// After this `starts[local]` is where the records of the next person begin.
    private void sort(List<Records> parts, int shard, int size) {
        int words = shape.words();
        long bytes = (long) words * Long.BYTES;
        if (starts.length < size + 1) {
            starts = new int[size + 1];
        }
        int[] ends = starts;
        Arrays.fill(ends, 0, size + 1, 0);
        for (Records part : parts) {
            part.forEachPage(
                    shard,
                    (from, to) -> {
                        for (long at = from; at < to; at += bytes) {
                            ends[Shape.person(Memory.get(at))] += words;
                        }
                    });
        }
        int sum = 0;
        for (int local = 0; local < size; local++) {
            int count = ends[local];
            ends[local] = sum;
            sum = Math.addExact(sum, count);
        }
        if (sorted.length < sum) {
            sorted = new long[sum];
        }
        long[] target = sorted;
        for (Records part : new ArrayList<>(parts)) {
            part.forEachPage(
                    shard,
                    (from, to) -> {
                        for (long at = from; at < to; at += bytes) {
                            long key = Memory.get(at);
                            int person = Shape.person(key);
                            int place = ends[person];
                            ends[person] = place + words;
                            target[place] = key;
                            for (int word = 1; word < words; word++) {
                                target[place + word] = Memory.get(at + (long) word * Long.BYTES);
                            }
                        }
                    });
        }
    }

    /// Reads the accounts of a shard on several days, rising, each from what happened before it:
    /// `raw[i][code]` is the raw score on day i. The records stay.
    void readBefore(List<Records> parts, int shard, int[] days, long[][] raw) {
        int size = people.dictionary(shard).size();
        sort(parts, shard, size);
        for (int local = 0; local < size; local++) {
            int from = local == 0 ? 0 : starts[local - 1];
            int to = starts[local];
            account.clear();
            int since = 0;
            for (int i = 0; i < days.length; i++) {
                for (int at = from; at < to; at += shape.words()) {
                    int happened = Shape.day(sorted[at]);
                    if (happened >= since && happened < days[i]) {
                        add(at);
                    }
                }
                since = days[i];
                readout.read(account, days[i]);
                raw[i][People.code(local, shard)] = readout.rawMicro();
            }
        }
    }

    private void add(int at) {
        long key = sorted[at];
        int signal = Shape.signal(key);
        if (signal == Shape.NO_SIGNAL) {
            return;
        }
        occurrence.signal = signal;
        occurrence.asCounterparty = Shape.asCounterparty(key);
        occurrence.day = Shape.day(key);
        occurrence.valueMicro = sorted[at + 1];
        if (shape.keepsTime()) {
            occurrence.microsOfDay = sorted[at + 2];
        }
        if (shape.keepsReference()) {
            occurrence.reference = sorted[at + shape.referenceWord()];
        }
        if (shape.keepsParties()) {
            long parties = sorted[at + shape.partiesWord()];
            int other = Shape.other(parties);
            occurrence.source = sources.fingerprint(Shape.source(parties));
            occurrence.otherParty = other == Shape.NOBODY ? 0 : Fingerprint.of(people.name(other));
        }
        plan.add(account, occurrence);
    }
}
