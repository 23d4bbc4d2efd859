package glasshouse.cli;

import glasshouse.data.EventFiles.Selection;
import glasshouse.event.Admission;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.scheme.Scheme;
import glasshouse.wire.EventHandler;
import glasshouse.wire.Rejection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that the files say about one person's events: the events themselves, and whatever else
/// stands under the same names, in whatever file.
///
/// It takes two readings. The first finds the names of the events that name the person, and the
/// newest event of all; the second gathers every entry under those names, so that a conflict or a
/// retraction counts wherever it stands. Memory grows with the person's events only.
final class Dossier {
    private final Set<String> signals = new HashSet<>();
    private final String person;
    private final Instant knownAt;
    private final Set<EventName> names = new HashSet<>();
    private final Admission admission = new Admission();
    private final RefusedRecords refused = new RefusedRecords();
    private @Nullable Instant newest;
    private @Nullable Instant newestUnread;

    private Dossier(Scheme scheme, String person, Instant knownAt) {
        scheme.signals().forEach(signal -> signals.add(signal.name()));
        this.person = person;
        this.knownAt = knownAt;
    }

    /// Reads the sources twice; `needsNewest` unless nobody asks for [#newest].
    static Dossier read(
            Scheme scheme,
            EventSources sources,
            String person,
            Instant knownAt,
            boolean needsNewest)
            throws Refusal {
        var dossier = new Dossier(scheme, person, knownAt);
        Selection named = new Selection(person, List.of());
        sources.read(needsNewest ? Optional.empty() : Optional.of(named), dossier.new Names());
        if (!dossier.names.isEmpty()) {
            Selection gathered = new Selection(person, dossier.names);
            sources.read(Optional.of(gathered), dossier.new Entries());
        }
        return dossier;
    }

    /// Reads all events of everybody, for a scheme whose closes look at all people. Memory grows
    /// with the files.
    static Dossier readAll(Scheme scheme, EventSources sources, String person, Instant knownAt)
            throws Refusal {
        var dossier = new Dossier(scheme, person, knownAt);
        Names names = dossier.new Names();
        sources.read(
                Optional.empty(),
                new EventHandler() {
                    @Override
                    public void accepted(Entry entry) {
                        names.accepted(entry);
                        if (dossier.isKnown(entry)) {
                            dossier.admission.add(entry);
                        }
                    }

                    @Override
                    public void rejected(Rejection rejection) {
                        dossier.refused.take(rejection);
                    }
                });
        return dossier;
    }

    /// Whether any event names the person.
    boolean isEmpty() {
        return names.isEmpty();
    }

    /// What could not be read, and may have named the person.
    RefusedRecords refused() {
        return refused;
    }

    /// How many names of events stand for different contents, so that none of them counts.
    int conflicts() {
        return admission.conflicts().size();
    }

    /// When the newest event of all people happened that the scheme reads, or else the newest of
    /// all; null where there is none.
    @Nullable Instant newest() {
        return newest == null ? newestUnread : newest;
    }

    /// The events that count: the person's, or everybody's where all were read.
    List<Event> admissible() {
        return admission.admissible();
    }

    private static Instant later(@Nullable Instant newest, Instant other) {
        return newest == null || other.isAfter(newest) ? other : newest;
    }

    private boolean isKnown(Entry entry) {
        return !entry.recordedAt().isAfter(knownAt);
    }

    private final class Names implements EventHandler {
        @Override
        public void accepted(Entry entry) {
            if (!(entry instanceof Event event) || !isKnown(event)) {
                return;
            }
            if (signals.contains(event.signal())) {
                newest = later(newest, event.happenedAt());
            } else {
                newestUnread = later(newestUnread, event.happenedAt());
            }
            if (event.person().equals(person) || person.equals(event.counterparty())) {
                names.add(event.name());
            }
        }

        @Override
        public void rejected(Rejection rejection) {
            refused.take(rejection);
        }
    }

    private final class Entries implements EventHandler {
        @Override
        public void accepted(Entry entry) {
            if (isKnown(entry) && names.contains(entry.name())) {
                admission.add(entry);
            }
        }

        @Override
        public void rejected(Rejection rejection) {
            // As in the first reading.
        }
    }
}
