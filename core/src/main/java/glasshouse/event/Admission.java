package glasshouse.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of many entries count, whatever their order.
///
/// A name with one content counts once. A name under which different contents came is a conflict:
/// none of them counts. A retracted name counts for nothing, whether the event or its retraction
/// came first.
public final class Admission {
    private static final class Case {
        private final List<Event> contents = new ArrayList<>(1);
        private int copies;
        private boolean retracted;
    }

    private final Map<EventName, Case> cases = new HashMap<>();

    /// Takes in one entry.
    public void add(Entry entry) {
        Case found = cases.computeIfAbsent(entry.name(), _ -> new Case());
        switch (entry) {
            case Retraction _ -> found.retracted = true;
            case Event event -> {
                found.copies++;
                if (found.contents.stream().noneMatch(event::sameContent)) {
                    found.contents.add(event);
                }
            }
        }
    }

    /// The events that count, in the order of [Event#IN_ORDER].
    public List<Event> admissible() {
        return cases.values().stream()
                .filter(found -> found.contents.size() == 1 && !found.retracted)
                .map(found -> found.contents.getFirst())
                .sorted(Event.IN_ORDER)
                .toList();
    }

    /// Names under which different contents came.
    public List<EventName> conflicts() {
        return cases.entrySet().stream()
                .filter(entry -> entry.getValue().contents.size() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Copies beyond the first of a name that has one content.
    public long duplicates() {
        return cases.values().stream()
                .filter(found -> found.contents.size() == 1)
                .mapToLong(found -> found.copies - 1)
                .sum();
    }

    /// Copies set aside because their name is in conflict.
    public long conflicting() {
        return cases.values().stream()
                .filter(found -> found.contents.size() > 1)
                .mapToLong(found -> found.copies)
                .sum();
    }
}
