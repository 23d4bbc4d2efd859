package glasshouse.data;

import glasshouse.event.EventName;
import glasshouse.wire.EventHandler;
import glasshouse.wire.EventReader;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.value.CountedOccurrences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads files of events of every kind, entry by entry: Parquet as well as what [EventReader]
/// reads.
///
/// For questions about one person; [FileScoring] scores everybody, ten times faster.
public final class EventFiles {
    private final List<Path> files;
    private final @Nullable Mapping mapping;

    public EventFiles(List<Path> files, @Nullable Mapping mapping) {
        this.files = List.copyOf(files);
        this.mapping = mapping;
    }

    /// What a reading may leave out: all but the events that name the person, and what else stands
    /// under these names. A file that cannot be searched is read whole.
    public record Selection(String person, Collection<EventName> names) {
        public Selection {
            names = List.copyOf(names);
        }

        private String condition(Collection<String> columns) {
            var conditions = new ArrayList<String>();
            conditions.add("person::VARCHAR = " + Sql.text(person));
            if (columns.contains("counterparty")) {
                conditions.add("counterparty::VARCHAR = " + Sql.text(person));
            }
            String ids =
                    names.stream()
                            .map(name -> Sql.text(name.id()))
                            .distinct()
                            .collect(Collectors.joining(", ", "(", ")"));
            for (String column : List.of("id", "reference")) {
                if (columns.contains(column) && !names.isEmpty()) {
                    conditions.add("%s::VARCHAR IN %s".formatted(column, ids));
                }
            }
            return String.join(" OR ", conditions);
        }
    }

    /// Reads all, or at least what is selected, in the order of the files; Parquet rows in no
    /// order.
    public void read(Optional<Selection> selection, EventHandler handler)
            throws UnreadableException {
        var occurrences = new CountedOccurrences();
        var reader = new EventReader(mapping, occurrences);
        for (Path file : files) {
            if (FileScoring.isParquet(file)) {
                String condition = condition(file, selection);
                new MappedParquet(file, mapping, occurrences, condition).read(handler);
            } else {
                reader.read(List.of(file), handler);
            }
        }
    }

    private String condition(Path file, Optional<Selection> selection) throws UnreadableException {
        if (mapping != null || selection.isEmpty()) {
            return "";
        }
        return selection.get().condition(MappedParquet.columns(file));
    }
}
