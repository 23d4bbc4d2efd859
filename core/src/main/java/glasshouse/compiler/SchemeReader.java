package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Context;
import glasshouse.scheme.Header;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the top of a scheme and hands its parts to their readers.
final class SchemeReader {
    private static final int MOST_SIGNALS = 500;
    private static final int MOST_CHARACTERISTICS = 200;
    private static final int MOST_SERVICES = 200;
    private static final int MOST_LISTS = 60;
    private static final int MOST_BANDS = 60;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /// In place of a number that is missing or none, which has been said.
    private static final long UNREAD = Long.MIN_VALUE;

    /// Stands in for a scale that cannot be read; nothing lies outside it.
    private static final Scale STAND_IN =
            new Scale(Micro.of(-Quantity.MOST), 0, Micro.of(Quantity.MOST), Micro.ONE);

    private final Fields fields;
    private final Reading reading;

    SchemeReader(Fields fields) {
        this.fields = fields;
        reading = new Reading(fields.problems());
    }

    @Nullable Scheme read() {
        Header header = header();
        Scale scale = scale();
        List<Band> bands = bands(scale);
        var signalReader = new SignalReader(reading, fields);
        List<Context> contexts = signalReader.added();
        Map<String, Signal> signals = signalReader.read();
        most("signals", signals.size(), MOST_SIGNALS);
        Map<String, Characteristic> characteristics = characteristics(signals);
        most("characteristics", characteristics.size(), MOST_CHARACTERISTICS);
        List<String> bandNames = bands.stream().map(Band::name).toList();
        var names = new ConditionReader.Names(bandNames, listNames(), characteristics.keySet());
        var conditions = new ConditionReader(reading, names, scale);
        var services = new ServiceReader(reading, conditions, SignalReader.contexts(fields));
        Map<String, Service> read = services.read(fields);
        most("services", read.size(), MOST_SERVICES);
        Map<String, Listing> lists = new ListingReader(reading, conditions).read(fields);
        most("lists", lists.size(), MOST_LISTS);
        most("bands", bands.size(), MOST_BANDS);
        var terms = new TermsReader(reading).read(fields);
        fields.done();
        new SchemeChecks(reading, signals, characteristics).check();
        if (!reading.problems.isEmpty()) {
            return null;
        }
        return new Scheme(
                header,
                terms,
                scale,
                bands,
                contexts,
                List.copyOf(signals.values()),
                List.copyOf(characteristics.values()),
                List.copyOf(read.values()),
                List.copyOf(lists.values()),
                reading.positions);
    }

    private void most(String what, int count, int most) {
        if (count > most) {
            String found = "the scheme has " + count + " " + what;
            reading.report(
                    Code.TOO_MANY,
                    fields.position(what),
                    found + "; at most " + most + " are allowed");
        }
    }

    private Header header() {
        Node.Text name = fields.needText("scheme", "scheme: tool-club");
        if (name != null) {
            if (!NAME.matcher(name.value()).matches()) {
                reading.report(
                        Code.BAD_NAME,
                        name.position(),
                        "found "
                                + Quantity.shown(name.value())
                                + "; the name of a scheme has 1 to 64 of a-z 0-9 - and begins with"
                                + " a letter or digit");
            }
            reading.positions.put("scheme", name.position());
        }
        Node.Text version = fields.needText("version", "version: 1.0");
        fields.text("extends");
        fields.need("realm", "realm: synthetic (made-up people) or realm: live (real ones)");
        Realm realm = reading.word(fields, "realm", Realm.values(), Realm.SYNTHETIC);
        reading.positions.put("realm", fields.position("realm"));
        String called = name == null ? "" : name.value();
        fields.need("valid-from", "valid-from: 2026-01-31");
        return new Header(
                called,
                version == null ? "" : version.value(),
                fields.textOr("title", called),
                fields.textOr("description", "").strip(),
                realm,
                date(fields, reading, "valid-from"),
                zone());
    }

