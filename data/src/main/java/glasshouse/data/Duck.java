package glasshouse.data;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/// The part of DuckDB's C interface that a parallel scan needs, found in the very library that its
/// JDBC driver carries.
///
/// The driver hands rows to Java one value at a time on one thread. The C interface, which the same
/// library exports, calls a function back with whole columns on each of DuckDB's own threads, so
/// that rows are taken in where they are decoded. `docs/decisions` has the figures.
@SuppressWarnings("restricted")
final class Duck {
    static final int OK = 0;
    static final int BOOLEAN = 1;
    static final int BIGINT = 5;
    static final int DOUBLE = 11;
    static final int TIMESTAMP = 12;
    static final int VARCHAR = 17;

    /// All of the process's memory, for addresses that DuckDB hands out.
    static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /// What DuckDB is told when a handler failed; the cause is kept in Java.
    static final MemorySegment STOPPED = Arena.global().allocateFrom("stopped");

    /// Bytes of the struct `duckdb_result`.
    static final long RESULT_BYTES = 48;

    private static final AddressLayout P = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt I = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong L = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfByte B = ValueLayout.JAVA_BYTE;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = load();

    static final MethodHandle CREATE_CONFIG = find("duckdb_create_config", I, P);
    static final MethodHandle SET_CONFIG = find("duckdb_set_config", I, P, P, P);
    static final MethodHandle DESTROY_CONFIG = procedure("duckdb_destroy_config", P);
    static final MethodHandle OPEN = find("duckdb_open_ext", I, P, P, P, P);
    static final MethodHandle CLOSE = procedure("duckdb_close", P);
    static final MethodHandle FREE = procedure("duckdb_free", P);
    static final MethodHandle CONNECT = find("duckdb_connect", I, P, P);
    static final MethodHandle DISCONNECT = procedure("duckdb_disconnect", P);
    static final MethodHandle QUERY = find("duckdb_query", I, P, P, P);
    static final MethodHandle RESULT_ERROR = find("duckdb_result_error", P, P);
    static final MethodHandle DESTROY_RESULT = procedure("duckdb_destroy_result", P);
    static final MethodHandle CREATE_TYPE = find("duckdb_create_logical_type", P, I);
    static final MethodHandle CREATE_DECIMAL = find("duckdb_create_decimal_type", P, B, B);
    static final MethodHandle DESTROY_TYPE = procedure("duckdb_destroy_logical_type", P);
    static final MethodHandle CREATE_FUNCTION = find("duckdb_create_scalar_function", P);
    static final MethodHandle DESTROY_FUNCTION = procedure("duckdb_destroy_scalar_function", P);
    static final MethodHandle SET_NAME = procedure("duckdb_scalar_function_set_name", P, P);
    static final MethodHandle ADD_PARAMETER =
            procedure("duckdb_scalar_function_add_parameter", P, P);
    static final MethodHandle SET_RETURN_TYPE =
            procedure("duckdb_scalar_function_set_return_type", P, P);
    static final MethodHandle SET_VOLATILE = procedure("duckdb_scalar_function_set_volatile", P);
    static final MethodHandle SET_SPECIAL_HANDLING =
            procedure("duckdb_scalar_function_set_special_handling", P);
    static final MethodHandle SET_FUNCTION = procedure("duckdb_scalar_function_set_function", P, P);
    static final MethodHandle SET_ERROR = procedure("duckdb_scalar_function_set_error", P, P);
    static final MethodHandle REGISTER = find("duckdb_register_scalar_function", I, P, P);
    static final MethodHandle CHUNK_SIZE = find("duckdb_data_chunk_get_size", L, P);
    static final MethodHandle CHUNK_VECTOR = find("duckdb_data_chunk_get_vector", P, P, L);
    static final MethodHandle VECTOR_DATA = find("duckdb_vector_get_data", P, P);
    static final MethodHandle VECTOR_VALIDITY = find("duckdb_vector_get_validity", P, P);

    static final MethodHandle ASSIGN_TEXT =
            procedure("duckdb_vector_assign_string_element_len", P, L, P, L);

    private Duck() {}

    /// Takes a chunk of rows, and answers for each; called on any of DuckDB's threads.
    @FunctionalInterface
    interface ChunkHandler {
        void take(MemorySegment function, MemorySegment chunk, MemorySegment output);
    }

    /// The address under which DuckDB calls a handler, as long as the arena lives.
    static MemorySegment callback(ChunkHandler handler, Arena arena) {
        return stub(handler, ChunkHandler.class, "take", arena, P, P, P);
    }

    private static <T> MemorySegment stub(
            T handler, Class<T> kind, String method, Arena arena, MemoryLayout... arguments) {
        var parameters = new Class<?>[arguments.length];
        Arrays.fill(parameters, MemorySegment.class);
        try {
            MethodHandle target =
                    MethodHandles.lookup()
                            .findVirtual(
                                    kind, method, MethodType.methodType(void.class, parameters))
                            .bindTo(handler);
            return LINKER.upcallStub(target, FunctionDescriptor.ofVoid(arguments), arena);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int status(MethodHandle function, Object... arguments) {
        return (int) call(function, arguments);
    }

    static MemorySegment address(MethodHandle function, Object... arguments) {
        return (MemorySegment) call(function, arguments);
    }

    /// Calls a function that is not worth an exact call site.
    static Object call(MethodHandle function, Object... arguments) {
        try {
            Object result = function.invokeWithArguments(arguments);
            return result == null ? OK : result;
        } catch (Throwable failure) {
            throw failure(failure);
        }
    }

    /// Wraps what a method handle throws; a foreign function throws nothing of its own.
    static IllegalStateException failure(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a call of DuckDB failed", thrown);
    }

    private static MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                SYMBOLS.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle procedure(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                SYMBOLS.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
    }

    /// The driver's class loads the library into this class loader.
    private static SymbolLookup load() {
        try {
            Class.forName("org.duckdb.DuckDBNative");
            return SymbolLookup.loaderLookup();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("duckdb_jdbc is not on the class path", missing);
        }
    }
}
