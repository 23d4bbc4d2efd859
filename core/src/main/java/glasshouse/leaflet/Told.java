package glasshouse.leaflet;

import glasshouse.leaflet.Leaflet.Row;
import glasshouse.leaflet.Leaflet.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of two sections has its own sentence already: rows by what they are about.
final class Told {
    private final Set<String> rows = new HashSet<>();

    void row(String what) {
        rows.add(what);
    }

    /// The sections without what is told; empty where the rest is the same.
    Optional<Pair<Section>> leaveOut(Section before, Section after) {
        Section old = without(before);
        Section now = without(after);
        return old.equals(now) ? Optional.empty() : Optional.of(new Pair<>(old, now));
    }

    private Section without(Section section) {
        List<Row> left =
                section.rows().stream()
                        .map(
                                row ->
                                        rows.contains(row.what())
                                                ? new Row(
                                                        row.what(),
                                                        "",
                                                        Leaflet.Tone.PLAIN,
                                                        row.notes())
                                                : row)
                        .toList();
        return new Section(section.title(), section.sentences(), left);
    }
}
