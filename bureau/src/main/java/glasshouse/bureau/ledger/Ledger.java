package glasshouse.bureau.ledger;

import glasshouse.account.Plan;
import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.SteadyClock;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import glasshouse.bureau.meter.Meters;
import glasshouse.event.EventName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ledger: takes facts, records them, and answers once they are durable and in the accounts.
///
/// One thread writes. It takes all that waits, judges each fact, writes what is to be recorded in
/// one transaction by COPY, and folds it; while it waits for the disk the next group gathers. That
/// is group commit: the more wait, the less each pays. Since one thread gives out numbers, judges
/// and folds, entries have one order, which is that of the batches in the chain, and every account
/// is that of a prefix of the ledger.
///
/// A commit whose answer got lost is in doubt: the ledger takes nothing until the database has said
/// whether the batch is there.
public final class Ledger implements AutoCloseable {
    private static final int MOST_WAITING = 200_000;
    private static final int MOST_IN_GROUP = 20_000;
    private static final long IDLE_MILLIS = 250;
    private static final long LOOK_NANOS = 2_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Database database;
    private final Store store;
    private final Members members;
    private final SteadyClock clock;
    private final Meters meters;
    private final Collection<Erasure> erasures;
    private final Names names = new Names();
    private final Judge judge;
    private final Folding folding;
    private final Saving saving;
    private final Digests digests = new Digests();
    private final LinkedBlockingQueue<Submission> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread writer;
    private volatile boolean closing;
    private volatile long recordedThrough;
    private long batch;
    private long seq;
    private long person;
    private byte[] hash;
    private final Set<Long> stale = new HashSet<>();
    private @Nullable Group inDoubt;
    private byte[] inDoubtHash = Digests.FIRST;
    private boolean busyAtHome;
    private final AtomicReference<@Nullable Map<Integer, Plan>> wanted = new AtomicReference<>();
    private boolean shaken;
    private long looked = System.nanoTime();

    /// What the ledger tells the time by, and tells of itself.
    public record Watch(SteadyClock clock, Meters meters) {}

    /// Opens the ledger of a database and folds all that it holds into the accounts of `members`.
    public Ledger(
            Database database,
            Plan plan,
            Members members,
            Watch watch,
            Collection<Erasure> erasures)
            throws SQLException {
        this.members = members;
        clock = watch.clock();
        meters = watch.meters();
        this.erasures =
                Stream.concat(erasures.stream(), Stream.of((Erasure) SavedAccounts::erase))
                        .toList();
        this.database = database;
        store = new Store(database);
        judge = new Judge(members, names);
        folding = new Folding(plan, members, store);
        Store.End end = store.end();
        batch = end.batch();
        seq = end.seq();
        person = end.person();
        hash = end.hash();
        clock.passed(end.recordedAt());
        var accounts = new SavedAccounts(database, plan);
        saving = new Saving(accounts, plan, members, clock);
        long saved =
                new Restoring(members, names, folding, store, saving)
                        .restore(accounts, clock.instant(), seq);
        if (saved > 0) {
            Thread.ofVirtual().name("names").start(() -> readNames(saved));
        }
        recordedThrough = seq;
        writer = new Thread(this::write, "ledger");
        writer.setDaemon(true);
    }

    /// Reads the names recorded before the start. Where that fails, names go on to be looked up in
    /// the database.
    private void readNames(long through) {
        try {
            names.earlier(store.names(through));
        } catch (SQLException failure) {
            LOG.warn("names are looked up in the database until the next start");
        }
    }

    /// Begins to write.
    public void start() {
        writer.start();
    }

