package glasshouse.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Splits a stream of bytes into lines of bounded length, in memory that does not grow with them.
///
/// After [#next] the line is `bytes()[start()..end())`, without its line feed and carriage return.
/// A line beyond [#MOST_BYTES] is `tooLong()`: only its beginning is kept, the rest is skipped. A
/// record that runs over several lines (a quoted cell) grows by [#extend] and, when that turns out
/// to be a mistake, goes back to its first line by [#shrink].
///
/// A stream that breaks (a truncated archive, a failing disk) ends the lines; `failure()` then says
/// so, and `cut()` tells that the last line lacks its end.
///
/// Cost: one copy of every byte; about 0.1 ns a byte.
final class Lines {
    /// The longest line or record: one mebibyte.
    static final int MOST_BYTES = 1 << 20;

    private static final int CHUNK = 1 << 16;

    private final InputStream input;
    private byte[] bytes = new byte[CHUNK];
    private int limit;
    private int position;
    private int start;
    private int end;
    private int firstEnd;
    private int firstPosition;
    private long lineCount;
    private long number;
    private boolean tooLong;
    private boolean cut;
    private boolean ended;
    private @Nullable IOException failure;

    Lines(InputStream input) {
        this.input = input;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /// The number of the record's first line, counted from 1.
    long number() {
        return number;
    }

    boolean tooLong() {
        return tooLong;
    }

    /// Whether the stream broke off within this line.
    boolean cut() {
        return cut;
    }

    @Nullable IOException failure() {
        return failure;
    }

    /// The line's beginning as text for a rejects file, whatever its bytes.
    String record() {
        int length = Math.min(end - start, Rejection.MOST_RECORD_BYTES);
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /// Moves to the next line; false at the end.
    boolean next() {
        start = position;
        number = lineCount + 1;
        tooLong = false;
        int newline = find();
        if (newline < 0 && limit == start) {
            return false;
        }
        if (newline < 0 && limit - start > MOST_BYTES) {
            skipRest();
        } else {
            take(newline);
        }
        firstEnd = end;
        firstPosition = position;
        return true;
    }

    /// Adds the next line to the record; false, and nothing changed, where there is none or the
    /// record would be too long.
    boolean extend() {
        int newline = find();
        if (newline < 0 && (limit == position || limit - start > MOST_BYTES)) {
            return false;
        }
        take(newline);
        return true;
    }

    /// Makes the record its first line again; the lines after it will come next.
    void shrink() {
        end = firstEnd;
        position = firstPosition;
        lineCount = number;
    }

    /// Finds the next line feed from `position`, reading on as needed and keeping everything from
    /// `start`; -1 where the stream ends or the record grows beyond the bound before one comes.
    private int find() {
        int from = position;
        while (true) {
            int at = Utf8.newline(bytes, from, limit);
            if (at < limit) {
                return at - start > MOST_BYTES ? -1 : at;
            }
            if (limit - start > MOST_BYTES) {
                return -1;
            }
            from = limit;
            int before = start;
            if (!fill()) {
                return -1;
            }
            from -= before - start;
        }
    }

    private void take(int newline) {
        cut = newline < 0 && failure != null;
        end = newline < 0 ? limit : newline;
        position = newline < 0 ? limit : newline + 1;
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        lineCount++;
    }

    /// Keeps the beginning of the line and drops the rest up to the line feed.
    private void skipRest() {
        tooLong = true;
        end = start + Rejection.MOST_RECORD_BYTES;
        position = end;
        while (true) {
            int newline = Utf8.newline(bytes, position, limit);
            if (newline < limit) {
                position = newline + 1;
                break;
            }
            position = end;
            limit = end;
            if (!fill()) {
                cut = failure != null;
                break;
            }
        }
        lineCount++;
    }

    /// Reads more bytes behind `limit`, after moving the record to the front when there is no room;
    /// false at the end of the stream.
    private boolean fill() {
        if (ended) {
            return false;
        }
        if (limit == bytes.length) {
            makeRoom();
        }
        try {
            int count = input.read(bytes, limit, bytes.length - limit);
            if (count > 0) {
                limit += count;
                return true;
            }
        } catch (IOException broken) {
            failure = broken;
        }
        ended = true;
        return false;
    }

    private void makeRoom() {
        int kept = limit - start;
        if (start > 0 && kept <= bytes.length / 2) {
            System.arraycopy(bytes, start, bytes, 0, kept);
        } else {
            int size = Math.min(bytes.length * 2, MOST_BYTES + 2 * CHUNK);
            byte[] larger = Arrays.copyOf(bytes, Math.max(size, kept + CHUNK));
            System.arraycopy(bytes, start, larger, 0, kept);
            bytes = larger;
        }
        position -= start;
        end -= start;
        firstEnd -= start;
        firstPosition -= start;
        limit = kept;
        start = 0;
    }
}
