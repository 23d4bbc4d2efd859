package glasshouse.close;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import java.time.Instant;
import java.util.Collection;

/// Everybody's admissible events until an instant, and the closes over them as of that instant.
public final class Everyone {
    private final EveryDay events;
    private final int day;

    private Everyone(Plan plan, Collection<Event> admissible, Instant asOf) {
        events = new EveryDay(plan, admissible, asOf);
        day = new Calendar(plan.scheme().header().zone()).day(asOf);
        events.to(day);
    }

    /// Closes over events that count, as of an instant.
    public static Everyone of(Plan plan, Collection<Event> admissible, Instant asOf) {
        return new Everyone(plan, admissible, asOf);
    }

    /// Gives the account of a person, just read on the day, its closed points.
    public void complete(Readout readout, String person) {
        events.complete(readout, person);
    }

    /// A person's points of a characteristic by the last close.
    public long partialMicro(int characteristic, String person) {
        return events.partialMicro(characteristic, person);
    }

    /// How a person's rating came about at the last close, one of the characteristics that only
    /// closes can tell.
    public Explanation explain(int characteristic, String person) {
        return events.explain(characteristic, person, day);
    }
}
