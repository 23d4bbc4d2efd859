package glasshouse.leaflet;

import glasshouse.leaflet.Leaflet.Section;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Header;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import glasshouse.scheme.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// What changes for a person from one scheme to another, as sentences.
///
/// Parts are paired by their names. What is not said in a sentence of its own is told as the
/// leaflets tell it, before and now, so that nothing that a person could read stays unsaid.
public final class Changes {
    private final Scheme before;
    private final Scheme after;
    private final List<Change> changes = new ArrayList<>();

    private Changes(Scheme before, Scheme after) {
        this.before = before;
        this.after = after;
    }

    /// All changes, in the order of a leaflet; none where nothing changes for anybody.
    public static List<Change> between(Scheme before, Scheme after) {
        return new Changes(before, after).all();
    }

    private List<Change> all() {
        header();
        scale();
        bands();
        signals();
        characteristics();
        services();
        lists();
        terms();
        return List.copyOf(changes);
    }

    private void say(String about, String sentence) {
        changes.add(new Change(about, sentence));
    }

    private void header() {
        Header old = before.header();
        Header now = after.header();
        if (old.realm() != now.realm()) {
            boolean live = now.realm() == Realm.LIVE;
            say(
                    "realm",
                    live ? "It now scores real people." : "It now scores made-up people only.");
        }
        if (!old.validFrom().equals(now.validFrom())) {
            String from = LeafletWriter.DAY.format(now.validFrom());
            String instead = LeafletWriter.DAY.format(old.validFrom());
            say("valid-from", "It is in force from " + from + " instead of " + instead + ".");
        }
        replaced("time-zone", "Days are now counted in", old.zone().getId(), now.zone().getId());
        Terms then = before.terms();
        Terms terms = after.terms();
        replaced("operator", "It is now run by", then.operator(), terms.operator());
        replaced("purpose", "What it is for is now:", then.purpose(), terms.purpose());
        if (!LeafletWriter.enrolment(then).equals(LeafletWriter.enrolment(terms))) {
            String current = LeafletWriter.enrolment(terms);
            say("enrolment", "Now: " + current + " Before: " + LeafletWriter.enrolment(then));
        }
    }

    private void replaced(String about, String lead, String old, String now) {
        if (!old.equals(now)) {
            String instead = old.isEmpty() ? "" : " (before: " + old + ")";
            say(about, lead + " " + (now.isEmpty() ? "nobody named" : now) + instead + ".");
        }
    }

    private void scale() {
        Scale old = before.scale();
        Scale now = after.scale();
        moved("Everybody now begins at", old.initialMicro(), now.initialMicro());
        moved("The lowest score is now", old.floorMicro(), now.floorMicro());
        moved("The highest score is now", old.ceilingMicro(), now.ceilingMicro());
        moved("Scores are now published in steps of", old.precisionMicro(), now.precisionMicro());
    }

    private void moved(String lead, long old, long now) {
        if (old != now) {
            say(
                    "scale",
                    lead + " " + Phrases.number(now) + " instead of " + Phrases.number(old) + ".");
        }
    }

    private void bands() {
        pairs(before.bands(), after.bands(), Band::name)
                .forEach((name, pair) -> band("bands." + name, pair));
    }

    private void band(String about, Pair<Band> pair) {
        Band old = pair.before();
        Band now = pair.after();
        if (old == null) {
            Band added = Objects.requireNonNull(now);
            String from = Phrases.number(added.fromMicro());
            say(about, "There is a new band, " + added.title() + ", from " + from + ".");
            return;
        }
        if (now == null) {
            say(about, "There is no band " + old.title() + " any more.");
            return;
        }
        if (old.fromMicro() != now.fromMicro()) {
            say(
                    about,
                    "The band %s now begins at %s instead of %s."
                            .formatted(
                                    now.title(),
                                    Phrases.number(now.fromMicro()),
                                    Phrases.number(old.fromMicro())));
        }
        if (!old.title().equals(now.title())) {
            say(about, "The band " + old.title() + " is now called " + now.title() + ".");
        }
        if (!old.colour().equals(now.colour())) {
            say(about, "The band " + now.title() + " is shown in another colour.");
        }
    }

    /// Of the signals themselves: what law and audit see in them. What they bring is said later.
    private void signals() {
        pairs(before.signals(), after.signals(), Signal::name)
                .forEach(
                        (name, pair) -> {
                            Signal old = pair.before();
                            Signal now = pair.after();
                            if (old != null && now != null) {
                                signal("signals." + name, old, now);
                            }
                        });
    }

