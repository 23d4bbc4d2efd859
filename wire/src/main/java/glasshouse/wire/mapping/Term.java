package glasshouse.wire.mapping;

import glasshouse.wire.value.Refused;

/// A compiled expression: from a row to what it comes to.
interface Term {
    Datum of(Row row) throws Refused;

    /// The text of a column.
    record Cell(int column, String name) implements Term {
        @Override
        public Datum of(Row row) {
            return new Datum.Text(row.text(column));
        }
    }

    /// The same for every row.
    record Constant(Datum datum) implements Term {
        @Override
        public Datum of(Row row) {
            return datum;
        }
    }
}
