package glasshouse.account;

import glasshouse.event.Event;

/// One event as the fold sees it, seen from one of its two parties; a cursor that its owner fills
/// again for each event, so that folding allocates nothing.
public final class Occurrence {
    /// Index of the signal in the [Plan].
    public int signal;

    /// Whether the account is the counterparty's rather than the person's.
    public boolean asCounterparty;

    public long valueMicro;

    /// Whole days since 1970-01-01 in the scheme's time zone.
    public int day;

    /// Microseconds since that day began.
    public long microsOfDay;

    /// [Fingerprint]s of the source, of the other party and of the reference; 0 where there is
    /// none.
    public long source;

    public long otherParty;
    public long reference;

    /// Fills this in with an event as one of its parties sees it; false where the plan has no such
    /// signal.
    public boolean see(Plan plan, Calendar calendar, Event event, boolean asCounterparty) {
        int found = plan.signal(event.signal());
        if (found == Plan.UNKNOWN) {
            return false;
        }
        long micros = Calendar.micros(event.happenedAt());
        String other = asCounterparty ? event.person() : event.counterparty();
        String confirms = event.reference();
        signal = found;
        this.asCounterparty = asCounterparty;
        valueMicro = event.valueMicro();
        day = calendar.day(micros);
        microsOfDay = calendar.microsOfDay(micros);
        source = Fingerprint.of(event.name().source());
        otherParty = other == null ? 0 : Fingerprint.of(other);
        reference = confirms == null ? 0 : Fingerprint.of(confirms);
        return true;
    }
}
