package glasshouse.lab.study;

import glasshouse.lab.report.Block;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What a report says of how a model works: a text beside this class, in paragraphs.
final class Wording {
    private Wording() {}

    static List<Block> of(String kind) {
        try (InputStream in = Wording.class.getResourceAsStream(kind + ".txt")) {
            Objects.requireNonNull(in, () -> kind + ".txt is not in the jar");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n"))
                    .map(paragraph -> (Block) new Block.Prose(paragraph.replace('\n', ' ')))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
