package glasshouse.data;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.close.Closed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One run of file scoring: events from many sources, then the scores of all persons at a moment.
///
/// **Shape of the work.** Readers hand batches to [Intake]s, one a thread. An intake numbers the
/// persons and drops each event, as two to five `long`s, into one of 256 logs: by person where its
/// name cannot occur twice, else by name. When all is read, the logs by name are resolved partition
/// by partition (what counts moves to the logs by person), then the logs by person are folded shard
/// by shard, each in one array that fits the cache, and every account is read out once. The names
/// of persons are sorted meanwhile.
///
/// Every step is a partition of a multiset followed by sums, so neither the order of the input nor
/// the number of threads leaves a trace in the result.
///
/// **Memory.** 16 bytes an event and about 40 a person, and 8 more for each characteristic; with
/// names to check, 40 bytes an event until they are resolved. Schemes that measure the last value,
/// distinct parties or pending points take 8 more each. All this lies outside the heap ([Memory]).
/// Schemes with closes take 24 bytes more for each event of two parties, and with contacts 128 a
/// person, in the heap.
public final class Scoring implements AutoCloseable {
    private final Plan plan;
    private final Moment moment;
    private final int threads;
    private final Shape shape;
    private final Memory memory = new Memory();
    private final People people = new People(memory);
    private final Pages pages = new Pages(memory);
    private final Sources sources = new Sources();
    private final Unread unread = new Unread();
    private final List<Intake> intakes = new ArrayList<>();
    private final ArrayDeque<Intake> idle = new ArrayDeque<>();

    public Scoring(Plan plan, Moment moment, int threads) {
        this.plan = plan;
        this.moment = moment;
        this.threads = threads;
        shape = Shape.of(plan);
    }

    /// What a run came to.
    ///
    /// `conflicting` copies count as rejected; `bandCounts` follows the bands of the scheme. `asOf`
    /// is null where the newest event was asked for and there is none. `unread` has the numbers of
    /// events of signals that the scheme does not have.
    public record Outcome(
            ScoreTable scores,
            long duplicates,
            long conflicting,
            List<Long> bandCounts,
            @Nullable Instant asOf,
            Map<String, Long> unread) {
        public Outcome {
            bandCounts = List.copyOf(bandCounts);
            unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
        }
    }

    Plan plan() {
        return plan;
    }

    Moment moment() {
        return moment;
    }

    int threads() {
        return threads;
    }

    Shape shape() {
        return shape;
    }

    Memory memory() {
        return memory;
    }

    Sources sources() {
        return sources;
    }

    /// Counts events of signals that the scheme does not have.
    Unread unread() {
        return unread;
    }

    /// A way in for one more thread; it is done before [#finish].
    Intake openIntake() {
        synchronized (intakes) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
            var intake = new Intake(this, people, pages);
            intakes.add(intake);
            return intake;
        }
    }

    /// Gives a way in back, for another thread to go on with.
    void close(Intake intake) {
        synchronized (intakes) {
            idle.push(intake);
        }
    }

    /// Resolves names, folds and reads out. `conflictingRows` is told the row of every copy that is
    /// set aside, in no order, one call at a time.
    public Outcome finish(LongConsumer conflictingRows) {
        var byPerson = new ArrayList<Records>();
        var byName = new ArrayList<Records>();
        for (Intake intake : intakes) {
            byPerson.add(intake.byPerson());
            byName.add(intake.byName());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            all(pool, intakes.stream().map(Scoring::flushing).toList());
            var rows = new Rows(conflictingRows);
            long duplicates = 0;
            for (Resolver resolver : resolve(pool, byName, byPerson, rows)) {
                duplicates += resolver.duplicates();
            }
            return fold(pool, byPerson, duplicates, rows.count);
        }
    }

    /// Gives the memory of a run back that came to nothing; else the scores hold it.
    @Override
    public void close() {
        memory.close();
    }

    private static Callable<Intake> flushing(Intake intake) {
        return () -> {
            intake.flush();
            return intake;
        };
    }

    /// Tells the consumer of one row at a time.
    private static final class Rows implements LongConsumer {
        private final LongConsumer consumer;
        private long count;

        Rows(LongConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public synchronized void accept(long row) {
            count++;
            consumer.accept(row);
        }
    }

    private List<Resolver> resolve(
            ExecutorService pool,
            List<Records> byName,
            List<Records> byPerson,
            LongConsumer conflictingRows) {
        var next = new AtomicInteger();
        List<Callable<Resolver>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            var survivors = new Records(pages, shape.words());
            byPerson.add(survivors);
            var resolver = new Resolver(plan, shape, survivors, conflictingRows);
            tasks.add(
                    () -> {
                        for (int i = next.getAndIncrement();
                                i < People.SHARDS;
                                i = next.getAndIncrement()) {
                            resolver.resolve(byName, i);
                        }
                        return resolver;
                    });
        }
        return all(pool, tasks);
    }

    private Outcome fold(
            ExecutorService pool, List<Records> byPerson, long duplicates, long conflicting) {
        int characteristics = plan.scheme().characteristics().size();
        var rows = new ScoreRows(memory, pages, characteristics);
        var present = new int[People.SHARDS][];
        var next = new AtomicInteger();
        Instant asOf = asOf();
        var calendar = new Calendar(plan.scheme().header().zone());
        int asOfDay = asOf == null ? 0 : calendar.day(asOf);
        Closed closed = null;
        if (plan.needsCloses()) {
            var host = new CloseHost(plan, shape, people, sources, byPerson, threads);
            closed = host.close(asOfDay, tasks -> all(pool, tasks));
        }
        List<Callable<Folder>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            var folder = new Folder(plan, shape, people, sources, asOfDay, closed);
            tasks.add(
                    () -> {
                        for (int i = next.getAndIncrement();
                                i < People.SHARDS;
                                i = next.getAndIncrement()) {
                            present[i] = folder.fold(byPerson, i, rows);
                        }
                        return folder;
                    });
        }
        var bandCounts = new long[plan.scheme().bands().size()];
        for (Folder folder : all(pool, tasks)) {
            for (int band = 0; band < bandCounts.length; band++) {
                bandCounts[band] += folder.bandCounts()[band];
            }
        }
        int[] order =
                PersonOrder.sorted(people, all(present), threads, sorting -> all(pool, sorting));
        var table = new ScoreTable(memory, people, rows, order);
        return new Outcome(
                table,
                duplicates,
                conflicting,
                Arrays.stream(bandCounts).boxed().toList(),
                asOf,
                unread.bySignal());
    }

    /// The instant of the question, once all is read.
    private @Nullable Instant asOf() {
        if (!moment.isNewest()) {
            return moment.asOf();
        }
        long newest = newest(Intake::newestMicros);
        if (newest == Long.MIN_VALUE) {
            newest = newest(Intake::newestUnreadMicros);
        }
        return newest == Long.MIN_VALUE ? null : Instant.EPOCH.plus(newest, ChronoUnit.MICROS);
    }

    private long newest(ToLongFunction<Intake> time) {
        return intakes.stream().mapToLong(time).max().orElse(Long.MIN_VALUE);
    }

    private static int[] all(int[][] codes) {
        int size = 0;
        for (int[] some : codes) {
            size = Math.addExact(size, some.length);
        }
        var all = new int[size];
        int at = 0;
        for (int[] some : codes) {
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all;
    }

    private static <T> List<T> all(ExecutorService pool, List<Callable<T>> tasks) {
        var results = new ArrayList<T>();
        try {
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a worker failed", failure.getCause());
        }
    }
}
