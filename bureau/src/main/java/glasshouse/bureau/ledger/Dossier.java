package glasshouse.bureau.ledger;

import glasshouse.bureau.member.Members;
import glasshouse.event.Admission;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that the ledger holds about one person, and whatever else stands under the same
/// names: enough to say which events counted at any instant, as was known at any point of the
/// ledger.
///
/// A retraction and an upheld dispute act back: the event never counted. A withdrawn consent acts
/// forward: what the source had reported counts until that instant and not after it.
public final class Dossier {
    private final String person;
    private final List<Recorded> entries;

    /// An entry, when it was recorded, which entry had its content destroyed (0: none), and the
    /// people in it by name (null: erased, or nobody).
    record Recorded(
            Row row,
            Instant recordedAt,
            long blankedBy,
            @Nullable String person,
            @Nullable String counterparty) {
        static Recorded of(Row row, Instant recordedAt, long blankedBy, Members members) {
            var one = members.numbered(row.person());
            var other = members.numbered(row.counterparty());
            return new Recorded(
                    row,
                    recordedAt,
                    blankedBy,
                    one == null ? null : one.name(),
                    other == null ? null : other.name());
        }

        /// Whether it is an event of which nothing was erased.
        boolean isEvent() {
            return row.kind() == Kind.HAPPENED
                    && row.hasName()
                    && person != null
                    && (row.counterparty() == Row.NOBODY) == (counterparty == null);
        }

        /// Whether its content was there when the entry `through` was the last, and is not now.
        boolean isLostSince(long through) {
            return row.seq() <= through
                    && row.kind() != Kind.EXPIRED
                    && (blankedBy > through
                            || (row.kind() == Kind.HAPPENED && !row.hasName() && blankedBy == 0));
        }

        Event event() {
            return row.event(String.valueOf(person), counterparty, recordedAt);
        }
    }

    /// A consent given or withdrawn.
    public record Consenting(Instant at, Consent consent, boolean given) {}

    Dossier(String person, List<Recorded> entries) {
        this.person = person;
        this.entries = List.copyOf(entries);
    }

    public String person() {
        return person;
    }

    /// The events of the person that count at an instant, as known after the entry `through`.
    public List<Event> admissible(Instant asOf, long through) {
        var admission = new Admission();
        Map<EventName, Row> rows = new HashMap<>();
        var withdrawals = new ArrayList<Recorded>();
        for (Recorded each : entries) {
            if (each.row().seq() > through) {
                continue;
            }
            if (each.isEvent()) {
                admission.add(each.event());
                rows.put(each.row().name(), each.row());
            } else if (each.row().kind().takesBack() && each.row().hasName()) {
                admission.add(new Retraction(each.row().name(), each.recordedAt()));
            } else if (each.row().kind() == Kind.SOURCE_WITHDRAWN
                    && !each.recordedAt().isAfter(asOf)) {
                withdrawals.add(each);
            }
        }
        return admission.admissible().stream()
                .filter(event -> concerns(event))
                .filter(event -> !isWithdrawn(rows.get(event.name()), withdrawals))
                .toList();
    }

    /// Whether everything that was known after the entry `through` still is; what was erased or
    /// expired since cannot be counted again.
    public boolean isWhole(long through) {
        return entries.stream().noneMatch(each -> each.isLostSince(through));
    }

    private boolean concerns(Event event) {
        return event.person().equals(person) || person.equals(event.counterparty());
    }

    private static boolean isWithdrawn(@Nullable Row event, List<Recorded> withdrawals) {
        for (Recorded each : withdrawals) {
            Row row = each.row();
            if (event != null
                    && row.seq() > event.seq()
                    && row.source() != null
                    && row.source().equals(event.source())
                    && (row.person() == event.person() || row.person() == event.counterparty())) {
                return true;
            }
        }
        return false;
    }

    /// The last entry recorded by an instant; 0 where there was none.
    public long through(Instant knownAt) {
        long last = 0;
        for (Recorded each : entries) {
            if (!each.recordedAt().isAfter(knownAt)) {
                last = Math.max(last, each.row().seq());
            }
        }
        return last;
    }

    /// Every event of the person that is not erased, in the order recorded, whether it counts.
    public List<Event> events() {
        return entries.stream()
                .filter(Recorded::isEvent)
                .map(Recorded::event)
                .filter(this::concerns)
                .toList();
    }

    /// An event as it was first reported, and by which entry.
    public record Report(Event event, long seq) {}

    /// The event of the person under a name; empty where there is none.
    public Optional<Report> report(EventName name) {
        return entries.stream()
                .filter(Recorded::isEvent)
                .filter(each -> each.row().name().equals(name))
                .map(each -> new Report(each.event(), each.row().seq()))
                .filter(each -> concerns(each.event()))
                .findFirst();
    }

    /// The names of events taken back, by their source or for a dispute.
    public List<EventName> takenBack() {
        return entries.stream()
                .filter(each -> each.row().kind().takesBack() && each.row().hasName())
                .map(each -> each.row().name())
                .toList();
    }

    /// The person's consents, in the order in which they were given and withdrawn.
    public List<Consenting> consents() {
        var consents = new ArrayList<Consenting>();
        for (Recorded each : entries) {
            Row row = each.row();
            if (!person.equals(each.person())) {
                continue;
            }
            String source = String.valueOf(row.source());
            String service = String.valueOf(row.id());
            switch (row.kind()) {
                case SOURCE_ALLOWED, SOURCE_WITHDRAWN ->
                        consents.add(
                                new Consenting(
                                        each.recordedAt(),
                                        new Consent(Consent.Kind.SOURCE, source),
                                        row.kind() == Kind.SOURCE_ALLOWED));
                case SERVICE_ALLOWED, SERVICE_WITHDRAWN ->
                        consents.add(
                                new Consenting(
                                        each.recordedAt(),
                                        new Consent(Consent.Kind.SERVICE, service),
                                        row.kind() == Kind.SERVICE_ALLOWED));
                case HAPPENED, TAKEN_BACK, UPHELD, ENROLLED, ERASED, EXPIRED -> {}
            }
        }
        return consents;
    }
}
