package glasshouse.city.world;

import glasshouse.audit.Audit;
import glasshouse.audit.Finding;
import glasshouse.audit.Verdict;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.document.Problem;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Scheme;
import java.util.Comparator;
import java.util.List;

/// The text of a scheme as a visitor has it, read.
public sealed interface Draft {
    /// The name of the text in positions.
    String FILE = "draft.yaml";

    /// Most scores and lists that a town can tell apart.
    int MOST_SCORES = 20_000;

    int MOST_LISTS = 6;

    int MOST_SERVICES = 150;

    /// It is a scheme; what the audit has to say of it, the gravest first.
    record Sound(Scheme scheme, List<Finding> findings) implements Draft {
        public Sound {
            findings = List.copyOf(findings);
        }
    }

    /// It is none, and why.
    record Broken(List<Problem> problems) implements Draft {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /// It is a scheme that no town here can live under: too many scores, lists or services.
    record TooLarge() implements Draft {}

    /// Reads a text; what it extends comes from the schemes at hand.
    static Draft read(String text, Schemes schemes) {
        Library library = (name, _) -> schemes.text(name).map(t -> source(name, t));
        return switch (SchemeCompiler.compile(FILE, text, library)) {
            case Compilation.Refused(var problems) -> new Broken(problems);
            case Compilation.Compiled(var scheme) ->
                    fits(scheme) ? new Sound(scheme, findings(scheme)) : new TooLarge();
        };
    }

    private static Library.Source source(String name, String text) {
        return new Library.Source(name + ".yaml", text);
    }

    private static boolean fits(Scheme scheme) {
        var scale = scheme.scale();
        long scores = (scale.ceilingMicro() - scale.floorMicro()) / scale.precisionMicro();
        return scores < MOST_SCORES
                && Offer.scores(scale) > 1
                && scheme.lists().size() <= MOST_LISTS
                && scheme.services().size() <= MOST_SERVICES;
    }

    private static List<Finding> findings(Scheme scheme) {
        return Audit.of(scheme).stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .toList();
    }
}
