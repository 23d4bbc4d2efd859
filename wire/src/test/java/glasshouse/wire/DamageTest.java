package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Whatever a file holds, a run goes on and every record is accounted for.
final class DamageTest {
    private static final String LINE = CloudEventsTest.minimal("\"data\":{}") + "\n";
    private static final String HEADER = "person,signal,value,happened_at\n";
    private static final String ROW = "p,t,1,2024-01-01T00:00:00Z\n";
    private static final List<String> FORMATS =
            List.of("e.ndjson", "e.json", "e.csv", "e.tsv", "e.ndjson.gz", "e.csv.zst");

    @Test
    void anyBytesAreReadToTheirEnd() {
        Property.check(
                "bytes never throw",
                1000,
                choices -> {
                    byte[] bytes = bytes(choices);
                    for (String format : FORMATS) {
                        String header = format.equals("e.csv") ? HEADER : "";
                        header = format.equals("e.tsv") ? HEADER.replace(',', '\t') : header;
                        Sources.read(format, concat(header.getBytes(UTF_8), bytes));
                    }
                });
    }

    private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

    /// Fragments that mean something to a parser, and any bytes between them.
    private static byte[] bytes(Choices choices) {
        var bytes = new ByteArrayOutputStream();
        List<String> fragments =
                List.of("\"", "{", "}", "[", "]", ",", "\n", "\r\n", "\\", LINE, ROW, "\t", ":");
        for (int piece : choices.listOf(0, 30, c -> c.intBetween(0, fragments.size() + 5))) {
            if (piece < fragments.size()) {
                bytes.writeBytes(fragments.get(piece).getBytes(UTF_8));
            } else {
                bytes.write(choices.intBetween(0, 255));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aChangedByteCostsAtMostItsOwnLine() {
        Property.check(
                "damage stays where it is",
                1000,
                choices -> {
                    byte[] bytes = LINE.repeat(5).getBytes(UTF_8);
                    int at = choices.intBetween(0, bytes.length - 1);
                    choices.assume(bytes[at] != '\n');
                    bytes[at] = (byte) choices.intBetween(0, 255);
                    Collected found = Sources.read("e.ndjson", bytes);
                    assertTrue(found.entries.size() >= 4);
                });
    }

    @Test
    void aLineOfAHundredMebibytesIsOneRejection() throws Exception {
        for (String[] file : new String[][] {{"e.ndjson", "", LINE}, {"e.csv", HEADER, ROW}}) {
            var found = new Collected();
            InputStream huge =
                    join(bytes(file[1] + file[2]), new Repeated(100L << 20), bytes("\n" + file[2]));
            new EventReader().read(huge, file[0], EventFormat.of(file[0]), found);
            assertEquals(2, found.entries.size(), file[0]);
            assertEquals(1, found.rejections.size());
            assertEquals("GH-EVENT-001", found.rejections.getFirst().code());
            assertEquals(
                    Rejection.MOST_RECORD_BYTES, found.rejections.getFirst().record().length());
        }
    }

    @Test
    void anElementOfAHundredMebibytesIsOneRejection() throws Exception {
        var found = new Collected();
        InputStream huge =
                join(
                        bytes("[" + LINE + ",{\"a\":\""),
                        new Repeated(100L << 20),
                        bytes("\"}," + LINE + "]"));
        new EventReader().read(huge, "e.json", EventFormat.JSON, found);
        assertEquals(2, found.entries.size());
        assertEquals(List.of("2 GH-EVENT-001"), found.codes());
    }

    @Test
    void linesAtTheBoundAreReadAndBeyondItSkipped() throws Exception {
        String start = LINE.strip().replace("\"p\"", "\"p\",\"x\":\"");
        int rest = Lines.MOST_BYTES - start.length() - 1;
        String line = start.replace("\"x\":\"", "\"x\":\"" + "y".repeat(rest) + "\"");
        assertEquals(Lines.MOST_BYTES, line.length());
        assertEquals(1, Sources.read("e.ndjson", line + "\n").entries.size());
        assertEquals(
                List.of("1 GH-EVENT-001"), Sources.read("e.ndjson", line + " \n" + LINE).codes());
    }

    @Test
    void anArchiveCutShortKeepsWhatCameBefore() throws Exception {
        String lines = numbered(2000);
        Collected whole = Sources.read("e.ndjson.gz", gzip(lines));
        assertEquals(2000, whole.entries.size());
        assertEquals(
                2000,
                Sources.read("e.ndjson.zst", Zstd.compress(lines.getBytes(UTF_8))).entries.size());
        for (byte[] archive : List.of(gzip(lines), Zstd.compress(lines.getBytes(UTF_8)))) {
            String name = archive[0] == 0x1F ? "e.ndjson.gz" : "e.ndjson.zst";
            Collected cut = Sources.read(name, Arrays.copyOf(archive, archive.length - 9));
            assertEquals(1, cut.rejections.size(), name);
            assertEquals("GH-EVENT-010", cut.rejections.getFirst().code());
            assertEquals(whole.entries.subList(0, cut.entries.size()), cut.entries);
        }
        Collected cut = Sources.read("e.ndjson.gz", Arrays.copyOf(gzip(lines), 3000));
        assertTrue(cut.entries.size() > 100);
    }

    @Test
    void whatOnlyClaimsToBeCompressedIsOneRejection() throws Exception {
        for (String name : List.of("e.ndjson.gz", "e.csv.zst", "e.json.gz")) {
            Collected found = Sources.read(name, LINE);
            assertEquals(
                    List.of("GH-EVENT-010"),
                    found.rejections.stream().map(Rejection::code).toList());
        }
    }

    @Test
    void aFileMayBeOfAnotherUnicodeForm() throws Exception {
        byte[] utf16 = ("\uFEFF" + LINE + LINE).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(2, Sources.read("e.ndjson", utf16).entries.size());
        String half = "\uFEFF" + LINE.replace("\"p\"", "\"\uD800\"") + LINE;
        Collected found = Sources.read("e.ndjson", littleEndian(half));
        assertEquals(List.of("1 GH-EVENT-002"), found.codes());
        assertEquals(1, found.entries.size());
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        byte[] line = LINE.replace("\"p\"", "\"\u00FC\"").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                List.of("1 GH-EVENT-002"),
                Sources.read("e.ndjson", concat(line, LINE.getBytes(UTF_8))).codes());
        byte[] row = ROW.replace("p", "\u00FC").getBytes(StandardCharsets.ISO_8859_1);
        Collected found = Sources.read("e.csv", concat(HEADER.getBytes(UTF_8), row));
        assertEquals(List.of("2 GH-EVENT-002"), found.codes());
    }

    /// UTF-16 as it stands, half characters included.
    private static byte[] littleEndian(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            bytes.write(text.charAt(i) & 0xFF);
            bytes.write(text.charAt(i) >> 8);
        }
        return bytes.toByteArray();
    }

    private static String numbered(int count) {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(LINE.replace("\"1\"", "\"" + i * 7919L % 1_000_003 + "\""));
        }
        return lines.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new GZIPOutputStream(bytes)) {
            archive.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream join(InputStream first, InputStream second, InputStream third) {
        return new SequenceInputStream(new SequenceInputStream(first, second), third);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// So many letters, held nowhere.
    private static final class Repeated extends InputStream {
        private long left;

        Repeated(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
