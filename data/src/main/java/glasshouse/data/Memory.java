package glasshouse.data;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The memory of a run outside the heap, by address: what the garbage collector need not move, and
/// what is not filled with zeros before it is written. For several threads at once; close it when
/// nobody looks at its addresses any more.
///
/// Never more in all than [#MOST_BYTES]: beyond, a run ends as one that fills the heap.
@SuppressWarnings("restricted")
final class Memory implements AutoCloseable {
    /// Three quarters of the machine's memory, or of what its container may have.
    static final long MOST_BYTES = machineBytes() / 4 * 3;

    /// A piece of at least [#LARGE_BYTES] begins at a multiple of this, the size of a large page.
    private static final long ALIGNMENT = 2 << 20;

    private static final long LARGE_BYTES = 8 << 20;

    /// Linux: use large pages here. A request that may fail.
    private static final int MADV_HUGEPAGE = 14;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle MALLOC =
            find("malloc", ValueLayout.ADDRESS, ValueLayout.JAVA_LONG).orElseThrow();
    private static final MethodHandle FREE = find("free", null, ValueLayout.ADDRESS).orElseThrow();
    private static final Optional<MethodHandle> ADVISE =
            System.getProperty("os.name", "").equals("Linux")
                    ? find(
                            "madvise",
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT)
                    : Optional.empty();

    /// What is to be freed, and its length, by the address that was handed out.
    private final Map<Long, Piece> pieces = new HashMap<>();

    private long heldBytes;

    private record Piece(long start, long bytes) {}

    /// An address where there are `bytes` bytes to be used, with anything in them.
    synchronized long take(long bytes) {
        boolean large = bytes >= LARGE_BYTES;
        long whole = large ? bytes + ALIGNMENT : bytes;
        if (heldBytes + whole > MOST_BYTES) {
            throw full(whole);
        }
        long start = allocate(whole);
        long address = large ? (start + ALIGNMENT - 1) & -ALIGNMENT : start;
        if (large) {
            ADVISE.ifPresent(
                    advise ->
                            Duck.call(
                                    advise,
                                    MemorySegment.ofAddress(address),
                                    bytes,
                                    MADV_HUGEPAGE));
        }
        heldBytes += whole;
        pieces.put(address, new Piece(start, whole));
        return address;
    }

    /// Takes back what [#take] gave.
    synchronized void give(long address) {
        Piece piece = pieces.remove(address);
        if (piece != null) {
            heldBytes -= piece.bytes();
            Duck.call(FREE, MemorySegment.ofAddress(piece.start()));
        }
    }

    /// Moves the first `used` bytes to a larger place and gives the old one back; 0: there is none.
    long grow(long address, long used, long bytes) {
        long larger = take(bytes);
        if (address != 0) {
            MemorySegment.copy(Duck.MEMORY, address, Duck.MEMORY, larger, used);
            give(address);
        }
        return larger;
    }

    static long get(long address) {
        return Duck.MEMORY.get(ValueLayout.JAVA_LONG, address);
    }

    static void set(long address, long value) {
        Duck.MEMORY.set(ValueLayout.JAVA_LONG, address, value);
    }

    @Override
    public synchronized void close() {
        for (Piece piece : pieces.values()) {
            Duck.call(FREE, MemorySegment.ofAddress(piece.start()));
        }
        pieces.clear();
        heldBytes = 0;
    }

    private static long allocate(long bytes) {
        long address = Duck.address(MALLOC, bytes).address();
        if (address == 0) {
            throw full(bytes);
        }
        return address;
    }

    private static OutOfMemoryError full(long bytes) {
        return new OutOfMemoryError(
                "no %,d bytes more outside the heap; at most %,d are used"
                        .formatted(bytes, MOST_BYTES));
    }

    private static long machineBytes() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    private static Optional<MethodHandle> find(
            String name, @Nullable MemoryLayout result, MemoryLayout... arguments) {
        var descriptor =
                result == null
                        ? FunctionDescriptor.ofVoid(arguments)
                        : FunctionDescriptor.of(result, arguments);
        return LINKER.defaultLookup()
                .find(name)
                .map(address -> LINKER.downcallHandle(address, descriptor));
    }
}
