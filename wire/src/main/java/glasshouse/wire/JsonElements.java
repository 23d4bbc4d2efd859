package glasshouse.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a JSON document into its events without reading it whole: the elements of a top-level
/// array, or the values that stand one after the other.
///
/// It only counts brackets outside of strings, so an element that is damaged inside but balanced
/// costs that element alone. A string ends at a line feed, which JSON forbids in it, and an element
/// with such a string at the next opening brace: a lost quote costs one element. A lost bracket
/// cannot be seen through: then the rest is one element without an end, `unfinished()`.
///
/// Elements beyond [Lines#MOST_BYTES] are `tooLong()`, only their beginning is kept.
final class JsonElements {
    private static final int CHUNK = 1 << 16;

    private final InputStream input;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int limit;
    private byte[] element = new byte[1 << 12];
    private int length;
    private long fullLength;
    private long line = 1;
    private long number;
    private boolean inArray;
    private boolean unfinished;
    private @Nullable IOException failure;

    JsonElements(InputStream input) {
        this.input = input;
    }

    byte[] bytes() {
        return element;
    }

    int length() {
        return length;
    }

    /// The line on which the element begins.
    long number() {
        return number;
    }

    boolean tooLong() {
        return fullLength > Lines.MOST_BYTES;
    }

    /// Whether the document ended within this element.
    boolean unfinished() {
        return unfinished;
    }

    /// Whether the document ended without closing its array.
    boolean openAtEnd() {
        return inArray;
    }

    @Nullable IOException failure() {
        return failure;
    }

    String record() {
        return new String(
                element, 0, Math.min(length, Rejection.MOST_RECORD_BYTES), StandardCharsets.UTF_8);
    }

    /// Moves to the next element; false at the end.
    boolean next() {
        length = 0;
        fullLength = 0;
        while (true) {
            int b = peek();
            if (b < 0) {
                return false;
            }
            if (isSpace(b) || b == ',' || b == 0x1E) {
                position++;
                line += b == '\n' ? 1 : 0;
            } else if (b == '[' && !inArray) {
                inArray = true;
                position++;
            } else if (b == ']' && inArray) {
                inArray = false;
                position++;
            } else {
                break;
            }
        }
        number = line;
        take();
        return true;
    }

    private void take() {
        int depth = 0;
        boolean inString = false;
        boolean escaped = false;
        boolean damaged = false;
        while (true) {
            int b = peek();
            if (b < 0) {
                unfinished = depth > 0 || inString;
                return;
            }
            boolean next = damaged && !inString && b == '{';
            if (next || (depth == 0 && !inString && fullLength > 0 && endsScalar(b))) {
                return;
            }
            position++;
            keep((byte) b);
            if (b == '\n') {
                line++;
                damaged |= inString;
                inString = false;
                escaped = false;
            } else if (inString) {
                inString = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
                if (depth <= 0) {
                    return;
                }
            }
        }
    }

    private boolean endsScalar(int b) {
        return isSpace(b) || b == ',' || b == '{' || b == '[' || b == ']';
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private void keep(byte b) {
        fullLength++;
        if (length <= Lines.MOST_BYTES) {
            if (length == element.length) {
                element = Arrays.copyOf(element, length * 2);
            }
            element[length++] = b;
        }
    }

    private int peek() {
        if (position == limit && !fill()) {
            return -1;
        }
        return chunk[position] & 0xFF;
    }

    private boolean fill() {
        try {
            position = 0;
            limit = Math.max(input.read(chunk), 0);
        } catch (IOException broken) {
            failure = broken;
            limit = 0;
        }
        return limit > 0;
    }
}
