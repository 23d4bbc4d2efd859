package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.compact.Reporting;
import glasshouse.lab.population.Ties;
import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Needs;
import glasshouse.lab.service.Offer;
import glasshouse.lab.service.Offers;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.RatingMethod;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Terms.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A society that lives under a scheme, or under none.
///
/// A step takes every neighbourhood through the eight parts of [#policies], one after the other, in
/// the cache. A neighbourhood reads what others of its quarter showed at the last close and writes
/// its own people only; a quarter shows what is new when all of it is through. So quarters may be
/// taken in any order by any number of threads: the outcome has the same bits. Money, deeds and
/// luck are the same whatever the scheme, but for what the scheme changes.
public final class Society implements AutoCloseable {
    /// Every so many steps people are counted.
    private static final int WEEKS_PER_COUNT = 4;

    private final World world;
    private final People people;
    private final Ties ties;
    private final int[] quarter;
    private final Offers offers;
    private final Stakes stakes;
    private final Queues queues;
    private final Tally tally;
    private final @Nullable CompactAccounts accounts;
    private final @Nullable Underworld underworld;
    private final @Nullable Vouchers vouchers;
    private final byte[] bands;
    private final short[][] since;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Diary> diaries = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Map<Integer, Will> steered = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private @Nullable EventLog log;
    private Clerk clerk = Clerk.OBEDIENT;
    private int steps;

    /// One thread's neighbourhood and policies.
    private record Worker(Neighbourhood here, Tally tally, List<Policy> policies, Drafts drafts) {}

    public Society(World world, int threadCount) {
        this.world = world;
        ties = new Ties(world.population().ties(), world.seed(), world.people());
        quarter = ties.quarter();
        var reporting = Reporting.shipped();
        Optional<Scheme> scheme = world.scheme();
        bands = scheme.map(Society::bands).orElse(new byte[1]);
        people = new People(world.people(), bands.length);
        offers =
                scheme.map(s -> Offers.of(s, Needs.shipped(), world.without()))
                        .orElse(Offers.none());
        stakes = scheme.map(s -> Stakes.of(s, reporting)).orElse(Stakes.none());
        accounts =
                scheme.map(s -> CompactAccounts.of(s, reporting, world.stepDays(), world.people()))
                        .orElse(null);
        vouchers =
                scheme.isPresent() && world.population().campaign().on()
                        ? new Vouchers(world.population().campaign(), world.people())
                        : null;
        underworld =
                scheme.isPresent() && world.population().gaming().on()
                        ? Underworld.of(world, scheme.get(), this)
                        : null;
        since = scheme.map(this::since).orElse(new short[0][]);
        queues = new Queues(offers, world.people(), bands.length, step(0));
        tally = newTally();
        for (int i = 0; i < threadCount; i++) {
            Tally own = newTally();
            var drafts = new Drafts(quarter.length);
            workers.add(new Worker(new Neighbourhood(this, own), own, policies(), drafts));
        }
        threads = Executors.newFixedThreadPool(threadCount, Thread.ofPlatform().daemon().factory());
        found();
    }

    /// What happens in a step, in order. Each can be read alone.
    private List<Policy> policies() {
        Policy close =
                world.scheme().isPresent() && accounts != null
                        ? new Closing(this, world.scheme().get(), accounts)
                        : new Unscored(this);
        var policies = new ArrayList<Policy>();
        policies.add(new Earning(this));
        policies.add(new Paying(this));
        policies.add(new Conduct(this));
        var shopping = new Shopping(this);
        policies.add(shopping);
        if (vouchers != null) {
            policies.add(new Campaigning(this, vouchers, shopping));
        }
        policies.add(new Speaking(this));
        policies.add(new Meeting(this));
        policies.add(new Courting(this));
        if (underworld != null && accounts != null) {
            policies.addAll(underworld.policies(this, accounts, accounts.scheme()));
        }
        policies.add(new Steering(this));
        policies.add(new Asking(this));
        policies.add(close);
        return policies;
    }

    /// What belongs to gaming; null where nobody games.
    @Nullable Underworld underworld() {
        return underworld;
    }

    /// Accounts without what was bought; null where nobody games.
    @Nullable Restitution restitution() {
        return underworld == null || accounts == null
                ? null
                : new Restitution(this, underworld.dealings(), accounts, underworld.honest());
    }

