package glasshouse.data;

import glasshouse.account.Calendar;
import glasshouse.account.Fingerprint;
import glasshouse.event.Event;
import glasshouse.rating.Range;
import glasshouse.rating.Ratings;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.Mapping;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ratings read from files: every admissible event of two parties is one, its value the rating.
///
/// `shares` tells for each rating where it falls from 0 to 1 by a digest of its content, so that a
/// part that is held out is the same in whatever order the file comes. People are numbered as they
/// come; `names` are not kept.
public record RatingFile(
        Ratings ratings,
        Range range,
        double[] shares,
        long read,
        long rejected,
        long withoutCounterparty) {
    /// The day after all ratings.
    public int dayAfter() {
        int last = 0;
        for (int i = 0; i < ratings.size(); i++) {
            last = Math.max(last, ratings.day(i));
        }
        return last + 1;
    }

    /// Reads files; the range is `declared`, or else from the least to the greatest rating found.
    /// Empty where there are no two ratings that differ.
    public static Optional<RatingFile> read(
            List<Path> files, @Nullable Mapping mapping, @Nullable Range declared)
            throws UnreadableException {
        AdmissibleEvents all = AdmissibleEvents.read(files, mapping);
        List<Event> events =
                all.events().stream().filter(event -> event.counterparty() != null).toList();
        Range range = declared == null ? found(events) : declared;
        if (range == null) {
            return Optional.empty();
        }
        Map<String, Integer> people = new HashMap<>();
        for (Event event : events) {
            number(people, event.person());
            number(people, String.valueOf(event.counterparty()));
        }
        var ratings = new Ratings.Builder(people.size());
        var shares = new double[events.size()];
        var calendar = new Calendar(ZoneOffset.UTC);
        for (int i = 0; i < shares.length; i++) {
            Event event = events.get(i);
            String other = String.valueOf(event.counterparty());
            ratings.add(
                    number(people, event.person()),
                    number(people, other),
                    range.scaled(event.valueMicro()),
                    calendar.day(event.happenedAt()));
            shares[i] = share(event, other);
        }
        long lone = (long) all.events().size() - events.size();
        return Optional.of(
                new RatingFile(ratings.build(), range, shares, all.read(), all.rejected(), lone));
    }

    private static int number(Map<String, Integer> people, String name) {
        return people.computeIfAbsent(name, _ -> people.size());
    }

    /// From the least to the greatest value; nothing where all are the same.
    public static @Nullable Range found(List<Event> events) {
        var values = events.stream().mapToLong(Event::valueMicro).summaryStatistics();
        return values.getMin() >= values.getMax()
                ? null
                : new Range(values.getMin(), values.getMax());
    }

    private static double share(Event event, String other) {
        String content =
                String.join(
                        "\n",
                        event.person(),
                        other,
                        Long.toString(event.valueMicro()),
                        event.happenedAt().toString(),
                        event.name().id());
        return (Fingerprint.of(content) >>> 11) * 0x1p-53;
    }
}
