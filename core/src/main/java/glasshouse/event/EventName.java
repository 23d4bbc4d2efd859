package glasshouse.event;

/// The name of an event: unique within its source.
public record EventName(String source, String id) implements Comparable<EventName> {
    public EventName {
        if (source.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("an event is named by a source and an id");
        }
    }

    @Override
    public int compareTo(EventName other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
