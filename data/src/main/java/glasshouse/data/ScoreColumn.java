package glasshouse.data;

/// A column of scores in Parquet; none has nulls.
record ScoreColumn(String name, Kind kind) {
    private static final int INT64 = 2;
    private static final int BYTE_ARRAY = 6;
    private static final int REQUIRED = 0;
    private static final int UTF8 = 0;
    private static final int DECIMAL = 5;
    private static final int TIMESTAMP_MICROS = 10;

    enum Kind {
        TEXT,
        POINTS,
        TIME
    }

    /// The number of its type in Parquet.
    int type() {
        return kind == Kind.TEXT ? BYTE_ARRAY : INT64;
    }

    /// Its element of the schema.
    void describe(Thrift thrift) {
        thrift.open().i32(1, type()).i32(3, REQUIRED).text(4, name);
        switch (kind) {
            case TEXT -> thrift.i32(6, UTF8).struct(10).struct(1).end().end();
            case POINTS ->
                    thrift.i32(6, DECIMAL)
                            .i32(7, 6)
                            .i32(8, 18)
                            .struct(10)
                            .struct(5)
                            .i32(1, 6)
                            .i32(2, 18)
                            .end()
                            .end();
            case TIME ->
                    thrift.i32(6, TIMESTAMP_MICROS)
                            .struct(10)
                            .struct(8)
                            .bool(1, true)
                            .struct(2)
                            .struct(2)
                            .end()
                            .end()
                            .end()
                            .end();
        }
        thrift.end();
    }
}
