package glasshouse.casebook;

import glasshouse.account.Calendar;
import glasshouse.data.AdmissibleEvents;
import glasshouse.data.RatingFile;
import glasshouse.data.SharedFile;
import glasshouse.detection.Reports;
import glasshouse.event.Event;
import glasshouse.rating.Range;
import glasshouse.rating.Ratings;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.Mapping;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What detectors look at, with all that a human needs to look, too: the events behind it.
///
/// Every admissible event of two parties with a value is a rating; every event is a report of its
/// source. People and sources are numbered in the order of the events, which is the same however
/// the files come.
public final class Casebook {
    private final AdmissibleEvents all;
    private final List<Event> rated = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> sources = new ArrayList<>();
    private final Map<String, Reports> reports = new TreeMap<>();
    private final Map<String, int[]> shared = new TreeMap<>();
    private final @Nullable Range range;
    private final Ratings ratings;

    private Casebook(AdmissibleEvents all, @Nullable Range declared) {
        this.all = all;
        Map<String, Integer> sourceNumbers = new HashMap<>();
        for (Event event : all.events()) {
            int person = number(numbers, people, event.person());
            String other = event.counterparty();
            if (other != null) {
                number(numbers, people, other);
                rated.add(event);
            }
            int source = number(sourceNumbers, sources, event.name().source());
            reports.computeIfAbsent(event.signal(), _ -> new Reports())
                    .add(source, person, event.valueMicro() / 1e6);
        }
        range = declared == null ? RatingFile.found(rated) : declared;
        ratings = ratings(range);
    }

    /// Reads files of events; the range of ratings is `declared`, or else from the least to the
    /// greatest found.
    public static Casebook read(List<Path> files, @Nullable Mapping mapping, @Nullable Range range)
            throws UnreadableException {
        return new Casebook(AdmissibleEvents.read(files, mapping), range);
    }

    private static int number(Map<String, Integer> numbers, List<String> names, String name) {
        Integer known = numbers.putIfAbsent(name, names.size());
        if (known == null) {
            names.add(name);
            return names.size() - 1;
        }
        return known;
    }

    private Ratings ratings(@Nullable Range within) {
        var builder = new Ratings.Builder(people.size());
        if (within == null) {
            return builder.build();
        }
        var calendar = new Calendar(ZoneOffset.UTC);
        for (Event event : rated) {
            builder.add(
                    numberOf(event.person()),
                    numberOf(String.valueOf(event.counterparty())),
                    within.scaled(event.valueMicro()),
                    calendar.day(event.happenedAt()));
        }
        return builder.build();
    }

    private int numberOf(String person) {
        return numbers.getOrDefault(person, -1);
    }

    /// Adds what people share; people without events are passed over.
    public void share(SharedFile file) {
        file.columns()
                .forEach(
                        (column, values) -> {
                            var attributes = new int[people.size()];
                            Arrays.fill(attributes, -1);
                            Map<String, Integer> known = new HashMap<>();
                            values.forEach(
                                    (person, value) -> {
                                        int number = numberOf(person);
                                        if (number >= 0) {
                                            attributes[number] =
                                                    known.computeIfAbsent(value, _ -> known.size());
                                        }
                                    });
                            shared.put(column, attributes);
                        });
    }

    /// The ratings; none where all are the same and no range is declared.
    public Ratings ratings() {
        return ratings;
    }

    /// From the least rating to the greatest; nothing where no two differ and none is declared.
    public @Nullable Range range() {
        return range;
    }

    /// Number of events of two parties.
    public int pairEvents() {
        return rated.size();
    }

    public AdmissibleEvents events() {
        return all;
    }

    public String person(int number) {
        return people.get(number);
    }

    public int people() {
        return people.size();
    }

    String source(int number) {
        return sources.get(number);
    }

    /// The event behind a rating.
    Event event(int rating) {
        return rated.get(rating);
    }

    Map<String, Reports> reports() {
        return reports;
    }

    Map<String, int[]> shared() {
        return shared;
    }
}
