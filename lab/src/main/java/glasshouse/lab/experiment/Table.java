package glasshouse.lab.experiment;

import glasshouse.data.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A table of results, in columns, with its rows in canonical order: an order that follows from the
/// experiment alone, never from threads. It becomes `NAME.parquet` in the run's folder; the one
/// called `rows` is the experiment's own answer, which `lab show --format json` prints.
public record Table(String name, List<Column> columns) {
    /// The experiment's own table.
    public static final String ROWS = "rows";

    /// The table that all measures together make.
    public static final String MEASURES = "measures";

    public Table {
        columns = List.copyOf(columns);
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(name + " is no name of a table");
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the table " + name + " has no columns");
        }
        var names = new HashSet<String>();
        for (Column column : columns) {
            if (!names.add(column.name()) || column.size() != columns.getFirst().size()) {
                throw new IllegalArgumentException(
                        "the column " + column.name() + " does not fit the table " + name);
            }
        }
    }

    /// How many rows there are.
    public int size() {
        return columns.getFirst().size();
    }

    /// The column of a name.
    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /// A text of a row.
    public String text(String column, int row) {
        return ((Column.Texts) need(column)).values().get(row);
    }

    /// A number of a row, whole or not.
    public double number(String column, int row) {
        return switch (need(column)) {
            case Column.Wholes wholes -> (double) wholes.values()[row];
            case Column.Decimals decimals -> decimals.values()[row];
            case Column.Texts _ -> throw new IllegalArgumentException(column + " holds texts");
        };
    }

    private Column need(String wanted) {
        return column(wanted)
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + wanted));
    }

    /// The rows that hold these words: a column, a word, a column, a word.
    public int[] rows(String... words) {
        return IntStream.range(0, size()).filter(row -> holds(row, words)).toArray();
    }

    private boolean holds(int row, String... words) {
        for (int i = 0; i < words.length; i += 2) {
            if (!text(words[i], row).equals(words[i + 1])) {
                return false;
            }
        }
        return true;
    }

    /// The different words of a column, in the order in which they come.
    public List<String> words(String column) {
        return ((Column.Texts) need(column)).values().stream().distinct().toList();
    }

    /// The numbers of a column in these rows.
    public double[] numbers(String column, int... rows) {
        return IntStream.of(rows).mapToDouble(row -> number(column, row)).toArray();
    }

    /// A table to be filled row by row.
    public static Builder named(String name) {
        return new Builder(name);
    }

    /// Fills a table row by row; tables of millions of rows are made of columns at once instead.
    public static final class Builder {
        private enum Kind {
            TEXT,
            WHOLE,
            DECIMAL
        }

        private final String name;
        private final List<String> names = new ArrayList<>();
        private final List<Kind> kinds = new ArrayList<>();
        private final List<List<Object>> rows = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /// Adds columns of texts.
        public Builder texts(String... columns) {
            return columns(Kind.TEXT, columns);
        }

        /// Adds columns of whole numbers.
        public Builder wholes(String... columns) {
            return columns(Kind.WHOLE, columns);
        }

        /// Adds columns of decimals.
        public Builder decimals(String... columns) {
            return columns(Kind.DECIMAL, columns);
        }

        private Builder columns(Kind kind, String... columns) {
            for (String column : columns) {
                names.add(column);
                kinds.add(kind);
            }
            return this;
        }

        /// Adds a row: a `String`, `Integer`, `Long` or `Double` for each column.
        public Builder row(Object... cells) {
            if (cells.length != kinds.size()) {
                throw new IllegalArgumentException(
                        cells.length + " values for " + kinds.size() + " columns of " + name);
            }
            var row = new ArrayList<Object>(cells.length);
            for (int i = 0; i < cells.length; i++) {
                row.add(cell(i, cells[i]));
            }
            rows.add(row);
            return this;
        }

        private Object cell(int column, Object cell) {
            Object kept = cell instanceof Integer whole ? (Object) whole.longValue() : cell;
            boolean fits =
                    switch (kinds.get(column)) {
                        case TEXT -> kept instanceof String;
                        case WHOLE -> kept instanceof Long;
                        case DECIMAL -> kept instanceof Double;
                    };
            if (!fits) {
                throw new IllegalArgumentException(
                        kept + " is no value for the column " + names.get(column) + " of " + name);
            }
            return kept;
        }

        /// The table.
        public Table build() {
            var columns = new ArrayList<Column>();
            for (int i = 0; i < kinds.size(); i++) {
                int at = i;
                columns.add(
                        switch (kinds.get(i)) {
                            case TEXT ->
                                    new Column.Texts(
                                            names.get(i),
                                            rows.stream()
                                                    .map(row -> (String) row.get(at))
                                                    .toList());
                            case WHOLE ->
                                    new Column.Wholes(
                                            names.get(i),
                                            rows.stream()
                                                    .mapToLong(row -> (Long) row.get(at))
                                                    .toArray());
                            case DECIMAL ->
                                    new Column.Decimals(
                                            names.get(i),
                                            rows.stream()
                                                    .mapToDouble(row -> (Double) row.get(at))
                                                    .toArray());
                        });
            }
            return new Table(name, columns);
        }
    }
}
