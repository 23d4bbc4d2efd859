package glasshouse.scheme;

import java.util.List;

/// The points that one event brings, before fade and limits. Never beyond ±[#MOST_MICRO].
public sealed interface Award {
    /// The most that one event can bring or cost: ten million points.
    long MOST_MICRO = 10_000_000L * Micro.ONE;

    /// Points for an event with this value.
    long micro(long valueMicro);

    /// The same points for every event.
    record PerEvent(long pointsMicro) implements Award {
        @Override
        public long micro(long valueMicro) {
            return pointsMicro;
        }
    }

    /// Points for each unit of the event's value.
    record PerUnit(long pointsMicro) implements Award {
        @Override
        public long micro(long valueMicro) {
            return Micro.multiply(valueMicro, pointsMicro, MOST_MICRO);
        }
    }

    /// Points by a table on the value: the first row whose `belowMicro` exceeds it.
    record ByValue(List<Row> rows) implements Award {
        public ByValue {
            rows = List.copyOf(rows);
        }

        @Override
        public long micro(long valueMicro) {
            for (Row row : rows) {
                if (valueMicro < row.belowMicro()) {
                    return row.pointsMicro();
                }
            }
            return 0;
        }
    }

    /// One row of a table: values below `belowMicro` (and not below the row before); the last row
    /// of an open table has `Long.MAX_VALUE`.
    record Row(long belowMicro, long pointsMicro) {}
}
