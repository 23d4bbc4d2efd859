package glasshouse.data;

import glasshouse.data.EventTable.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A private in-memory DuckDB that runs one query and calls a handler back with its rows, chunk by
/// chunk, on several threads at once.
///
/// The handler is a scalar function in the query's filter that keeps no row. It is volatile, so
/// DuckDB calls it once for every row, and handles nulls itself.
final class DuckScan implements AutoCloseable {
    static final String FUNCTION = "glasshouse_take";
    private static final Map<Kind, Integer> TYPES =
            Map.of(
                    Kind.TEXT, Duck.VARCHAR,
                    Kind.MICROS, Duck.TIMESTAMP,
                    Kind.WHOLE, Duck.BIGINT,
                    Kind.FLOATING, Duck.DOUBLE);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment database = arena.allocate(ValueLayout.ADDRESS);
    private final MemorySegment connection = arena.allocate(ValueLayout.ADDRESS);

    /// Opens the database; `settings` are DuckDB's own.
    DuckScan(Map<String, String> settings) {
        MemorySegment config = arena.allocate(ValueLayout.ADDRESS);
        MemorySegment error = arena.allocate(ValueLayout.ADDRESS);
        Duck.status(Duck.CREATE_CONFIG, config);
        settings.forEach(
                (name, value) -> {
                    int status =
                            Duck.status(Duck.SET_CONFIG, pointer(config), text(name), text(value));
                    check(status, "DuckDB does not know the setting " + name);
                });
        int status = Duck.status(Duck.OPEN, MemorySegment.NULL, database, pointer(config), error);
        String message = status == Duck.OK ? "" : read(pointer(error));
        Duck.call(Duck.DESTROY_CONFIG, config);
        check(status, "DuckDB does not open: " + message);
        check(Duck.status(Duck.CONNECT, pointer(database), connection), "DuckDB does not connect");
    }

    /// Makes the handler known as [#FUNCTION] of these arguments.
    void register(List<Kind> arguments, Duck.ChunkHandler handler) {
        MemorySegment function = function(FUNCTION, arguments, handler);
        MemorySegment bool = Duck.address(Duck.CREATE_TYPE, Duck.BOOLEAN);
        withType(bool, type -> Duck.call(Duck.SET_RETURN_TYPE, function, type));
        Duck.call(Duck.SET_VOLATILE, function);
        Duck.call(Duck.SET_SPECIAL_HANDLING, function);
        register(function);
    }

    /// Makes a column that the handler fills in known as the function `name` of a row's number. It
    /// is called on several threads at once.
    void registerColumn(String name, Kind kind, Duck.ChunkHandler filler) {
        MemorySegment function = function(name, List.of(Kind.WHOLE), filler);
        withType(type(kind), type -> Duck.call(Duck.SET_RETURN_TYPE, function, type));
        register(function);
    }

    private MemorySegment function(String name, List<Kind> arguments, Duck.ChunkHandler handler) {
        MemorySegment function = Duck.address(Duck.CREATE_FUNCTION);
        Duck.call(Duck.SET_NAME, function, text(name));
        for (Kind kind : arguments) {
            withType(type(kind), type -> Duck.call(Duck.ADD_PARAMETER, function, type));
        }
        Duck.call(Duck.SET_FUNCTION, function, Duck.callback(handler, arena));
        return function;
    }

    private void register(MemorySegment function) {
        int status = Duck.status(Duck.REGISTER, pointer(connection), function);
        MemorySegment holder = arena.allocate(ValueLayout.ADDRESS);
        holder.set(ValueLayout.ADDRESS, 0, function);
        Duck.call(Duck.DESTROY_FUNCTION, holder);
        check(status, "DuckDB does not take the function");
    }

    private static MemorySegment type(Kind kind) {
        return kind == Kind.MICRO
                ? Duck.address(Duck.CREATE_DECIMAL, (byte) 18, (byte) 6)
                : Duck.address(Duck.CREATE_TYPE, TYPES.getOrDefault(kind, Duck.VARCHAR));
    }

    private void withType(MemorySegment type, Consumer<MemorySegment> use) {
        use.accept(type);
        MemorySegment holder = arena.allocate(ValueLayout.ADDRESS);
        holder.set(ValueLayout.ADDRESS, 0, type);
        Duck.call(Duck.DESTROY_TYPE, holder);
    }

    /// Runs a query to its end; throws with DuckDB's message where it fails.
    void run(String sql) throws DuckFailure {
        MemorySegment result = arena.allocate(Duck.RESULT_BYTES);
        int status = Duck.status(Duck.QUERY, pointer(connection), text(sql), result);
        String message = status == Duck.OK ? "" : read(Duck.address(Duck.RESULT_ERROR, result));
        Duck.call(Duck.DESTROY_RESULT, result);
        if (status != Duck.OK) {
            throw new DuckFailure(message);
        }
    }

    @Override
    public void close() {
        Duck.call(Duck.DISCONNECT, connection);
        Duck.call(Duck.CLOSE, database);
        arena.close();
    }

    /// What DuckDB says went wrong.
    static final class DuckFailure extends Exception {
        private static final long serialVersionUID = 1L;

        DuckFailure(String message) {
            super(message);
        }
    }

    private MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    private static MemorySegment pointer(MemorySegment holder) {
        return holder.get(ValueLayout.ADDRESS, 0);
    }

    private static String read(MemorySegment text) {
        return text.address() == 0 ? "" : Duck.MEMORY.getString(text.address());
    }

    private static void check(int status, String message) {
        if (status != Duck.OK) {
            throw new IllegalStateException(message);
        }
    }
}
