package glasshouse.data;

import java.util.List;

/// A column of a table of results: its name, and a value for each row.
///
/// Arrays are not copied, for they may be long: whoever hands one over lets go of it.
public sealed interface Column {
    String name();

    /// How many rows there are.
    int size();

    /// Texts; the empty text where a row has none.
    record Texts(String name, List<String> values) implements Column {
        @Override
        public int size() {
            return values.size();
        }
    }

    /// Whole numbers.
    record Wholes(String name, long[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }
    }

    /// Decimal numbers; NaN where a row has none.
    record Decimals(String name, double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }
    }
}