    /// Records facts; returns when those that were accepted are durable and counted.
    ///
    /// Throws [BusyException] where too much waits, [LedgerDown] where the database fails: whether
    /// the facts were recorded is then unknown, and submitting them again is safe.
    public Receipt submit(List<Fact> facts) {
        if (facts.isEmpty()) {
            return new Receipt(List.of(), clock.instant());
        }
        int now = waiting.addAndGet(facts.size());
        if (now > MOST_WAITING && now > facts.size()) {
            waiting.addAndGet(-facts.size());
            throw new BusyException();
        }
        var submission = new Submission(facts, new CompletableFuture<>());
        queue.add(submission);
        if (closing) {
            submission.reply().completeExceptionally(new LedgerDown(new SQLException("closing")));
        }
        try {
            return submission.reply().get();
        } catch (ExecutionException failure) {
            throw new LedgerDown(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerDown(interrupted);
        } finally {
            waiting.addAndGet(-facts.size());
        }
    }

    /// What the ledger holds about a member.
    public Dossier dossier(Member member) {
        try {
            return store.dossier(member, members);
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    /// Keeps accounts under these editions too, beside those under the plan it started with; the
    /// ledger's thread makes them by and by.
    public void keepBeside(Map<Integer, Plan> plans) {
        wanted.set(Map.copyOf(plans));
        nudge();
    }

    /// Lets the thread look after what is to be done without anything to record.
    private void nudge() {
        queue.add(new Submission(List.of(), new CompletableFuture<>()));
    }

    /// A database that fails here is tried again after the next group.
    private void foldBeside() {
        Map<Integer, Plan> plans = wanted.getAndSet(null);
        if (plans != null) {
            folding.beside().keep(plans);
        }
        try {
            if (folding.beside().some(clock.instant(), seq)) {
                nudge();
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("accounts under another edition wait for the database");
        }
    }

    /// The last entry recorded.
    public long through() {
        return recordedThrough;
    }

    /// Facts that were submitted and are not yet answered.
    public int waiting() {
        return waiting.get();
    }

    /// Whether what is submitted is still written; a thread that failed does not come back.
    public boolean isWriting() {
        return writer.isAlive() && !closing;
    }

    private void write() {
        var taken = new ArrayList<Submission>();
        try {
            while (!closing) {
                taken.clear();
                gather(taken);
                try {
                    settleDoubt();
                    record(taken);
                } catch (SQLException | RuntimeException failure) {
                    shaken = true;
                    taken.forEach(each -> each.reply().completeExceptionally(failure));
                }
                foldBeside();
                keepHouse(taken.isEmpty());
                look();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            var stopped = new SQLException("the bureau stops");
            taken.forEach(each -> each.reply().completeExceptionally(stopped));
            queue.forEach(each -> each.reply().completeExceptionally(stopped));
        }
    }

    /// Saves and settles a few accounts. A database that fails is tried again later.
    private void keepHouse(boolean idle) {
        try {
            busyAtHome = stale.isEmpty() && !shaken && saving.some(seq, idle);
        } catch (SQLException | RuntimeException failure) {
            busyAtHome = false;
        }
    }

    /// Takes what waits, nothing after a while: many submissions of events together, one that
    /// concerns a person alone.
    private void gather(List<Submission> taken) throws InterruptedException {
        Submission first = queue.poll(busyAtHome ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        taken.add(first);
        int facts = first.facts().size();
        boolean alone = first.isPersonal();
        while (!alone && facts < MOST_IN_GROUP) {
            Submission next = queue.peek();
            if (next == null || next.isPersonal()) {
                return;
            }
            Submission _ = queue.remove();
            taken.add(next);
            facts += next.facts().size();
        }
    }

    private void record(List<Submission> taken) throws SQLException {
        var group = new Group(batch + 1, seq + 1, clock.instant(), digests);
        Map<EventName, List<Row>> priors = priors(taken);
        List<List<Fate>> fates = new ArrayList<>();
        long nextPerson = person + 1;
        for (Submission each : taken) {
            var own = new ArrayList<Fate>(each.facts().size());
            for (Fact fact : each.facts()) {
                long number = nextPerson + group.enrolled().size();
                own.add(
                        fact instanceof Fact.Expired expired
                                ? expire(expired, group)
                                : judge.fate(fact, group, priors, number));
            }
            fates.add(own);
        }
        if (!group.rows().isEmpty()) {
            Set<Long> touched = partnersOfChanged(group);
            byte[] next = digests.chain(hash, group.batch(), group.recordedAt(), group.digests());
            long begun = System.nanoTime();
            try {
                store.write(group, next, erasures);
                meters.committed(group.rows().size(), System.nanoTime() - begun);
            } catch (SQLException failure) {
                inDoubt = group;
                inDoubtHash = next;
                group.contested().addAll(touched);
                throw failure;
            }
            group.contested().addAll(touched);
            apply(group, next);
        }
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        for (int i = 0; i < taken.size(); i++) {
            fates.get(i).forEach(fate -> counts.merge(fate, 1L, Long::sum));
            taken.get(i).reply().complete(new Receipt(fates.get(i), group.recordedAt()));
        }
        counts.forEach((fate, count) -> meters.judged(fate.word(), count));
    }

    private Fate expire(Fact.Expired fact, Group group) throws SQLException {
        Store.Due due = store.due(fact);
        if (due.entries().isEmpty()) {
            return Fate.DUPLICATE;
        }
        group.expire(fact, due);
        return Fate.ACCEPTED;
    }

    /// What the database holds under names that are not new.
    private Map<EventName, List<Row>> priors(List<Submission> taken) throws SQLException {
        Set<Long> known = new HashSet<>();
        for (Submission each : taken) {
            for (Fact fact : each.facts()) {
                long nameHash =
                        switch (fact) {
                            case Fact.Happened happened -> Row.hash(happened.event().name());
                            case Fact.TakenBack(EventName name) -> Row.hash(name);
                            case Fact.Upheld(EventName name) -> Row.hash(name);
                            case Fact.Enrolled _,
                                    Fact.Allowed _,
                                    Fact.Withdrawn _,
                                    Fact.Erased _,
                                    Fact.Expired _ ->
                                    0;
                        };
                if (nameHash != 0 && names.mayHold(nameHash)) {
                    known.add(nameHash);
                }
            }
        }
        return known.isEmpty() ? Map.of() : store.named(known);
    }

    /// Those who share events with somebody who withdraws or is erased.
    private Set<Long> partnersOfChanged(Group group) throws SQLException {
        Set<Long> partners = new HashSet<>();
        for (Group.Change change : group.changes()) {
            switch (change.fact()) {
                case Fact.Withdrawn _, Fact.Erased _ -> {
                    partners.add(change.member().number());
                    partners.addAll(store.partners(change.member().number()));
                }
                case Fact.Happened _,
                        Fact.TakenBack _,
                        Fact.Upheld _,
                        Fact.Enrolled _,
                        Fact.Allowed _,
                        Fact.Expired _ -> {}
            }
        }
        return partners;
    }

    /// Brings memory in step with a group that is durable.
    private void apply(Group group, byte[] groupHash) throws SQLException {
        batch = group.batch();
        seq = group.nextSeq() - 1;
        hash = groupHash;
        person += group.enrolled().size();
        folding.beside().begin(group.enrolled().values());
        group.enrolled().values().forEach(members::add);
        stale.addAll(group.contested());
        for (Group.Plain plain : group.plain()) {
            fold(plain, plain.person());
            if (plain.counterparty() != null) {
                fold(plain, plain.counterparty());
            }
        }
        for (Group.Change change : group.changes()) {
            change(change);
            saving.changed(change.member().number(), change.seq());
        }
        group.contested().forEach(number -> saving.changed(number, group.rows().getFirst().seq()));
        recordedThrough = seq;
        freshen();
    }

    /// An account that will be folded anew stays as it is until then: at no moment has it a part of
    /// a group in it.
    private void fold(Group.Plain plain, Member member) {
        if (!stale.contains(member.number())) {
            folding.add(plain.event(), member, plain.seq());
            saving.changed(member.number(), plain.seq());
        }
    }

    /// Folds anew the accounts that are behind; those that the database fails to give stay behind
    /// until it does, and nothing is recorded before.
    private void freshen() throws SQLException {
        for (long number : List.copyOf(stale)) {
            Member member = members.numbered(number);
            if (member != null) {
                folding.refold(member, clock.instant(), seq);
            }
            stale.remove(number);
        }
    }

    private void change(Group.Change change) {
        Member member = change.member();
        synchronized (member) {
            switch (change.fact()) {
                case Fact.Allowed(_, Consent consent) ->
                        allowed(member, consent).add(consent.name());
                case Fact.Withdrawn(_, Consent consent) ->
                        allowed(member, consent).remove(consent.name());
                case Fact.Erased _ -> members.remove(member);
                case Fact.Happened _,
                        Fact.TakenBack _,
                        Fact.Upheld _,
                        Fact.Enrolled _,
                        Fact.Expired _ -> {}
            }
            member.through(change.seq());
        }
    }

    private static Set<String> allowed(Member member, Consent consent) {
        return switch (consent.kind()) {
            case SOURCE -> member.sources();
            case SERVICE -> member.services();
        };
    }

    /// After a failure: makes sure that the database is still held, and finds out where the ledger
    /// ends. If neither where it did nor with the batch in doubt, another has written, and what is
    /// in memory is of no use.
    private void settleDoubt() throws SQLException {
        if (shaken) {
            database.keepHold();
            Store.End end = store.settledEnd();
            Group group = inDoubt;
            inDoubt = null;
            shaken = false;
            if (group != null && Arrays.equals(end.hash(), inDoubtHash)) {
                apply(group, inDoubtHash);
            } else if (!Arrays.equals(end.hash(), hash)) {
                LOG.error("another bureau has written to this database; this one stops writing");
                closing = true;
                throw new SQLException("another bureau has written");
            }
        }
        freshen();
    }

    /// Looks every other second whether the database is still held, and at once after a failure.
    private void look() {
        long now = System.nanoTime();
        if (now - looked > LOOK_NANOS) {
            looked = now;
            try {
                database.keepHold();
            } catch (SQLException lost) {
                shaken = true;
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        writer.interrupt();
        try {
            writer.join();
            if (stale.isEmpty() && !shaken) {
                saving.all(seq);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException failure) {
            LOG.warn("accounts could not be saved; the next start folds more of the ledger");
        }
    }
}
