package glasshouse.city.world;

import glasshouse.lab.population.Population;
import glasshouse.lab.population.PopulationFile;
import glasshouse.lab.study.Arm;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Terms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A city: one town or two of the same people with the same luck, under different rules, living in
/// step at a chosen pace while somebody watches.
///
/// One thread owns the towns. It takes orders from an inbox, lives as many days as are due, and
/// puts out a frame about ten times a second; everybody else sees frames only. A town that was
/// founded later lives through the days that it missed as fast as it can, for all to see.
public final class City implements AutoCloseable {
    /// Instead of a scheme's name: no scheme.
    public static final String NONE = "none";

    /// The day on which everybody begins: since 2020 the reported scheme is compulsory.
    public static final LocalDate START = LocalDate.of(2020, 1, 1);

    /// Days after which time stands still: ten years.
    static final int MOST_DAYS = 3_653;

    private static final long FRAME_NANOS = 100_000_000;
    private static final Duration LAST_STEP = Duration.ofSeconds(10);
    private static final long WATCH_NANOS = 20_000_000_000L;

    private final int people;
    private final long seed;
    private final Population population = PopulationFile.city();
    private final Homes homes;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final List<Town> towns = new ArrayList<>();
    private final Book book = new Book();
    private final Map<Integer, Steered> wills = new ConcurrentHashMap<>();
    private final Object news = new Object();
    private final Thread thread;
    private Frame frame;
    private Pace pace = Pace.MONTH;
    private int founding = 1;

    /// Days that every town is to have behind it before new ones are lived.
    private int target;

    private double due;
    private volatile long watchedNanos;
    private volatile boolean closed;

    /// Founds a city with one town under these rules.
    public City(int people, long seed, Optional<Scheme> rules) {
        this.people = people;
        this.seed = seed;
        homes = Homes.of(population, seed, people);
        towns.add(found(rules));
        frame = new Frame(1, founding, pace, views());
        thread = Thread.ofPlatform().daemon().name("city").unstarted(this::run);
        thread.start();
    }

    private Town found(Optional<Scheme> rules) {
        var town = new Town(arm(rules, population), people, seed, START, book);
        wills.forEach(town::steer);
        return town;
    }

    /// Everybody is scored or may choose, as the scheme itself says.
    static Arm arm(Optional<Scheme> rules, Population population) {
        Optional<LocalDate> compulsoryFrom =
                rules.map(Scheme::terms)
                        .flatMap(
                                terms ->
                                        terms.enrolment() == Terms.Enrolment.COMPULSORY
                                                ? Optional.ofNullable(terms.compulsoryFrom())
                                                : Optional.of(LocalDate.MAX));
        String name = rules.map(scheme -> scheme.header().name()).orElse(NONE);
        return new Arm(name, rules, Set.of(), compulsoryFrom, population);
    }

    /// How many live in each town.
    public int people() {
        return people;
    }

    /// Which people, and which luck.
    public long seed() {
        return seed;
    }

    public Homes homes() {
        return homes;
    }

    public Population population() {
        return population;
    }

    /// What is shown now.
    public Frame frame() {
        synchronized (news) {
            return frame;
        }
    }

    /// The first frame after that of a number, once there is one; the last one where none comes in
    /// time. Whoever asks watches.
    public Frame after(long number, Duration most) throws InterruptedException {
        watchedNanos = System.nanoTime();
        inbox.add(() -> {});
        long until = System.nanoTime() + most.toNanos();
        synchronized (news) {
            long left = until - System.nanoTime();
            while (frame.number() <= number && left > 0 && !closed) {
                TimeUnit.NANOSECONDS.timedWait(news, left);
                left = until - System.nanoTime();
            }
            return frame;
        }
    }

    /// How a person lives in each town, as of the days that these have behind them.
    public List<Life> lives(int person) throws InterruptedException {
        return ask(() -> towns.stream().map(town -> town.life(person)).toList());
    }

    /// The desk of a service in the first town that has desks; that at which most were lately
    /// refused where there is no service of that name.
    public Optional<Desk> desk(String service) throws InterruptedException {
        return ask(
                () ->
                        towns.stream()
                                .flatMap(town -> Desk.of(town, homes, book, service).stream())
                                .findFirst());
    }

    /// What the one thread finds, asked for by another.
    private <T> T ask(Supplier<T> question) throws InterruptedException {
        watchedNanos = System.nanoTime();
        var asked = new CompletableFuture<T>();
        inbox.add(
                () -> {
                    try {
                        asked.complete(question.get());
                    } catch (RuntimeException defect) {
                        asked.completeExceptionally(defect);
                    }
                });
        try {
            return asked.get();
        } catch (ExecutionException defect) {
            throw new IllegalStateException("the city could not tell", defect.getCause());
        }
    }

    /// Returns when all that was ordered so far is done.
    public void settle() throws InterruptedException {
        boolean _ = ask(() -> true);
    }

    /// Writes a clerk's word on somebody into the book of a service's desk: it holds from the next
    /// day on. False where no town has the service.
    public boolean decide(String service, int person, Book.Word word, Book.Ground ground)
            throws InterruptedException {
        return ask(
                () -> {
                    Optional<Outcome> byScheme =
                            towns.stream()
                                    .flatMap(town -> town.answer(person, service).stream())
                                    .findFirst();
                    byScheme.ifPresent(
                            outcome ->
                                    book.write(
                                            new Book.Entry(
                                                    person, service, days(), outcome, word,
                                                    ground)));
                    return byScheme.isPresent();
                });
    }