    /// Lives through one step.
    public void step() {
        Step now = step(steps);
        forEachQuarter(
                (worker, leader) -> {
                    for (int which = 0; which < quarter.length; which++) {
                        int scene = leader ^ quarter[which];
                        if (scene < people.scenes()) {
                            live(worker, scene * Scene.SIZE, now);
                            worker.drafts().keep(which, worker.here());
                        }
                    }
                    for (int which = 0; which < quarter.length; which++) {
                        int scene = leader ^ quarter[which];
                        if (scene < people.scenes()) {
                            worker.drafts().show(which, scene * Scene.SIZE, people);
                        }
                    }
                });
        queues.close(tally);
        if (underworld != null) {
            underworld.close(now, counts(now));
        }
        if (vouchers != null) {
            vouchers.close(now);
        }
        steps++;
    }

    private void live(Worker worker, int first, Step now) {
        worker.here().open(first, now);
        for (Policy policy : worker.policies()) {
            policy.act(worker.here());
        }
        if (log != null && log.concerns(first)) {
            log.note(worker.here());
        }
        for (Diary diary : diaries) {
            if (diary.concerns(first)) {
                diary.note(worker.here());
            }
        }
        for (Witness witness : witnesses) {
            worker.here().show(witness);
        }
    }

    /// Keeps a diary of a person from now on.
    public Diary follow(int person) {
        var diary = new Diary(this, person);
        diaries.add(diary);
        return diary;
    }

    /// Keeps what is reported of the first people, step by step, from now on. Where nobody is
    /// scored nothing is reported.
    public EventLog listen(int firstPeople) {
        Scheme scheme = world.scheme().orElseThrow();
        var listening = new EventLog(scheme, firstPeople);
        workers.forEach(worker -> worker.here().scene.stars().keep());
        log = listening;
        return listening;
    }

    /// Lets a person act by a will of somebody else from now on. To be called between steps.
    public void steer(int person, Will will) {
        steered.put(person, will);
    }

    /// Those who are steered, and by what.
    Map<Integer, Will> steered() {
        return steered;
    }

    /// Gives a clerk the last word on what services answer, from now on. To be called between
    /// steps.
    public void employ(Clerk employed) {
        clerk = employed;
    }

    /// Who has the last word on what services answer.
    Clerk clerk() {
        return clerk;
    }

    /// Shows a witness every step from now on.
    public void show(Witness witness) {
        witnesses.add(witness);
    }

    /// Those whom a person is tied to now.
    public int[] contacts(int person) {
        return IntStream.range(0, ties.slots())
                .filter(slot -> (people.ties[person] >> slot & 1) != 0)
                .map(slot -> ties.contact(person, slot))
                .filter(contact -> contact != Ties.NOBODY)
                .toArray();
    }

    /// The index of anybody's group.
    int groupOf(int person) {
        int first = person / Scene.SIZE * Scene.SIZE;
        var scene = new Scene();
        scene.open(first, Math.min(Scene.SIZE, people.count() - first));
        var traits = new Traits(world.population(), world.seed());
        traits.of(scene);
        return traits.group[person - first];
    }

    private void found() {
        var founding = new Founding(this);
        int initial = initialScore();
        boolean members = world.scheme().isPresent() && compulsory(step(0));
        forEachQuarter(
                (worker, leader) -> {
                    for (int mask : quarter) {
                        int scene = leader ^ mask;
                        if (scene < people.scenes()) {
                            worker.here().open(scene * Scene.SIZE, step(0));
                            founding.settle(worker.here(), initial, members);
                        }
                    }
                });
        tally.clear();
    }

    /// The score of somebody of whom nothing is known, in published steps.
    int initialScore() {
        return world.scheme()
                .map(s -> s.scale().initialMicro() - s.scale().floorMicro())
                .map(
                        micro ->
                                Math.round(
                                        micro
                                                / (float)
                                                        world.scheme()
                                                                .get()
                                                                .scale()
                                                                .precisionMicro()))
                .orElse(0);
    }

    private interface Visit {
        void to(Worker worker, int leader);
    }

