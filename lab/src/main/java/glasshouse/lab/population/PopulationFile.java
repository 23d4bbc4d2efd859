package glasshouse.lab.population;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.lab.population.Population.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads populations: the shipped city, and what an experiment changes of it.
///
/// A section of the file is a record of [Population]; a key `stake-response` is its component
/// `stakeResponse`. What an experiment does not say stays as in the city.
public final class PopulationFile {
    private static final String FILE = "city.yaml";

    /// Greatest parameter: beyond it arithmetic would not be what it seems.
    private static final double MOST = 1e6;

    /// Bounds of the parameters that have others than 0 and [#MOST].
    private static final Map<String, Bounds> BOUNDS =
            Map.ofEntries(
                    Map.entry("near", new Bounds(1, 12)),
                    Map.entry("far", new Bounds(0, 4)),
                    Map.entry("alive", new Bounds(0, 0.95)),
                    Map.entry("segregation", new Bounds(0, 1)),
                    Map.entry("share", new Bounds(0.001, 1_000)),
                    Map.entry("income", new Bounds(50, 10_000)),
                    Map.entry("spread", new Bounds(0, 2)),
                    Map.entry("default-after", new Bounds(1, 24)),
                    Map.entry("loan-months", new Bounds(1, 120)),
                    Map.entry("session-hours", new Bounds(0, 10)),
                    Map.entry("donation", new Bounds(0, 300)),
                    Map.entry("basket", new Bounds(0, 2_000)),
                    Map.entry("meetings", new Bounds(0, 50)),
                    Map.entry("severe", new Bounds(0.001, 1)),
                    Map.entry("inertia", new Bounds(1, 5_000)),
                    Map.entry("inclined", new Bounds(0, 1)),
                    Map.entry("hours", new Bounds(0, 40)),
                    Map.entry("purchases", new Bounds(0, 500)),
                    Map.entry("likes", new Bounds(0, 30)),
                    Map.entry("ratings", new Bounds(0, 30)),
                    Map.entry("ring", new Bounds(0, 100)),
                    Map.entry("badmouthing", new Bounds(0, 30)),
                    Map.entry("trusted", new Bounds(0, 1)),
                    Map.entry("sellers", new Bounds(1, 10_000)),
                    Map.entry("detection", new Bounds(0, 1)),
                    Map.entry("confirm", new Bounds(0, 1)),
                    Map.entry("delay", new Bounds(0, 520)),
                    Map.entry("comeback", new Bounds(1, 10_000)),
                    Map.entry("deterred", new Bounds(0, 1)),
                    Map.entry("voucher", new Bounds(0, 500)),
                    Map.entry("response", new Bounds(0, 10)));

    private record Bounds(double least, double most) {}

    private final Fields.Codes codes;
    private final String valueCode;

    /// `unknown`, `missing` and `value` are the codes of the problems.
    public PopulationFile(String unknown, String missing, String value) {
        codes = new Fields.Codes(unknown, missing, value);
        valueCode = value;
    }

    /// The shipped city.
    public static Population city() {
        var problems = new Problems();
        Node.Table table = Yaml.table(FILE, text(), "GH-LAB-000", problems);
        var reader = new PopulationFile("GH-LAB-000", "GH-LAB-000", "GH-LAB-000");
        Optional<Population> city =
                table == null
                        ? Optional.empty()
                        : reader.read(
                                new Fields(table, FILE, reader.codes, problems), Optional.empty());
        return city.filter(_ -> problems.isEmpty())
                .orElseThrow(() -> new IllegalStateException(FILE + ": " + problems.inOrder()));
    }

