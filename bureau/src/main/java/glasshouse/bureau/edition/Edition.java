package glasshouse.bureau.edition;

import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.scheme.Scheme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A scheme with all the texts that it was compiled from, so that it compiles again, to the same
/// scheme, where its files are gone.
public record Edition(Scheme scheme, List<Text> texts) {
    /// A text: the scheme's own first, then those that it extends, by the name and the file in
    /// which they are asked for.
    public record Text(String name, String from, String file, String text) {}

    public Edition {
        texts = List.copyOf(texts);
    }

    /// What becomes of a text: an edition, or the problems that keep it from being one.
    public sealed interface Result {
        record Ready(Edition edition) implements Result {}

        record Refused(Compilation.Refused refused) implements Result {}
    }

    /// Compiles a scheme and keeps what it read.
    public static Result compile(Library.Source source, Library library) {
        var texts = new ArrayList<Text>();
        texts.add(new Text("", "", source.file(), source.text()));
        Library recording =
                (name, from) -> {
                    Optional<Library.Source> found = library.find(name, from);
                    found.ifPresent(
                            each -> texts.add(new Text(name, from, each.file(), each.text())));
                    return found;
                };
        return switch (SchemeCompiler.compile(source.file(), source.text(), recording)) {
            case Compilation.Compiled(Scheme scheme) ->
                    new Result.Ready(new Edition(scheme, texts));
            case Compilation.Refused refused -> new Result.Refused(refused);
        };
    }

    /// The edition that these texts made before.
    public static Edition of(List<Text> texts) {
        Text own = texts.getFirst();
        Library kept =
                (name, from) ->
                        texts.stream()
                                .skip(1)
                                .filter(each -> each.name().equals(name))
                                .filter(each -> each.from().equals(from))
                                .map(each -> new Library.Source(each.file(), each.text()))
                                .findFirst();
        return switch (compile(new Library.Source(own.file(), own.text()), kept)) {
            case Result.Ready(Edition edition) -> edition;
            case Result.Refused _ ->
                    throw new IllegalStateException(
                            "edition "
                                    + own.file()
                                    + " compiled when it was published and does not now; use the"
                                    + " release that published it");
        };
    }

    /// SHA-256 over the texts, without the names of files.
    public byte[] digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Text each : texts) {
                byte[] bytes = each.text().getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        HexFormat.of()
                                .toHexDigits(bytes.length)
                                .getBytes(StandardCharsets.US_ASCII));
                sha256.update(bytes);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
