package glasshouse.city.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// The files that pages load: style sheets, modules, pictures. All lie in one folder whose name is
/// the fingerprint of all of them, so that a module finds its neighbours by a relative path and a
/// browser may keep everything for ever.
public final class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    private final Map<String, File> files = new LinkedHashMap<>();
    private final String folder;

    private record File(String type, byte[] plain, byte[] packed) {}

    /// The resources of these names that lie in a folder of the class path.
    public Assets(String from, List<String> names) {
        MessageDigest digest = sha256();
        for (String name : names) {
            byte[] plain = read(from + "/" + name);
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(plain);
            String extension = name.substring(name.lastIndexOf('.') + 1);
            String type = TYPES.getOrDefault(extension, "application/octet-stream");
            files.put(name, new File(type, plain, pack(plain, Deflater.BEST_COMPRESSION)));
        }
        folder = "/assets/" + HexFormat.of().formatHex(digest.digest(), 0, 6) + "/";
    }

    /// The address of a file.
    public String address(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return folder + name;
    }

    /// What is at an address; `packs`: the browser takes gzip.
    Optional<Answer> find(String address, boolean packs) {
        if (!address.startsWith(folder)) {
            return Optional.empty();
        }
        File file = files.get(address.substring(folder.length()));
        if (file == null) {
            return Optional.empty();
        }
        Answer answer =
                new Answer(200, file.type(), packs ? file.packed() : file.plain(), Map.of());
        answer = answer.with("Cache-Control", FOREVER);
        return Optional.of(packs ? answer.with("Content-Encoding", "gzip") : answer);
    }

    /// Bytes in gzip's format.
    static byte[] pack(byte[] plain, int level) {
        var bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var zip =
                new GZIPOutputStream(bytes) {
                    {
                        def.setLevel(level);
                    }
                }) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes are packed in memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