    static LocalDate date(Fields fields, Reading reading, String key) {
        Node.Text text = fields.text(key);
        if (text == null) {
            return LocalDate.EPOCH;
        }
        try {
            LocalDate date = LocalDate.parse(text.value());
            if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
                return date;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        String allowed = "; allowed is a date such as 2026-01-31, from 1900 to 2199";
        String message = "found " + Quantity.shown(text.value()) + allowed;
        reading.report(Code.BAD_DATE, text.position(), message);
        return LocalDate.EPOCH;
    }

    private ZoneId zone() {
        Node.Text text = fields.text("time-zone");
        if (text == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(text.value());
        } catch (DateTimeException _) {
            String message =
                    "there is no time zone "
                            + text.value()
                            + "; allowed are names such as Europe/Amsterdam or UTC";
            reading.report(Code.BAD_DATE, text.position(), message);
            return ZoneOffset.UTC;
        }
    }

    private Scale scale() {
        fields.need("scale", "scale: {floor: 350, initial: 650, ceiling: 950}");
        Fields scale =
                fields.table(
                        "scale", "the scale", "scale: {floor: 350, initial: 650, ceiling: 950}");
        if (scale == null) {
            return STAND_IN;
        }
        reading.positions.put("scale", scale.position());
        scale.need("floor", "floor: 350");
        scale.need("initial", "initial: 650");
        scale.need("ceiling", "ceiling: 950");
        long floor = Quantity.number(scale, "floor", UNREAD);
        long initial = Quantity.number(scale, "initial", UNREAD);
        long ceiling = Quantity.number(scale, "ceiling", UNREAD);
        long precision = Quantity.number(scale, "precision", Micro.ONE);
        scale.done();
        if (floor == UNREAD || initial == UNREAD || ceiling == UNREAD) {
            return STAND_IN;
        }
        try {
            return new Scale(floor, initial, ceiling, precision);
        } catch (IllegalArgumentException wrong) {
            reading.report(
                    Code.SCALE,
                    scale.position(),
                    "found floor %s, initial %s, ceiling %s, precision %s; %s"
                            .formatted(
                                    Micro.format(floor),
                                    Micro.format(initial),
                                    Micro.format(ceiling),
                                    Micro.format(precision),
                                    wrong.getMessage()));
            return STAND_IN;
        }
    }

    private List<Band> bands(Scale scale) {
        var bands = new ArrayList<Band>();
        fields.need("bands", "bands: {all: {from: 350, colour: \"#1a9850\"}}");
        fields.tables(
                "bands",
                (name, band) -> {
                    reading.place("bands." + name, name, band);
                    band.need("from", "from: 350");
                    long from = Quantity.number(band, "from", 0);
                    band.need("colour", "colour: \"#1a9850\"");
                    bands.add(new Band(name, band.textOr("title", name), from, colour(band)));
                    band.done();
                });
        bands.sort(Comparator.comparingLong(Band::fromMicro));
        for (int i = 0; i < bands.size() && !scale.equals(STAND_IN); i++) {
            checkBand(bands.get(i), i == 0 ? null : bands.get(i - 1), scale);
        }
        return bands.isEmpty() ? List.of(new Band("all", "All", 0, "#808080")) : bands;
    }

    private void checkBand(Band band, @Nullable Band below, Scale scale) {
        Position place = reading.positions.getOrDefault("bands." + band.name(), Position.NOWHERE);
        if (below == null && band.fromMicro() != scale.floorMicro()) {
            String floor = Micro.format(scale.floorMicro());
            reading.report(
                    Code.BANDS,
                    place,
                    "the lowest band begins at the floor of the scale; write from: " + floor);
        }
        if (below != null && below.fromMicro() == band.fromMicro()) {
            reading.report(
                    Code.BANDS,
                    place,
                    "the bands %s and %s both begin at %s; each begins where the one below ends"
                            .formatted(below.name(), band.name(), Micro.format(band.fromMicro())));
        }
        if (band.fromMicro() > scale.ceilingMicro()) {
            reading.report(
                    Code.BANDS,
                    place,
                    "the band %s begins above the ceiling of the scale, %s"
                            .formatted(band.name(), Micro.format(scale.ceilingMicro())));
        }
    }

    private String colour(Fields band) {
        Node.Text text = band.text("colour");
        if (text == null || COLOUR.matcher(text.value()).matches()) {
            return text == null ? "#808080" : text.value();
        }
        String message = "found " + text.value() + "; allowed is a colour such as \"#1a9850\"";
        reading.report(Code.COLOUR, text.position(), message);
        return "#808080";
    }

    private Map<String, Characteristic> characteristics(Map<String, Signal> signals) {
        Map<String, Characteristic> read = new LinkedHashMap<>();
        var reader = new CharacteristicReader(reading, signals);
        reading.positions.put("characteristics", fields.position("characteristics"));
        fields.need("characteristics", "characteristics: {care: {kind: accrual, …}}");
        fields.tables("characteristics", (name, table) -> read.put(name, reader.read(name, table)));
        return read;
    }

    private List<String> listNames() {
        var names = new ArrayList<String>();
        if (fields.find("lists") instanceof Node.Table lists) {
            names.addAll(lists.fields().keySet());
        }
        return names;
    }
}
