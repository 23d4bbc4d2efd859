package glasshouse.data;

import glasshouse.event.Admission;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.wire.EventHandler;
import glasshouse.wire.Rejection;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The events of files that count, in the order of [Event#IN_ORDER], and how many records there
/// were; all in memory.
public record AdmissibleEvents(List<Event> events, long read, long rejected) {
    public AdmissibleEvents {
        events = List.copyOf(events);
    }

    /// Reads files.
    public static AdmissibleEvents read(List<Path> files, @Nullable Mapping mapping)
            throws UnreadableException {
        var counted = new Counted();
        new EventFiles(files, mapping).read(Optional.empty(), counted);
        return new AdmissibleEvents(counted.admission.admissible(), counted.read, counted.rejected);
    }

    private static final class Counted implements EventHandler {
        private final Admission admission = new Admission();
        private long read;
        private long rejected;

        @Override
        public void accepted(Entry entry) {
            read++;
            admission.add(entry);
        }

        @Override
        public void rejected(Rejection rejection) {
            read++;
            rejected++;
        }
    }
}
