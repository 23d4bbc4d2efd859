package glasshouse.wire;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The UTF-8 bytes of a file: counted, decompressed by its extension, without a byte order mark.
///
/// It opens on the first read, so that a file that only claims to be compressed fails like one that
/// breaks later: by an `IOException` of `read`.
final class OpenedFile extends InputStream {
    private static final int CHUNK = 1 << 16;

    private final InputStream counted;
    private final String name;
    private final Charset charset;
    private @Nullable InputStream opened;

    OpenedFile(InputStream raw, String name, Charset charset, LongConsumer progress) {
        this.counted = new Counted(raw, progress);
        this.name = name.toLowerCase(Locale.ROOT);
        this.charset = charset;
    }

    @Override
    public int read() throws IOException {
        return stream().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return stream().read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        counted.close();
    }

    private InputStream stream() throws IOException {
        if (opened == null) {
            opened = open();
        }
        return opened;
    }

    private InputStream open() throws IOException {
        InputStream plain =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "gz" -> new GZIPInputStream(counted, CHUNK);
                    case "zst" -> new ZstdInputStream(counted);
                    default -> counted;
                };
        var buffered = new BufferedInputStream(plain, CHUNK);
        buffered.mark(4);
        byte[] mark = buffered.readNBytes(3);
        buffered.reset();
        if (startsWith(mark, 0xEF, 0xBB, 0xBF)) {
            buffered.skipNBytes(3);
            return buffered;
        }
        if (startsWith(mark, 0xFF, 0xFE)) {
            buffered.skipNBytes(2);
            return new Transcoder(buffered, StandardCharsets.UTF_16LE);
        }
        if (startsWith(mark, 0xFE, 0xFF)) {
            buffered.skipNBytes(2);
            return new Transcoder(buffered, StandardCharsets.UTF_16BE);
        }
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                ? buffered
                : new Transcoder(buffered, charset);
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /// Tells how many bytes have been read, about once a mebibyte.
    private static final class Counted extends InputStream {
        private static final long STEP = 1 << 20;

        private final InputStream source;
        private final LongConsumer progress;
        private long count;
        private long told;

        Counted(InputStream source, LongConsumer progress) {
            this.source = source;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int b = source.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = source.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public int available() throws IOException {
            return source.available();
        }

        private void count(int bytes) {
            count += bytes;
            if (count - told >= STEP) {
                told = count;
                progress.accept(count);
            }
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