    private void signal(String about, Signal old, Signal now) {
        String title = Phrases.quoted(now.title());
        if (!old.context().equals(now.context())) {
            say(
                    about,
                    title
                            + " now belongs to "
                            + now.context()
                            + " instead of "
                            + old.context()
                            + ".");
        }
        if (old.nature() != now.nature()) {
            say(
                    about,
                    title
                            + " is now seen in law as "
                            + word(now.nature())
                            + " instead of "
                            + word(old.nature())
                            + ".");
        }
        if (old.gravity() != now.gravity()) {
            say(
                    about,
                    title
                            + " is now held to be "
                            + word(now.gravity())
                            + " instead of "
                            + word(old.gravity())
                            + ".");
        }
        if (!old.title().equals(now.title())) {
            say(about, Phrases.quoted(old.title()) + " is now called " + title + ".");
        }
        if (!old.unit().equals(now.unit())) {
            String unit = now.unit().isEmpty() ? "no unit" : now.unit();
            say(about, title + " is now measured in " + unit + ".");
        }
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private void characteristics() {
        var then = new Counting(before, new Phrases(before));
        var counting = new Counting(after, new Phrases(after));
        var points = new PointChanges(before, after, this::say);
        pairs(before.characteristics(), after.characteristics(), Characteristic::name)
                .forEach(
                        (name, pair) -> {
                            String about = "characteristics." + name;
                            if (pair.before() instanceof Characteristic.Accrual old
                                    && pair.after() instanceof Characteristic.Accrual now) {
                                boolean alike = Counting.alike(old) && Counting.alike(now);
                                Section was = then.accrual(old, alike);
                                Section is = counting.accrual(now, alike);
                                points.tell(about, old, now)
                                        .leaveOut(was, is)
                                        .ifPresent(rest -> rows(about, "counts", rest));
                            } else {
                                var sections = pair.map(then::section, counting::section);
                                rows(about, "counts", sections);
                            }
                        });
    }

    private void services() {
        var then = new Offers(new Phrases(before));
        var offers = new Offers(new Phrases(after));
        pairs(before.services(), after.services(), Service::name)
                .forEach(
                        (name, pair) ->
                                rows(
                                        "services." + name,
                                        "depends on your score",
                                        pair.map(then::section, offers::section)));
    }

    private void lists() {
        var then = new LeafletWriter(before);
        var writer = new LeafletWriter(after);
        pairs(before.lists(), after.lists(), Listing::name)
                .forEach(
                        (name, pair) ->
                                rows(
                                        "lists." + name,
                                        "exists",
                                        pair.map(then::list, writer::list)));
    }

    private void rows(String about, String verb, Pair<Section> pair) {
        new RowChanges(about, verb, this::say).tell(pair.before(), pair.after());
    }

    private void terms() {
        Terms old = before.terms();
        Terms now = after.terms();
        for (Terms.Audience audience : Terms.Audience.values()) {
            boolean was = old.visibility().contains(audience);
            if (was != now.visibility().contains(audience)) {
                String shown =
                        was ? "Your score is no longer shown to " : "Your score is now shown to ";
                say("visibility", shown + LeafletWriter.audience(audience) + ".");
            }
        }
        for (Terms.Right right : Terms.Right.values()) {
            boolean was = old.rights().contains(right);
            if (was != now.rights().contains(right)) {
                String may = was ? "You may no longer " : "You may now ";
                say("rights", may + LeafletWriter.right(right) + ".");
            }
        }
        if (old.disputeDays() != now.disputeDays()
                && old.rights().contains(Terms.Right.DISPUTE)
                && now.rights().contains(Terms.Right.DISPUTE)) {
            String within = Phrases.days(now.disputeDays());
            String instead = Phrases.days(old.disputeDays());
            say(
                    "rights",
                    "An objection is now settled within "
                            + within
                            + " instead of "
                            + instead
                            + ".");
        }
    }

    private static <T> Map<String, Pair<T>> pairs(
            List<T> before, List<T> after, Function<T, String> name) {
        Map<String, Pair<T>> pairs = new LinkedHashMap<>();
        for (T each : before) {
            pairs.put(name.apply(each), new Pair<>(each, null));
        }
        for (T each : after) {
            Pair<T> old = pairs.get(name.apply(each));
            pairs.put(name.apply(each), new Pair<>(old == null ? null : old.before(), each));
        }
        return pairs;
    }
}
