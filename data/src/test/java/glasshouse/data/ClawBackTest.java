package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glasshouse.account.Plan;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.scheme.RatingMethod;
import glasshouse.score.Score;
import glasshouse.testkit.Property;
import glasshouse.wire.CloudEventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is taken back was never there: for whom it was about, for whoever rated after it, and for
/// their contacts; by every method, through files.
final class ClawBackTest {
    private static final List<RatingMethod> METHODS = List.of(RatingMethod.values());

    @TempDir private Path folder;

    private Path file(String name, List<? extends Entry> entries) {
        Path file = folder.resolve(name);
        try (var writer = new CloudEventWriter(Files.newOutputStream(file))) {
            for (Entry entry : entries) {
                writer.write(entry);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file;
    }

    private static Map<String, Score> score(Plan plan, Path... files) throws Exception {
        var scoring =
                new FileScoring(plan, Moment.asOf(Worlds.AS_OF), 2, null, _ -> {}, (_, _) -> {});
        return ScoringPropertiesTest.scores(plan, scoring.score(List.of(files)).scores());
    }

    private static List<Retraction> retractions(List<Event> events) {
        return events.stream().map(event -> new Retraction(event.name(), Worlds.AS_OF)).toList();
    }

    private static List<Event> where(List<Event> events, Predicate<Event> kept) {
        return events.stream().filter(kept).toList();
    }

    @Test
    void whatIsTakenBackWasNeverSeen() {
        Property.check(
                "a retraction in a file of its own leaves no trace in anybody",
                60,
                choices -> {
                    Plan plan = Plan.of(Worlds.rated(choices.oneOf(METHODS)));
                    List<Event> events = distinct(Worlds.entries(choices));
                    var gone = new ArrayList<Event>();
                    events.forEach(
                            event -> {
                                if (choices.bool()) {
                                    gone.add(event);
                                }
                            });
                    unseen(plan, events, gone);
                });
    }

    @Test
    void aRaterErasedOrUnmaskedWasNeverThere() {
        Property.check(
                "all that one person said, taken back, leaves no trace in anybody",
                60,
                choices -> {
                    Plan plan = Plan.of(Worlds.rated(choices.oneOf(METHODS)));
                    List<Event> events = distinct(Worlds.entries(choices));
                    String rater = choices.oneOf(Worlds.PERSONS);
                    unseen(plan, events, where(events, event -> event.person().equals(rater)));
                });
    }

    private void unseen(Plan plan, List<Event> events, List<Event> gone) {
        Path all = file("all.ndjson", events);
        Path back = file("back.ndjson", retractions(gone));
        Path left = file("left.ndjson", where(events, event -> !gone.contains(event)));
        try {
            Map<String, Score> never = score(plan, left);
            assertEquals(never, score(plan, all, back));
            assertEquals(never, score(plan, back, all), "the retraction may come first");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The events, each under a name of its own.
    private static List<Event> distinct(List<Entry> entries) {
        var events = new ArrayList<Event>();
        for (Entry entry : entries) {
            if (entry instanceof Event event) {
                events.add(named(event, events.size()));
            }
        }
        return events;
    }

    private static Event named(Event event, int number) {
        return new Event(
                new EventName(event.name().source(), "e" + number),
                event.person(),
                event.counterparty(),
                event.signal(),
                event.valueMicro(),
                event.happenedAt(),
                event.recordedAt(),
                event.reference());
    }

    /// Ann praises Bob, and Bob then rates Cem down: without Ann, Bob's voice weighs less.
    @Test
    void thirdPartiesFollow() throws Exception {
        Plan plan = Plan.of(Worlds.rated(RatingMethod.STANDING));
        List<Event> events =
                List.of(
                        rating("ann", "bob", 5, "2024-01-01", 0),
                        rating("bob", "cem", -5, "2024-03-01", 1),
                        rating("dee", "cem", 5, "2024-03-01", 2));
        Path all = file("all.ndjson", events);
        Map<String, Score> with = score(plan, all);
        Map<String, Score> without =
                score(plan, all, file("back.ndjson", retractions(events.subList(0, 1))));
        assertNotEquals(with.get("cem"), without.get("cem"));
        assertEquals(without, score(plan, file("left.ndjson", events.subList(1, 3))));
    }

    private static Event rating(String by, String of, long value, String day, int id) {
        Instant at = Instant.parse(day + "T12:00:00Z");
        return new Event(
                new EventName("club", "r" + id), by, of, "rated", value * 1_000_000, at, at, null);
    }
}
