package glasshouse.stream.name;

import glasshouse.event.Event;

/// What an event means for the account of one of its two parties: it is added, or what was added is
/// taken back.
public record Booking(Event event, boolean asCounterparty, boolean takenBack) {
    public Booking {
        if (asCounterparty && event.counterparty() == null) {
            throw new IllegalArgumentException("a booking goes to a party of its event");
        }
    }

    /// Whose account it is.
    public String person() {
        String other = event.counterparty();
        return asCounterparty && other != null ? other : event.person();
    }
}
