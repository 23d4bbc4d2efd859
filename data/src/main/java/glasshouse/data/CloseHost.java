package glasshouse.data;

import glasshouse.account.Plan;
import glasshouse.close.Closed;
import glasshouse.close.Closes;
import glasshouse.close.Encounters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Runs the closes of a scheme over the records of a run, before they are folded: people are their
/// codes.
final class CloseHost {
    private final Plan plan;
    private final Shape shape;
    private final People people;
    private final Sources sources;
    private final List<Records> byPerson;
    private final int threads;

    CloseHost(
            Plan plan,
            Shape shape,
            People people,
            Sources sources,
            List<Records> byPerson,
            int threads) {
        this.plan = plan;
        this.shape = shape;
        this.people = people;
        this.sources = sources;
        this.byPerson = byPerson;
        this.threads = threads;
    }

    /// What the last closes say as of a day; `run` carries tasks out and waits for all of them.
    Closed close(int day, Consumer<List<Callable<Folder>>> run) {
        var closes = new Closes(plan);
        int[] days = closes.days(day);
        var raw = new long[days.length][codes()];
        if (days.length > 0) {
            var next = new AtomicInteger();
            List<Callable<Folder>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                var folder = new Folder(plan, shape, people, sources, day, null);
                tasks.add(
                        () -> {
                            for (int i = next.getAndIncrement();
                                    i < People.SHARDS;
                                    i = next.getAndIncrement()) {
                                folder.readBefore(byPerson, i, days, raw);
                            }
                            return folder;
                        });
            }
            run.accept(tasks);
        }
        Map<String, Integer> trusted = trusted();
        return closes.of(
                encounters(),
                (person, at) -> raw[at][person],
                name -> trusted.getOrDefault(name, -1),
                day);
    }

    /// One more than the greatest code.
    private int codes() {
        int greatest = 0;
        for (int shard = 0; shard < People.SHARDS; shard++) {
            greatest = Math.max(greatest, people.dictionary(shard).size());
        }
        return People.code(greatest, 0);
    }

    private Encounters encounters() {
        var builder = new Encounters.Builder(codes());
        long bytes = shape.words() * (long) Long.BYTES;
        for (Records part : byPerson) {
            for (int shard = 0; shard < People.SHARDS; shard++) {
                int own = shard;
                part.forEachPage(
                        shard,
                        (from, to) -> {
                            for (long at = from; at < to; at += bytes) {
                                take(builder, at, own);
                            }
                        });
            }
        }
        return builder.build();
    }

    private void take(Encounters.Builder builder, long at, int shard) {
        long key = Memory.get(at);
        int signal = Shape.signal(key);
        if (Shape.asCounterparty(key) || signal == Shape.NO_SIGNAL || !plan.isClosed(signal)) {
            return;
        }
        int other = Shape.other(Memory.get(at + (long) shape.partiesWord() * Long.BYTES));
        if (other != Shape.NOBODY) {
            int person = People.code(Shape.person(key), shard);
            builder.add(person, other, signal, Memory.get(at + Long.BYTES), Shape.day(key));
        }
    }

    /// The codes of the people whom the scheme trusts beforehand.
    private Map<String, Integer> trusted() {
        Set<String> names = new HashSet<>();
        for (var characteristic : plan.scheme().characteristics()) {
            if (characteristic instanceof glasshouse.scheme.Characteristic.Rated rated) {
                names.addAll(rated.trusted());
            }
        }
        Map<String, Integer> codes = new HashMap<>();
        if (names.isEmpty()) {
            return codes;
        }
        for (int shard = 0; shard < People.SHARDS; shard++) {
            for (int local = 0; local < people.dictionary(shard).size(); local++) {
                String name = people.dictionary(shard).text(local);
                if (names.contains(name)) {
                    codes.put(name, People.code(local, shard));
                }
            }
        }
        return codes;
    }
}
