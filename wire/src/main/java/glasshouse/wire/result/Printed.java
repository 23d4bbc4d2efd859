package glasshouse.wire.result;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Line;
import glasshouse.statement.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement as a person reads it: grouped by characteristic, in hundredths of a point, so that
/// what is printed adds up to the score as well. What rounding to hundredths leaves is in the
/// printed line of the rounding; the exact decimals are in the JSON.
///
/// `scoreHundredths` is exact where the scheme publishes in steps of a hundredth or more; a finer
/// score is itself rounded for print.
public record Printed(
        Row opening, List<Section> sections, List<Row> closing, long scoreHundredths) {
    private static final long HUNDREDTH = Micro.ONE / 100;

    public Printed {
        sections = List.copyOf(sections);
        closing = List.copyOf(closing);
    }

    /// A characteristic, its lines, and what they come to.
    public record Section(String title, List<Row> rows, long hundredths) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /// A line; `date` and `thenHundredths` are null where it is no event.
    public record Row(
            Line.Kind kind,
            String text,
            @Nullable LocalDate date,
            @Nullable Long thenHundredths,
            long hundredths) {}

    /// The lines of a statement under its scheme.
    public static Printed of(Statement statement, Scheme scheme) {
        var sections = new ArrayList<Section>();
        long sum = 0;
        var opening = new ArrayList<Row>();
        var closing = new ArrayList<Row>();
        for (Line line : statement.lines()) {
            if (line.kind() == Line.Kind.OPENING) {
                opening.add(row(line, scheme));
            } else if (line.characteristic().isEmpty() && line.kind() != Line.Kind.ROUNDING) {
                closing.add(row(line, scheme));
            }
        }
        for (Characteristic characteristic : scheme.characteristics()) {
            List<Row> rows =
                    statement.lines().stream()
                            .filter(line -> line.characteristic().equals(characteristic.name()))
                            .map(line -> row(line, scheme))
                            .toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(characteristic.title(), rows, sum(rows)));
                sum += sum(rows);
            }
        }
        long score = hundredths(statement.scoreMicro());
        long left = score - sum - sum(opening) - sum(closing);
        if (left != 0) {
            closing.add(new Row(Line.Kind.ROUNDING, "Rounding", null, null, left));
        }
        return new Printed(opening.getFirst(), sections, closing, score);
    }

    private static Row row(Line line, Scheme scheme) {
        var at = line.happenedAt();
        return new Row(
                line.kind(),
                line.text(),
                at == null ? null : at.atZone(scheme.header().zone()).toLocalDate(),
                at == null ? null : hundredths(line.thenMicro()),
                hundredths(line.pointsMicro()));
    }

    private static long sum(List<Row> rows) {
        return rows.stream().mapToLong(Row::hundredths).sum();
    }

    /// A number of micro-points to the nearest hundredth (half up).
    public static long hundredths(long micro) {
        return Math.floorDiv(micro + HUNDREDTH / 2, HUNDREDTH);
    }

    /// Hundredths with their sign: `+4.00`, `−12.50`, `0.00`.
    public static String signed(long hundredths) {
        String sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : "";
        return sign + plain(Math.abs(hundredths));
    }

    /// Hundredths with two places.
    public static String plain(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
