package glasshouse.stream.command;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import glasshouse.wire.CloudEventWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/// Made-up events of a scheme's signals over a year, as lines of NDJSON in the order of their
/// recording. The same seed gives the same bytes.
///
/// Of a thousand lines about fifty were recorded up to twelve hours after they happened, ten come a
/// second time, two have another content under a name that was used, five retract, one is no event.
public final class Sample {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int PER_MILLE = 1000;
    private static final int REMEMBERED = 4096;

    private final List<Signal> signals;
    private final int persons;
    private final Instant from;
    private final SplittableRandom random;
    private final Event[] recent = new Event[REMEMBERED];

    public Sample(Scheme scheme, int persons, LocalDate from, long seed) {
        signals = scheme.signals();
        this.persons = persons;
        this.from = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        random = new SplittableRandom(seed);
    }

    /// Writes so many lines; the stream stays open.
    public void write(long lines, OutputStream stream) throws IOException {
        var lasting =
                new FilterOutputStream(stream) {
                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        out.write(bytes, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        flush();
                    }
                };
        for (long i = 0; i < lines; i++) {
            Instant recorded = from.plusMillis((long) ((double) YEAR.toMillis() * i / lines));
            int fate = random.nextInt(PER_MILLE);
            int known = random.nextInt(REMEMBERED);
            if (fate == 0) {
                lasting.write("{\"specversion\": \"1.0\"}\n".getBytes(StandardCharsets.UTF_8));
                continue;
            }
            Event event = event(i, recorded, fate > PER_MILLE - 50);
            Entry entry = i < REMEMBERED ? event : disturbed(fate, event, recent[known]);
            recent[(int) (i % REMEMBERED)] = event;
            try (var writer = new CloudEventWriter(lasting)) {
                writer.write(entry);
            }
        }
    }

    private static Entry disturbed(int fate, Event event, Event known) {
        if (fate <= 10) {
            return known;
        }
        if (fate <= 12) {
            return new Event(
                    known.name(),
                    known.person(),
                    null,
                    known.signal(),
                    known.valueMicro() + Micro.ONE,
                    known.happenedAt(),
                    event.recordedAt(),
                    null);
        }
        return fate <= 17 ? new Retraction(known.name(), event.recordedAt()) : event;
    }

    private Event event(long number, Instant recorded, boolean late) {
        Signal signal = signals.get(random.nextInt(signals.size()));
        long value = signal.unit().isEmpty() ? 0 : (1 + random.nextInt(20)) * Micro.ONE;
        long delay = late ? random.nextLong(Duration.ofHours(12).toMillis()) : 0;
        return new Event(
                new EventName("sample", "e" + number),
                "p" + random.nextInt(persons),
                null,
                signal.name(),
                value,
                recorded.minusMillis(delay),
                recorded,
                null);
    }
}
