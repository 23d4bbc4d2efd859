package glasshouse.stream.name;

import glasshouse.event.Entry;
import glasshouse.event.Event;

/// What becomes of entries, as a [NameCase] decides it.
interface Verdicts {
    /// The event counts from now on, or `takenBack` no longer.
    void book(Event event, boolean takenBack);

    void setAside(Entry entry, Why why);

    /// The same content came again.
    void duplicate();
}
