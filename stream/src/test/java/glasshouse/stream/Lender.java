package glasshouse.stream;

import glasshouse.compiler.Library;
import glasshouse.event.Entry;
import glasshouse.wire.EventHandler;
import glasshouse.wire.EventReader;
import glasshouse.wire.Rejection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The example of a small lender, which file scoring uses too.
final class Lender {
    private static final Path FOLDER = Path.of("..", "examples", "lender");

    private Lender() {}

    static SchemeTexts texts() {
        return gather(read(FOLDER.resolve("lender.yaml")));
    }

    static SchemeTexts gather(String text) {
        return switch (SchemeTexts.gather(new Library.Source("lender.yaml", text), Library.EMPTY)) {
            case SchemeTexts.Result.Ready(SchemeTexts texts) -> texts;
            case SchemeTexts.Result.Refused(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        try {
            new EventReader()
                    .read(
                            List.of(FOLDER.resolve("events.ndjson")),
                            new EventHandler() {
                                @Override
                                public void accepted(Entry entry) {
                                    entries.add(entry);
                                }

                                @Override
                                public void rejected(Rejection rejection) {
                                    throw new AssertionError(rejection.reason());
                                }
                            });
        } catch (glasshouse.wire.UnreadableException unreadable) {
            throw new AssertionError(unreadable);
        }
        return entries;
    }
}
