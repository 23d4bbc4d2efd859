package glasshouse.wire.mapping;

/// One row of any table: a line of text, a row of a columnar file.
public interface Row {
    /// The text of a column, counted from 0; empty where the cell is.
    String text(int column);
}
