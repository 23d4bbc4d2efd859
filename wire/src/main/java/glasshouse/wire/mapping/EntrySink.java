package glasshouse.wire.mapping;

import glasshouse.event.Entry;
import glasshouse.wire.value.Refused;

/// Takes what one row stands for.
public interface EntrySink {
    void accepted(Entry entry);

    /// One event of the row could not be made; the others stand.
    void refused(Refused refusal);
}
