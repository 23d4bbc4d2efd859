package glasshouse.casebook;

import glasshouse.detection.Bursts;
import glasshouse.detection.DenseBlocks;
import glasshouse.detection.Finding;
import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Finding.Fact;
import glasshouse.detection.Look;
import glasshouse.detection.OddSources;
import glasshouse.detection.Reciprocity;
import glasshouse.detection.Scope;
import glasshouse.detection.SharedAttributes;
import glasshouse.event.Event;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// What all detectors say of a casebook: each look, and the cases that came of them.
public record Cases(List<Look> looks, List<Case> cases) {
    /// A detector that gives no chance keeps its order.
    private static final Comparator<Finding> LEAST_LIKELY_FIRST =
            Comparator.comparingDouble(Finding::chance);

    public Cases {
        looks = List.copyOf(looks);
        cases = List.copyOf(cases);
    }

    /// Lets the detectors look that are asked for.
    public static Cases of(Casebook book, Set<Detector> detectors) {
        var looking = new Looking(book);
        for (Detector detector : Detector.values()) {
            if (detectors.contains(detector)) {
                looking.with(detector);
            }
        }
        return new Cases(looking.looks, looking.cases);
    }

    private static final class Looking implements Case.Naming {
        private final Casebook book;
        private final List<Look> looks = new ArrayList<>();
        private final List<Case> cases = new ArrayList<>();
        private String signal = "";

        Looking(Casebook book) {
            this.book = book;
        }

        void with(Detector detector) {
            switch (detector) {
                case DENSE_BLOCK -> ratings(detector, DenseBlocks::in);
                case RECIPROCITY -> ratings(detector, Reciprocity::in);
                case BURST -> ratings(detector, Bursts::in);
                case SOURCE -> sources();
                case SHARED_ATTRIBUTE -> shared();
            }
        }

        private void ratings(Detector detector, Function<Ratings, List<Finding>> in) {
            if (book.range() == null) {
                unable(detector, "there are no two ratings that differ");
            } else {
                looked(detector, "", in.apply(book.ratings()));
            }
        }

        private void sources() {
            boolean any = false;
            for (var entry : book.reports().entrySet()) {
                if (OddSources.canLook(entry.getValue())) {
                    any = true;
                    signal = entry.getKey();
                    looked(Detector.SOURCE, signal, OddSources.in(entry.getValue()));
                }
            }
            if (!any) {
                unable(
                        Detector.SOURCE,
                        "no signal comes from %s sources with %s reports each"
                                .formatted(OddSources.LEAST_SOURCES, OddSources.LEAST_REPORTS));
            }
        }

        private void shared() {
            if (book.range() == null || book.shared().isEmpty()) {
                unable(
                        Detector.SHARED_ATTRIBUTE,
                        book.range() == null
                                ? "there are no two ratings that differ"
                                : "nothing says what people share; --shared does");
                return;
            }
            book.shared()
                    .forEach(
                            (column, values) ->
                                    looked(
                                            Detector.SHARED_ATTRIBUTE,
                                            column,
                                            SharedAttributes.in(book.ratings(), values)));
        }

        private void unable(Detector detector, String why) {
            looks.add(new Look.Unable(detector, "", why));
        }

        private void looked(Detector detector, String subject, List<Finding> findings) {
            List<Finding> sorted = findings.stream().sorted(LEAST_LIKELY_FIRST).toList();
            looks.add(new Look.Looked(detector, subject, sorted));
            for (Finding finding : sorted) {
                Case found = Case.of(cases.size() + 1, finding, subject, this);
                cases.add(finding.scope() instanceof Scope.OfSource of ? named(found, of) : found);
            }
        }

        /// A case about a source, which is named rather than numbered.
        private Case named(Case found, Scope.OfSource of) {
            List<Fact> facts = found.evidence().subList(1, found.evidence().size());
            String subject = found.subject() + " of " + book.source(of.source());
            return new Case(
                    found.number(),
                    found.detector(),
                    subject,
                    found.members(),
                    found.chance(),
                    facts,
                    found.events());
        }

        @Override
        public String person(int number) {
            return book.person(number);
        }

        @Override
        public List<Event> events(Scope scope) {
            return switch (scope) {
                case Scope.OfRatings of -> ratings(of);
                case Scope.OfSource(int source) ->
                        book.events().events().stream()
                                .filter(event -> event.signal().equals(signal))
                                .filter(event -> event.name().source().equals(book.source(source)))
                                .toList();
            };
        }

        private List<Event> ratings(Scope.OfRatings of) {
            IntPredicate concerned = of.in(book.ratings());
            var events = new ArrayList<Event>();
            for (int i = 0; i < book.ratings().size(); i++) {
                if (concerned.test(i)) {
                    events.add(book.event(i));
                }
            }
            return events;
        }
    }
}
