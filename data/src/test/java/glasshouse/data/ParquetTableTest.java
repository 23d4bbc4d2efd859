package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.testkit.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetTableTest {
    @TempDir private Path folder;

    @Test
    void whatIsWrittenIsReadInOrderAndTwiceTheSameBytes() {
        var files = new AtomicInteger();
        Property.check(
                "a table comes back as it was",
                20,
                choices -> {
                    int rows = choices.intBetween(0, 5000);
                    var texts = new java.util.ArrayList<String>();
                    long[] wholes = new long[rows];
                    double[] decimals = new double[rows];
                    for (int i = 0; i < rows; i++) {
                        texts.add(i % 7 == 0 ? "" : "ä\t'\"" + i % 11);
                        wholes[i] = Long.MIN_VALUE + i;
                        decimals[i] = i % 5 == 0 ? Double.NaN : i / 3.0;
                    }
                    List<Column> columns =
                            List.of(
                                    new Column.Texts("a \"text\"", texts),
                                    new Column.Wholes("whole", wholes),
                                    new Column.Decimals("decimal", decimals));
                    roundTrip(columns, files.incrementAndGet());
                });
    }

    private void roundTrip(List<Column> columns, int number) {
        Path file = folder.resolve(number + "-a.parquet");
        Path again = folder.resolve(number + "-b.parquet");
        try {
            ParquetTable.write(columns, file);
            ParquetTable.write(columns, again);
            assertEquals(-1, Files.mismatch(file, again));
            List<Column> read = ParquetTable.read(file);
            assertEquals(columns.get(0), read.get(0));
            assertArrayEquals(wholes(columns), wholes(read));
            assertArrayEquals(decimals(columns), decimals(read));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long[] wholes(List<Column> columns) {
        return ((Column.Wholes) columns.get(1)).values();
    }

    private static double[] decimals(List<Column> columns) {
        return ((Column.Decimals) columns.get(2)).values();
    }
}
