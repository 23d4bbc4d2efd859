package glasshouse.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns bytes of another character set into UTF-8. What the character set cannot mean becomes a
/// byte that UTF-8 cannot have, so that the line is refused like any other that is damaged.
final class Transcoder extends InputStream {
    private static final int CHUNK = 1 << 13;
    private static final byte NEVER_UTF8 = (byte) 0xFF;

    private final InputStream source;
    private final CharsetDecoder decoder;
    private final ByteBuffer raw = ByteBuffer.allocate(CHUNK).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private boolean ended;

    Transcoder(InputStream source, Charset charset) {
        this.source = source;
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!ready.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decodeMore();
        }
        int count = Math.min(length, ready.remaining());
        ready.get(bytes, offset, count);
        return count;
    }

    private void decodeMore() throws IOException {
        raw.compact();
        int count = source.read(raw.array(), raw.position(), raw.remaining());
        raw.position(raw.position() + Math.max(count, 0)).flip();
        ended = count < 0;
        chars.clear();
        CoderResult result = decoder.decode(raw, chars, ended);
        boolean wrong = result.isError();
        if (wrong) {
            raw.position(raw.position() + result.length());
            ended = false;
            decoder.reset();
        } else if (result.isOverflow()) {
            ended = false;
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(chars.flip());
        ready = ByteBuffer.allocate(encoded.remaining() + 1).put(encoded);
        if (wrong) {
            ready.put(NEVER_UTF8);
        }
        ready.flip();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
