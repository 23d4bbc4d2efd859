package glasshouse.leaflet;

import glasshouse.leaflet.Leaflet.Chapter;
import glasshouse.leaflet.Leaflet.Row;
import glasshouse.leaflet.Leaflet.Section;
import glasshouse.leaflet.Leaflet.Tone;
import glasshouse.scheme.Band;
import glasshouse.scheme.Header;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Terms;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the chapters of a leaflet.
final class LeafletWriter {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Scheme scheme;
    private final Phrases phrases;

    LeafletWriter(Scheme scheme) {
        this.scheme = scheme;
        phrases = new Phrases(scheme);
    }

    Leaflet write() {
        Header header = scheme.header();
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter("What this is", about(), List.of()));
        chapters.add(score());
        var counting = new Counting(scheme, phrases);
        chapters.add(
                new Chapter(
                        "What counts, and for how long",
                        List.of(
                                "Your score is where you begin, and what each of these parts adds"
                                        + " or takes away."),
                        scheme.characteristics().stream().map(counting::section).toList()));
        if (!scheme.services().isEmpty()) {
            var offers = new Offers(phrases);
            chapters.add(
                    new Chapter(
                            "What it opens and closes",
                            List.of("In each, the first line that fits you decides."),
                            scheme.services().stream().map(offers::section).toList()));
        }
        if (!scheme.lists().isEmpty()) {
            List<Section> lists = scheme.lists().stream().map(this::list).toList();
            chapters.add(new Chapter("Lists", List.of(), lists));
        }
        chapters.add(new Chapter("Who sees your score", List.of(visibility()), List.of()));
        chapters.add(rights());
        chapters.add(new Chapter("When it changes", changes(), List.of()));
        if (!scheme.terms().sources().isEmpty()) {
            List<String> sources = scheme.terms().sources();
            chapters.add(new Chapter("Where this is from", sources, List.of()));
        }
        String subtitle =
                "Version " + header.version() + ", in force from " + DAY.format(header.validFrom());
        return new Leaflet(header.title(), subtitle, chapters);
    }

    private List<String> about() {
        Header header = scheme.header();
        Terms terms = scheme.terms();
        var sentences = new ArrayList<String>();
        if (header.realm() == Realm.SYNTHETIC) {
            sentences.add(
                    "A model, for study. It scores people whom a computer made up; nobody real is"
                            + " scored by it. “You” is such a person.");
        }
        if (!header.description().isEmpty()) {
            sentences.add(header.description());
        }
        if (!terms.operator().isEmpty()) {
            sentences.add("It is run by " + sentence(terms.operatorInSentence()));
        }
        if (!terms.purpose().isEmpty()) {
            sentences.add("What it is for: " + sentence(terms.purpose()));
        }
        sentences.add(enrolment(terms));
        return sentences;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    static String enrolment(Terms terms) {
        return switch (terms.enrolment()) {
            case CONSENT -> "You are scored only if you agree.";
            case CONTRACT -> "You are scored as part of a contract that you make.";
            case COMPULSORY -> {
                var from = terms.compulsoryFrom();
                yield from == null
                        ? "You are scored whether you agree or not."
                        : "From " + DAY.format(from) + " you are scored whether you agree or not.";
            }
        };
    }

    private Chapter score() {
        Scale scale = scheme.scale();
        String step =
                scale.precisionMicro() == Micro.ONE
                        ? ""
                        : " It is published in steps of "
                                + Phrases.number(scale.precisionMicro())
                                + ".";
        String sentence =
                "It lies from %s to %s; everybody begins at %s.%s"
                        .formatted(
                                Phrases.number(scale.floorMicro()),
                                Phrases.number(scale.ceilingMicro()),
                                Phrases.number(scale.initialMicro()),
                                step);
        var rows = new ArrayList<Row>();
        List<Band> bands = scheme.bands();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            String from = Phrases.number(band.fromMicro());
            String effect =
                    i + 1 < bands.size()
                            ? from + " to below " + Phrases.number(bands.get(i + 1).fromMicro())
                            : from + " to " + Phrases.number(scale.ceilingMicro());
            rows.add(new Row(band.title(), effect, Tone.PLAIN, List.of(), band.colour()));
        }
        return new Chapter(
                "Your score", List.of(sentence), List.of(new Section("", List.of(), rows)));
    }

    Section list(Listing listing) {
        boolean bad = listing.kind() == Listing.Kind.BLACKLIST;
        var rows = new ArrayList<Row>();
        rows.add(
                new Row(
                        "You come on it if",
                        phrases.condition(listing.enter()),
                        bad ? Tone.LOSS : Tone.GAIN,
                        List.of()));
        rows.add(
                new Row(
                        "You leave it if",
                        phrases.condition(listing.exit()),
                        Tone.PLAIN,
                        List.of()));
        var sentences = new ArrayList<String>();
        sentences.add(bad ? "A blacklist." : "A list of honour.");
        sentences.addAll(listTerms(listing));
        return new Section(listing.title(), sentences, rows);
    }

    static List<String> listTerms(Listing listing) {
        return List.of(
                listing.noticeDays() == 0
                        ? "You come on it without notice."
                        : "You are told "
                                + Phrases.days(listing.noticeDays())
                                + " before, and come on it if it has stayed so until then.",
                listing.expiresDays() == 0
                        ? "It has no end of its own."
                        : "It ends after " + Phrases.days(listing.expiresDays()) + ".",
                listing.reviewDays() == 0
                        ? "Nobody is bound to look at it again."
                        : "A person looks at it again within "
                                + Phrases.days(listing.reviewDays())
                                + " when you ask.",
                listing.isPublic() ? "Everybody can see who is on it." : "It is not public.");
    }

    private String visibility() {
        var seen = new ArrayList<String>();
        for (Terms.Audience audience : Terms.Audience.values()) {
            if (scheme.terms().visibility().contains(audience)) {
                seen.add(audience(audience));
            }
        }
        return seen.isEmpty() ? "Nobody." : Counting.capital(Phrases.joined(seen, "and")) + ".";
    }

    static String audience(Terms.Audience audience) {
        return switch (audience) {
            case PERSON -> "you";
            case RELYING_PARTIES -> "those whom you ask for one of the services above";
            case CONTACTS -> "the people you are in contact with";
            case PUBLIC -> "everybody";
        };
    }

    private Chapter rights() {
        var rows = new ArrayList<Row>();
        for (Terms.Right right : Terms.Right.values()) {
            boolean granted = scheme.terms().rights().contains(right);
            String effect = granted ? "Yes" : "No";
            if (right == Terms.Right.DISPUTE && granted && scheme.terms().disputeDays() > 0) {
                effect = "Yes, settled within " + Phrases.days(scheme.terms().disputeDays());
            }
            Tone tone = granted ? Tone.GAIN : Tone.LOSS;
            rows.add(new Row("You may " + right(right), effect, tone, List.of()));
        }
        return new Chapter("Your rights", List.of(), List.of(new Section("", List.of(), rows)));
    }

    static String right(Terms.Right right) {
        return switch (right) {
            case STATEMENT -> "see your score and every line that it is made of";
            case EXPLANATION -> "have a decision explained";
            case DISPUTE -> "object to an event, a list or a decision";
            case HUMAN_REVIEW -> "ask that a human decides";
            case RECTIFICATION -> "have wrong data put right";
            case ERASURE -> "have your data erased";
            case WITHDRAWAL -> "withdraw";
            case EXPORT -> "take your data with you";
        };
    }

    private List<String> changes() {
        return List.of(
                "This is version %s, in force from %s."
                        .formatted(
                                scheme.header().version(), DAY.format(scheme.header().validFrom())),
                "A change is a new version with a day from which it holds. Scores and decisions of"
                        + " the time before stay under the version that was in force.",
                "Days are counted in the time zone " + scheme.header().zone().getId() + ".");
    }
}