    /// Has a person live so in every town, from the next day on.
    public void steer(int person, Conduct conduct) {
        inbox.add(
                () -> {
                    Steered steered = wills.computeIfAbsent(person, _ -> new Steered());
                    steered.set(days(), conduct);
                    towns.forEach(town -> town.steer(person, steered));
                });
    }

    /// How a person has been told to live.
    public Conduct conduct(int person) {
        Steered steered = wills.get(person);
        return steered == null ? Conduct.OWN : steered.last();
    }

    /// Stands still, lives some days at once, and returns when they are over.
    public void live(int days) throws InterruptedException {
        watchedNanos = System.nanoTime();
        var lived = new CompletableFuture<Boolean>();
        inbox.add(
                () -> {
                    pace = Pace.PAUSE;
                    due = 0;
                    int until = Math.min(MOST_DAYS, days() + days);
                    for (Town town : towns) {
                        while (!closed && town.days() < until) {
                            town.live();
                        }
                    }
                    show();
                    lived.complete(true);
                });
        try {
            boolean _ = lived.get();
        } catch (ExecutionException defect) {
            throw new IllegalStateException("the days could not be lived", defect.getCause());
        }
    }

    /// Lives at another pace from now on.
    public void pace(Pace wanted) {
        inbox.add(
                () -> {
                    pace = wanted;
                    due = 0;
                    show();
                });
    }

    /// Lives one more day, and then stands still.
    public void nextDay() {
        inbox.add(
                () -> {
                    pace = Pace.PAUSE;
                    due = 1;
                });
    }

    /// Puts towns under these rules; a town that has them already goes on, the others begin anew
    /// and catch up.
    public void rules(List<Optional<Scheme>> wanted) {
        inbox.add(
                () -> {
                    int days = days();
                    var before = new ArrayList<>(towns);
                    towns.clear();
                    for (Optional<Scheme> rules : wanted) {
                        Optional<Town> same =
                                before.stream()
                                        .filter(town -> town.arm().scheme().equals(rules))
                                        .findFirst();
                        same.ifPresent(before::remove);
                        towns.add(same.orElseGet(() -> found(rules)));
                    }
                    before.forEach(Town::close);
                    founding++;
                    target = days;
                    show();
                });
    }

    /// Everybody begins again on the first day.
    public void again() {
        inbox.add(
                () -> {
                    var rules = towns.stream().map(town -> town.arm().scheme()).toList();
                    towns.forEach(Town::close);
                    towns.clear();
                    wills.clear();
                    book.forget();
                    rules.forEach(each -> towns.add(found(each)));
                    founding++;
                    target = 0;
                    due = 0;
                    show();
                });
    }

    private int days() {
        return Math.max(target, towns.stream().mapToInt(Town::days).max().orElse(0));
    }

    private void run() {
        long last = System.nanoTime();
        try {
            while (!closed) {
                boolean busy = watched() && (behind() || due >= 1 || pace != Pace.PAUSE);
                Runnable order =
                        inbox.poll(busy ? rest(last) : FRAME_NANOS * 10, TimeUnit.NANOSECONDS);
                while (order != null) {
                    order.run();
                    order = inbox.poll();
                }
                long now = System.nanoTime();
                if (now - last >= FRAME_NANOS) {
                    if (watched() && live((now - last) / 1e9)) {
                        show();
                    }
                    last = now;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until the next frame is due.
    private static long rest(long last) {
        return Math.clamp(last + FRAME_NANOS - System.nanoTime(), 0, FRAME_NANOS);
    }

    private boolean watched() {
        return System.nanoTime() - watchedNanos < WATCH_NANOS;
    }

    private boolean behind() {
        return towns.stream().anyMatch(town -> town.days() < days());
    }

    /// Lives the days that are due after some seconds, for at most the time between two frames;
    /// whether any was lived.
    private boolean live(double seconds) {
        long until = System.nanoTime() + FRAME_NANOS * 8 / 10;
        boolean lived = false;
        while (!closed && behind() && System.nanoTime() < until) {
            int days = days();
            towns.stream().filter(town -> town.days() < days).forEach(Town::live);
            lived = true;
        }
        if (behind()) {
            return lived;
        }
        // What the machine cannot do is not made up for later.
        due = Math.min(due + pace.daysPerSecond() * seconds, Math.max(1, pace.daysPerSecond()));
        while (!closed && due >= 1 && days() < MOST_DAYS && System.nanoTime() < until) {
            towns.forEach(Town::live);
            due--;
            lived = true;
        }
        if (days() >= MOST_DAYS && pace != Pace.PAUSE) {
            pace = Pace.PAUSE;
            lived = true;
        }
        return lived;
    }

    private List<Frame.View> views() {
        return towns.stream().map(town -> new Frame.View(town.arm(), town.snapshot())).toList();
    }

    private void show() {
        var next = views();
        synchronized (news) {
            frame = new Frame(frame.number() + 1, founding, pace, next);
            news.notifyAll();
        }
    }

    /// Stops when the day that is being lived is over; whoever waits for a frame gets the last one.
    @Override
    public void close() {
        closed = true;
        inbox.add(() -> {});
        synchronized (news) {
            news.notifyAll();
        }
        try {
            boolean _ = thread.join(LAST_STEP);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        towns.forEach(Town::close);
    }
}
