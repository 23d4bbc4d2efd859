package glasshouse.close;

import glasshouse.event.Event;
import glasshouse.rating.Leaving;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a person's rating came about at a close: the ratings that counted, those that wait for the
/// next close, and what it would be without some of them, to anybody's standing.
///
/// Built in one pass; the first question runs the method once, each further one goes on from there
/// ([Leaving]).
public final class Explanation {
    private final RatedClose close;
    private final RatedClose.Counted counted;
    private final int closeDay;
    private final Map<Event, Integer> indices = new HashMap<>();
    private final List<Event> ratings = new ArrayList<>();
    private final List<Event> waiting = new ArrayList<>();
    private @Nullable Leaving leaving;

    Explanation(
            RatedClose close, Encounters encounters, List<Event> met, int person, int closeDay) {
        this.close = close;
        this.closeDay = closeDay;
        counted = close.counted(encounters, closeDay);
        for (int i = 0; i < counted.rows().length; i++) {
            int row = counted.rows()[i];
            if (encounters.counterparty(row) == person) {
                indices.put(met.get(row), i);
                ratings.add(met.get(row));
            }
        }
        for (int row = 0; row < encounters.size(); row++) {
            boolean late = encounters.day(row) >= closeDay;
            if (late && encounters.counterparty(row) == person && close.reads(encounters, row)) {
                waiting.add(met.get(row));
            }
        }
    }

    /// The ratings that counted, in order.
    public List<Event> ratings() {
        return List.copyOf(ratings);
    }

    /// What came since the close, in order.
    public List<Event> waiting() {
        return List.copyOf(waiting);
    }

    /// Whether each answer of [#without] runs the method from the beginning.
    public boolean beginsAnew() {
        return close.beginsAnew();
    }

    /// What the rating would bring had some of those that counted never been given.
    public long without(Collection<Event> gone) {
        if (leaving == null) {
            leaving = close.leaving(counted, closeDay);
        }
        int[] out = gone.stream().mapToInt(event -> indices.getOrDefault(event, -1)).toArray();
        return close.points(leaving.without(out).goodness());
    }
}
