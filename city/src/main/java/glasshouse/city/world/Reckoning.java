package glasshouse.city.world;

import glasshouse.account.Plan;
import glasshouse.event.Event;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import glasshouse.statement.Line;
import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A score explained: the exact statement of all events of a life, gathered by what they were.
/// Parts are in hundredths of a point and sum to the published score exactly.
///
/// The town reckons ratings and contacts for everybody at once, and accounts in a compact form;
/// what these make of the score beyond the person's own events is the part [Part#OTHERS], rounding
/// included.
public record Reckoning(
        long scoreCenti, List<Part> parts, List<Moved> moved, List<Event> events, Instant asOf) {
    private static final long CENTI = 10_000;
    private static final int RECENT = 10;

    /// What moved less is not told among the last: a tenth of a point.
    private static final long LEAST_MICRO = 100_000;

    /// A characteristic with its rows; `title` is empty for what is no characteristic's.
    public record Part(String title, long centi, List<Row> rows) {
        /// The name of what hangs on others.
        public static final String OTHERS = "others";

        /// The name of where everybody began.
        public static final String OPENING = "opening";

        public Part {
            rows = List.copyOf(rows);
        }
    }

    /// All events of one signal, or one limit, floor or ceiling.
    public record Row(String text, int times, long centi) {}

    /// One event of late: what it brought on its day, and brings now.
    public record Moved(LocalDate date, String text, long thenCenti, long nowCenti) {}

    public Reckoning {
        parts = List.copyOf(parts);
        moved = List.copyOf(moved);
        events = List.copyOf(events);
        if (parts.stream().mapToLong(Part::centi).sum() != scoreCenti) {
            throw new IllegalArgumentException("a reckoning adds up");
        }
    }

    /// Explains the score of somebody who is scored.
    public static Reckoning of(Scheme scheme, Life life) {
        Plan plan = Plan.of(scheme);
        List<Event> events = new Reported(scheme).events(life);
        Instant asOf =
                life.date().atTime(LocalTime.of(23, 59)).atZone(scheme.header().zone()).toInstant();
        Statement statement = new Statements(plan).of(Reported.name(life), events, asOf);
        long score = centi(Offer.micro(scheme.scale(), life.score()));
        var parts = new ArrayList<Part>();
        parts.add(new Part(Part.OPENING, centi(scheme.scale().initialMicro()), List.of()));
        for (Characteristic characteristic : scheme.characteristics()) {
            Part part = part(scheme, characteristic, statement.lines());
            if (!part.rows().isEmpty()) {
                parts.add(part);
            }
        }
        long known = parts.stream().mapToLong(Part::centi).sum();
        parts.add(new Part(Part.OTHERS, score - known, List.of()));
        return new Reckoning(score, parts, moved(scheme, statement.lines()), events, asOf);
    }

    private static Part part(Scheme scheme, Characteristic characteristic, List<Line> lines) {
        Map<String, Long> sums = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.characteristic().equals(characteristic.name()) && ownEvents(line)) {
                String text = text(scheme, line);
                sums.merge(text, line.pointsMicro(), Long::sum);
                times.merge(text, 1, Integer::sum);
            }
        }
        var rows = new ArrayList<Row>();
        sums.forEach(
                (text, micro) ->
                        rows.add(new Row(text, times.getOrDefault(text, 0), centi(micro))));
        rows.sort(Comparator.comparingLong((Row row) -> -Math.abs(row.centi())));
        long sum = rows.stream().mapToLong(Row::centi).sum();
        return new Part(characteristic.title(), sum, rows);
    }

    /// A limit is one row, whatever the period in which it cut.
    private static String text(Scheme scheme, Line line) {
        return switch (line.kind()) {
            case EVENT, PENDING -> title(scheme, line.signal());
            case LIMIT -> line.text().replaceFirst(", [0-9W-]+$", "");
            case OPENING, FLOOR, CEILING, ATTRIBUTE, RATING, CONTACTS, ROUNDING -> line.text();
        };
    }

    /// What others make of the score is a part of its own.
    private static boolean ownEvents(Line line) {
        return switch (line.kind()) {
            case EVENT, PENDING, LIMIT, FLOOR, CEILING, ATTRIBUTE -> true;
            case OPENING, RATING, CONTACTS, ROUNDING -> false;
        };
    }

    private static List<Moved> moved(Scheme scheme, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.kind() == Line.Kind.EVENT && line.happenedAt() != null)
                .filter(line -> Math.abs(line.thenMicro()) >= LEAST_MICRO)
                .sorted(
                        Comparator.comparing(Reckoning::at)
                                .reversed()
                                .thenComparingLong(line -> -Math.abs(line.thenMicro())))
                .limit(RECENT)
                .map(
                        line ->
                                new Moved(
                                        at(line).atZone(scheme.header().zone()).toLocalDate(),
                                        title(scheme, line.signal()),
                                        centi(line.thenMicro()),
                                        centi(line.pointsMicro())))
                .toList();
    }

    private static Instant at(Line line) {
        return Objects.requireNonNull(line.happenedAt());
    }

    private static String title(Scheme scheme, String signal) {
        return scheme.signals().stream()
                .filter(each -> each.name().equals(signal))
                .map(Signal::title)
                .findFirst()
                .orElse(signal);
    }

    private static long centi(long micro) {
        return Math.floorDiv(micro + CENTI / 2, CENTI);
    }
}