    /// Visits every quarter by the first of its scenes.
    private void forEachQuarter(Visit visit) {
        var next = new AtomicInteger();
        int scenes = people.scenes();
        var running = new ArrayList<Future<?>>();
        for (Worker worker : workers) {
            running.add(
                    threads.submit(
                            () -> {
                                int scene;
                                while ((scene = next.getAndIncrement()) < scenes) {
                                    if (leads(scene)) {
                                        visit.to(worker, scene);
                                    }
                                }
                            }));
        }
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted within a step", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a step failed", e.getCause());
            }
        }
        for (Worker worker : workers) {
            tally.take(worker.tally());
        }
    }

    private boolean leads(int scene) {
        for (int mask : quarter) {
            if ((scene ^ mask) < scene) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bands(Scheme scheme) {
        var bands = new byte[Offer.scores(scheme.scale())];
        for (int score = 0; score < bands.length; score++) {
            bands[score] = (byte) Offer.band(scheme, Offer.micro(scheme.scale(), score));
        }
        return bands;
    }

    private short[][] since(Scheme scheme) {
        return scheme.lists().stream()
                .map(list -> list.noticeDays() > 0 || list.expiresDays() > 0)
                .map(dated -> new short[dated ? world.people() : 0])
                .toArray(short[][]::new);
    }

    private Tally newTally() {
        int lists = world.scheme().map(s -> s.lists().size()).orElse(0);
        int names = world.scheme().map(s -> s.bands().size()).orElse(1);
        int parts = world.scheme().map(x -> x.characteristics().size()).orElse(0);
        return new Tally(names, offers.all().size(), lists, bands.length, parts);
    }

    /// Steps lived through so far.
    public int steps() {
        return steps;
    }

    public World world() {
        return world;
    }

    public People people() {
        return people;
    }

    public Ties ties() {
        return ties;
    }

    public Offers offers() {
        return offers;
    }

    /// What happened since it was last cleared.
    public Tally tally() {
        return tally;
    }

    /// Forgets what was tallied.
    public void clearTally() {
        tally.clear();
    }

    /// Whether people are counted at the end of a step.
    public boolean counts(Step step) {
        int every = WEEKS_PER_COUNT * 7 / world.stepDays();
        return step.index() % every == every - 1;
    }

    /// Whether everybody is scored, like it or not.
    boolean compulsory(Step step) {
        return world.compulsoryFrom().map(from -> !step.date().isBefore(from)).orElse(true);
    }

    /// Whether contacts know each other's scores.
    boolean published() {
        return world.scheme()
                .map(scheme -> scheme.terms().visibility())
                .map(seen -> seen.contains(Audience.CONTACTS) || seen.contains(Audience.PUBLIC))
                .orElse(false);
    }

    /// Whether a rating counts by its rater's own standing.
    boolean ratesByStanding() {
        return world.scheme()
                .flatMap(Wares::rated)
                .map(r -> r.method() == RatingMethod.STANDING)
                .orElse(false);
    }

    boolean contactsCount() {
        return world.scheme().stream()
                .flatMap(s -> s.characteristics().stream())
                .anyMatch(c -> c instanceof Characteristic.Contacts);
    }

    Stakes stakes() {
        return stakes;
    }

    Queues queues() {
        return queues;
    }

    /// How many different scores are published.
    int scores() {
        return bands.length;
    }

    /// The band of each published score.
    byte[] bands() {
        return bands;
    }

    short[][] since() {
        return since;
    }

    public Step step(int index) {
        return Step.of(index, world.stepDays(), world.start());
    }

    /// Bytes that a person takes: state, dated lists, account. What gaming keeps is left out.
    public double bytesPerPerson() {
        double bytes = accounts == null ? 0 : accounts.bytesPerPerson();
        for (short[] each : since) {
            bytes += each.length > 0 ? Short.BYTES : 0;
        }
        return bytes + people.bytesPerPerson();
    }

    /// Everything that the next step depends on, in a fixed order: arrays of primitives.
    public List<Object> columns() {
        var columns = new ArrayList<>(people.columns());
        columns.addAll(List.of((Object[]) since));
        columns.add(queues.least());
        columns.addAll(tally.columns());
        if (accounts != null) {
            columns.addAll(accounts.columns());
        }
        if (underworld != null) {
            columns.addAll(underworld.columns());
        }
        if (vouchers != null) {
            columns.add(vouchers.reach());
        }
        return columns;
    }

    /// Goes on after `done` steps, whose [#columns] were just read back.
    public void resume(int done) {
        steps = done;
    }

    /// The compact accounts; null where there is no scheme.
    public @Nullable CompactAccounts accounts() {
        return accounts;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
