package glasshouse.stream;

import glasshouse.account.Plan;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.document.Problem;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of a scheme: its own and those that it extends, by the name that `extends` gives.
///
/// It travels with the job; each process compiles it once.
public record SchemeTexts(String file, String text, Map<String, Extended> extended)
        implements Serializable {
    /// Codes of refusals, with pages under `docs/errors`.
    public static final String NEEDS_CLOSES = "GH-STREAM-004";

    public static final String SYNTHETIC = "GH-STREAM-005";

    private static final Map<SchemeTexts, Plan> PLANS = new ConcurrentHashMap<>();

    /// A text that another extends.
    public record Extended(String file, String text) implements Serializable {}

    public SchemeTexts {
        extended = Map.copyOf(extended);
    }

    /// What became of a scheme that was to be run.
    public sealed interface Result {
        record Ready(SchemeTexts texts) implements Result {}

        record Refused(List<Problem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Gathers and compiles a scheme; `library` finds what it extends.
    public static Result gather(Library.Source source, Library library) {
        var found = new TreeMap<String, Extended>();
        Compilation compilation =
                SchemeCompiler.compile(
                        source.file(),
                        source.text(),
                        (name, from) -> {
                            Optional<Library.Source> text = library.find(name, from);
                            text.ifPresent(
                                    each ->
                                            found.put(
                                                    key(name, from),
                                                    new Extended(each.file(), each.text())));
                            return text;
                        });
        return switch (compilation) {
            case Compilation.Compiled(Scheme scheme) -> {
                List<Problem> unfit = unfit(scheme);
                yield unfit.isEmpty()
                        ? new Result.Ready(new SchemeTexts(source.file(), source.text(), found))
                        : new Result.Refused(unfit);
            }
            case Compilation.Refused(List<Problem> problems) -> new Result.Refused(problems);
        };
    }

    /// Why a scheme that compiles cannot be run here.
    private static List<Problem> unfit(Scheme scheme) {
        var problems = new ArrayList<Problem>();
        if (scheme.header().realm() == Realm.SYNTHETIC) {
            problems.add(
                    new Problem(
                            SYNTHETIC,
                            scheme.position("realm"),
                            "the scheme is synthetic, and nothing shows that the messages of a"
                                    + " topic come from a lab run: score a lab run's files with"
                                    + " `glasshouse score`, or use a scheme with `realm: live`",
                            null));
        }
        if (Plan.of(scheme).needsCloses()) {
            problems.add(
                    new Problem(
                            NEEDS_CLOSES,
                            scheme.position("characteristics"),
                            "the scheme has contacts or a rating that is reckoned over all people"
                                    + " at closes, and a stream sees one person at a time: use the"
                                    + " methods mean, bayes or fading, or score files",
                            null));
        }
        return problems;
    }

    private static String key(String name, String from) {
        return name + '\n' + from;
    }

    /// The plan of the scheme, one for all tasks of a process.
    public Plan plan() {
        return PLANS.computeIfAbsent(this, SchemeTexts::compile);
    }

    private static Plan compile(SchemeTexts texts) {
        Library library =
                (name, from) ->
                        Optional.ofNullable(texts.extended.get(key(name, from)))
                                .map(each -> new Library.Source(each.file(), each.text()));
        return switch (SchemeCompiler.compile(texts.file, texts.text, library)) {
            case Compilation.Compiled(var scheme) -> Plan.of(scheme);
            case Compilation.Refused(List<Problem> problems) ->
                    throw new IllegalStateException(
                            "the scheme compiled where the job was sent from, and not here: "
                                    + problems);
        };
    }
}