    /// A population; what is not said is as in `base`. Empty where problems were found.
    public Optional<Population> read(Fields fields, Optional<Population> base) {
        String name = fields.textOr("population", base.map(Population::name).orElse("city"));
        List<Group> groups = groups(fields, base);
        if (groups.isEmpty() || groups.size() > Population.MOST_GROUPS) {
            String found = "the population has " + groups.size() + " groups; 1 to 8 are allowed";
            fields.problems().add(valueCode, fields.position("groups"), found);
            return Optional.empty();
        }
        var population =
                new Population(
                        name,
                        groups,
                        section(
                                fields,
                                "ties",
                                base.map(Population::ties),
                                Population.TieParameters.class),
                        section(
                                fields,
                                "money",
                                base.map(Population::money),
                                Population.Money.class),
                        section(
                                fields,
                                "obligations",
                                base.map(Population::obligations),
                                Population.Obligations.class),
                        section(
                                fields,
                                "conduct",
                                base.map(Population::conduct),
                                Population.Conduct.class),
                        section(
                                fields,
                                "shopping",
                                base.map(Population::shopping),
                                Population.Shopping.class),
                        section(
                                fields,
                                "speech",
                                base.map(Population::speech),
                                Population.Speech.class),
                        section(
                                fields,
                                "encounters",
                                base.map(Population::encounters),
                                Population.Encounters.class),
                        section(
                                fields,
                                "contacts",
                                base.map(Population::contacts),
                                Population.Contacts.class),
                        section(
                                fields,
                                "services",
                                base.map(Population::services),
                                Population.Services.class),
                        section(
                                fields,
                                "gaming",
                                base.map(Population::gaming),
                                Population.Gaming.class),
                        section(
                                fields,
                                "campaign",
                                base.map(Population::campaign),
                                Population.Campaign.class));
        fields.done();
        return Optional.of(population);
    }

    private List<Group> groups(Fields fields, Optional<Population> base) {
        Fields table = fields.table("groups", "the groups");
        if (table == null) {
            return base.map(Population::groups).orElse(List.of());
        }
        var groups = new ArrayList<Group>();
        for (String name : List.copyOf(table.keys())) {
            Fields each = table.table(name, "the group " + name);
            if (each != null) {
                groups.add(
                        new Group(
                                name,
                                each.textOr("title", name),
                                number(each, "share", 1),
                                number(each, "income", 450),
                                number(each, "spread", 0.4)));
                each.done();
            }
        }
        return groups;
    }

    private <T extends Record> T section(
            Fields fields, String key, Optional<T> base, Class<T> type) {
        Fields section = fields.table(key, "the section " + key);
        RecordComponent[] components = type.getRecordComponents();
        var values = new Object[components.length];
        var types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            double usual = base.isPresent() ? value(components[i], base.get()) : Double.NaN;
            String name = kebab(components[i].getName());
            double found = section == null ? usual : number(section, name, usual);
            values[i] = types[i] == int.class ? (Object) (int) found : (Object) found;
        }
        if (section != null) {
            section.done();
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static double value(RecordComponent component, Record record) {
        try {
            return ((Number) component.getAccessor().invoke(record)).doubleValue();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.getName(), e);
        }
    }

    private double number(Fields fields, String key, double otherwise) {
        String example = key + ": 0.5";
        Node.Text text = Double.isNaN(otherwise) ? fields.needText(key, example) : fields.text(key);
        if (text == null) {
            return Double.isNaN(otherwise) ? 0 : otherwise;
        }
        Bounds bounds = BOUNDS.getOrDefault(key, new Bounds(0, MOST));
        try {
            double number = Double.parseDouble(text.value());
            if (number >= bounds.least() && number <= bounds.most()) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        fields.problems()
                .add(
                        valueCode,
                        text.position(),
                        "%s is %s; allowed is a number from %s to %s"
                                .formatted(
                                        key,
                                        text.value(),
                                        plain(bounds.least()),
                                        plain(bounds.most())));
        return Double.isNaN(otherwise) ? 0 : otherwise;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// `stakeResponse` as `stake-response`.
    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String text() {
        try (InputStream in = PopulationFile.class.getResourceAsStream("/glasshouse/lab/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
