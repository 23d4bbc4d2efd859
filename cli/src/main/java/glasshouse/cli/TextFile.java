package glasshouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small text that a command is given as a file: a scheme, a mapping, rules. A device has no end
/// and no size, so not more is read than such a text may have.
final class TextFile {
    private static final int MOST_BYTES = 4 << 20;

    private TextFile() {}

    /// The text; `what` names the file in a refusal, such as `The scheme lender.yaml`.
    static String read(String what, Path file) throws Refusal {
        if (Files.isDirectory(file)) {
            throw new Refusal(what + " is a folder; name a file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refusal(what + " is larger than 4 MiB; is it one?");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw new Refusal(what + " is not UTF-8 text.");
        } catch (IOException unreadable) {
            throw new Refusal(what + " cannot be read; check the path and its permissions.");
        }
    }
}
