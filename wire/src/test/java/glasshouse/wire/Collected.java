package glasshouse.wire;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Keeps what a reader finds.
final class Collected implements EventHandler {
    final List<Entry> entries = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();

    @Override
    public void accepted(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    List<Event> events() {
        return entries.stream().map(Event.class::cast).toList();
    }

    SortedSet<String> ids() {
        var ids = new TreeSet<String>();
        for (Entry entry : entries) {
            ids.add(entry.name().source() + "/" + entry.name().id());
        }
        return ids;
    }

    /// Codes of the rejections with their lines: `3 GH-EVENT-007`.
    List<String> codes() {
        return rejections.stream().map(r -> r.line() + " " + r.code()).toList();
    }
}
