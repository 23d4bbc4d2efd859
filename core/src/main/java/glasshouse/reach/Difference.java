package glasshouse.reach;

import glasshouse.event.EventName;
import glasshouse.statement.Line;
import glasshouse.statement.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two statements of one person at one instant, and every line in which they differ. The changes
/// sum to the difference of the scores exactly.
public record Difference(Statement before, Statement after, List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
        long sum = changes.stream().mapToLong(Change::pointsMicro).reduce(0, Math::addExact);
        if (sum != after.scoreMicro() - before.scoreMicro()) {
            throw new IllegalArgumentException("the changes add up to the change of the score");
        }
    }

    /// A line and its points under either; 0 where the other alone has it.
    public record Change(Line line, long beforeMicro, long afterMicro) {
        /// What the line changes the score by.
        public long pointsMicro() {
            return afterMicro - beforeMicro;
        }
    }

    private record Key(
            Line.Kind kind, String characteristic, @Nullable EventName event, String text) {
        static Key of(Line line) {
            // The attribute of a characteristic is one line, whichever bin applies, and so is an
            // event before and after its confirmation.
            Line.Kind kind = line.kind() == Line.Kind.PENDING ? Line.Kind.EVENT : line.kind();
            boolean oneLine = kind == Line.Kind.ATTRIBUTE || kind == Line.Kind.EVENT;
            String text = oneLine ? line.signal() : line.text();
            return new Key(kind, line.characteristic(), line.event(), text);
        }
    }

    /// Compares line by line, in the order of `after` and then of what only `before` has.
    public static Difference of(Statement before, Statement after) {
        Map<Key, Line> earlier = new LinkedHashMap<>();
        before.lines().forEach(line -> earlier.merge(Key.of(line), line, Difference::together));
        Map<Key, Line> later = new LinkedHashMap<>();
        after.lines().forEach(line -> later.merge(Key.of(line), line, Difference::together));
        var changes = new ArrayList<Change>();
        later.forEach(
                (key, line) -> {
                    Line old = earlier.remove(key);
                    if (old == null || old.pointsMicro() != line.pointsMicro()) {
                        long points = old == null ? 0 : old.pointsMicro();
                        changes.add(new Change(line, points, line.pointsMicro()));
                    }
                });
        earlier.values().forEach(line -> changes.add(new Change(line, line.pointsMicro(), 0)));
        return new Difference(before, after, changes);
    }

    /// Lines that say the same, as one.
    private static Line together(Line a, Line b) {
        return new Line(
                a.kind(),
                a.characteristic(),
                a.signal(),
                a.happenedAt(),
                a.event(),
                a.thenMicro() + b.thenMicro(),
                a.pointsMicro() + b.pointsMicro(),
                a.text());
    }
}
