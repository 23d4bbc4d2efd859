package glasshouse.city.page;

import glasshouse.city.world.Door;
import glasshouse.city.world.Life;
import glasshouse.city.world.Reckoning;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Band;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One person in one town, in the words of a page.
public final class Citizen {
    private static final int TOLD = 8;

    private final Life life;
    private final Optional<Scheme> scheme;
    private final Words words;
    private final String group;
    private final Optional<Reckoning> reckoning;

    /// A service as the page shows it.
    public record Way(String title, Outcome outcome, String price, String note) {
        /// The class of its sign.
        public String sign() {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a service answered on a day.
    public record Told(LocalDate date, String title, Outcome outcome) {
        /// The class of its sign.
        public String sign() {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
    }

    /// A list, and whether the person is on it.
    public record Listed(String title, boolean on, boolean black) {}

    /// Somebody known, with their score in words.
    public record Known(int person, String score) {}

    Citizen(Life life, Optional<Scheme> scheme, String group, Words words) {
        this.life = life;
        this.scheme = scheme;
        this.group = group;
        this.words = words;
        reckoning = scored() ? scheme.map(rules -> Reckoning.of(rules, life)) : Optional.empty();
    }

    public Life life() {
        return life;
    }

    public String group() {
        return group;
    }

    /// Whether the town has a scheme.
    public boolean ruled() {
        return scheme.isPresent();
    }

    public boolean scored() {
        return scheme.isPresent() && life.score() >= 0;
    }

    /// The title of the scheme; empty where there is none.
    public String title() {
        return scheme.map(rules -> rules.header().title()).orElse("");
    }

    public Optional<Reckoning> reckoning() {
        return reckoning;
    }

    private Scale scale() {
        return scheme.orElseThrow().scale();
    }

    private String points(long micro) {
        return words.decimal(
                micro / (double) Micro.ONE, scale().precisionMicro() >= Micro.ONE ? 0 : 2);
    }

    private long scoreMicro() {
        return Offer.micro(scale(), life.score());
    }

    /// The score, as the scheme publishes it.
    public String score() {
        return points(scoreMicro());
    }

    public String floor() {
        return points(scale().floorMicro());
    }

    public String ceiling() {
        return points(scale().ceilingMicro());
    }

    /// Where on the scale, from 0 to 1, for scripts.
    public double share() {
        return share(life.score());
    }

    private double share(int steps) {
        return steps / (double) (Offer.scores(scale()) - 1);
    }

    /// The scores on the days on which they were noted, as shares, for scripts.
    public String path() {
        return life.path().stream()
                .map(mark -> String.format(Locale.ROOT, "%.4f", share(mark.score())))
                .collect(Collectors.joining(" "));
    }

    /// Where bands begin, as shares, for scripts.
    public String edges() {
        return scheme.orElseThrow().bands().stream()
                .map(band -> share(steps(band)))
                .map(share -> String.format(Locale.ROOT, "%.4f", share))
                .collect(Collectors.joining(" "));
    }

    private int steps(Band band) {
        return (int) ((band.fromMicro() - scale().floorMicro()) / scale().precisionMicro());
    }

    public String band() {
        return scheme.orElseThrow().band(scoreMicro()).title();
    }

    /// How far it is to the next band, in words.
    public String next() {
        return scheme.orElseThrow().bands().stream()
                .filter(band -> band.fromMicro() > scoreMicro())
                .findFirst()
                .map(
                        band ->
                                words.say(
                                        "citizen.next",
                                        points(band.fromMicro() - scoreMicro()),
                                        band.title()))
                .orElse(words.say("citizen.top"));
    }

    /// Services, those that matter most first; what only gives a place in a queue is left out.
    public List<Way> ways() {
        return Door.of(scheme.orElseThrow(), life).stream()
                .filter(door -> !Door.isQueue(door.offer().service()))
                .sorted(Comparator.comparing((Door door) -> !door.offer().service().significant()))
                .map(this::way)
                .toList();
    }

    private Way way(Door door) {
        Service service = door.offer().service();
        boolean granted = door.outcome() != Outcome.REFUSED;
        String price = door.priced() && granted ? price(door.price(), service) : "";
        String note =
                door.outcome() != Outcome.GRANTED
                        ? door.opensMicro().isPresent()
                                ? words.say(
                                        "citizen.doors.opens",
                                        points(door.opensMicro().getAsLong()))
                                : words.say("citizen.doors.never")
                        : door.scarce() ? words.say("citizen.doors.scarce") : "";
        if (note.isEmpty() && door.priced() && Math.abs(door.price() - door.usual()) >= 0.05) {
            note = words.say("citizen.doors.usual", price(door.usual(), service));
        }
        return new Way(service.title(), door.outcome(), price, note);
    }

    private String price(double price, Service service) {
        return words.decimal(price, 1) + " " + service.unit();
    }

    /// What services answered lately, the last first.
    public List<Told> told() {
        List<Life.Answer> all = life.answers();
        return all.subList(Math.max(0, all.size() - TOLD), all.size()).reversed().stream()
                .map(
                        answer ->
                                new Told(
                                        answer.date(),
                                        life.offers().get(answer.offer()).service().title(),
                                        answer.outcome()))
                .toList();
    }

    public List<Listed> lists() {
        List<Listing> all = scheme.orElseThrow().lists();
        return IntStream.range(0, all.size())
                .mapToObj(
                        i ->
                                new Listed(
                                        all.get(i).title(),
                                        (life.lists() >> i & 1) != 0,
                                        all.get(i).kind() == Listing.Kind.BLACKLIST))
                .toList();
    }

    /// Those whom the person knows, the highest score first.
    public List<Known> known() {
        return life.contacts().stream()
                .sorted(Comparator.comparingInt((Life.Contact contact) -> -contact.score()))
                .map(contact -> new Known(contact.person(), inWords(contact.score())))
                .toList();
    }

    private String inWords(int steps) {
        return steps < 0 ? "" : points(Offer.micro(scale(), steps));
    }

    /// The mean score of those whom the person knows; empty where nobody is scored.
    public String knownMean() {
        OptionalDouble mean =
                life.contacts().stream()
                        .filter(contact -> contact.score() >= 0)
                        .mapToInt(Life.Contact::score)
                        .average();
        return mean.isPresent() ? inWords((int) Math.round(mean.getAsDouble())) : "–";
    }
}
