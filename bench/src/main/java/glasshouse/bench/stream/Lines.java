package glasshouse.bench.stream;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import glasshouse.wire.CloudEventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Made-up events of a scheme's signals in the order of time, as many a person a day as 700 million
/// people have at 100,000 events a second.
final class Lines {
    /// Events a person a day.
    static final double DAILY = 100_000.0 * 86_400 / 700e6;

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final double DAY_MILLIS = 86_400_000.0;

    private Lines() {}

    static List<Event> events(Scheme scheme, int events, int persons) {
        var random = new SplittableRandom(persons);
        double millis = DAY_MILLIS / DAILY / persons;
        var made = new ArrayList<Event>(events);
        for (int i = 0; i < events; i++) {
            Signal signal = scheme.signals().get(random.nextInt(scheme.signals().size()));
            long value = signal.unit().isEmpty() ? 0 : (1 + random.nextInt(20)) * Micro.ONE;
            Instant at = BEGIN.plusMillis((long) (millis * i));
            String person = "p" + random.nextInt(persons);
            var name = new EventName("bench", "e" + i);
            made.add(new Event(name, person, null, signal.name(), value, at, at, null));
        }
        return made;
    }

    /// Each event as the JSON of one message.
    static byte[][] json(List<Event> events) throws IOException {
        var lines = new byte[events.size()][];
        for (int i = 0; i < lines.length; i++) {
            var bytes = new ByteArrayOutputStream(256);
            try (var writer = new CloudEventWriter(bytes)) {
                writer.write(events.get(i));
            }
            lines[i] = bytes.toByteArray();
        }
        return lines;
    }
}
