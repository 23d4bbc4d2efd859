package glasshouse.lab.study;

import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Problem;
import glasshouse.lab.experiment.Kind;
import glasshouse.lab.experiment.LabCode;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import glasshouse.lab.experiment.Source;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.PopulationFile;
import glasshouse.lab.report.Section;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads an experiment of the kind `society`: `schemes` (the arms: `none`, a scheme's name, or
/// `{scheme, without, enrolment, changes, population}`), `population` (what differs from the
/// shipped city), `step`, `start`, `panel`, `published` and `sweep`.
public final class SocietyKind implements Kind {
    private static final String NONE = "none";
    private static final int MOST_PEOPLE = 1_000_000_000;
    private static final int MOST_ARMS = 64;
    private static final int MOST_LISTS = 7;
    private static final int MOST_SERVICES = 127;
    private static final int MOST_SCORES = 65_535;

    @Override
    public String name() {
        return "society";
    }

    @Override
    public Set<Setting> takes() {
        return EnumSet.allOf(Setting.class);
    }

    @Override
    public Optional<Study> read(Source source) {
        int stepDays = source.word("step", "week", "day").equals("day") ? 1 : 7;
        LocalDate start = start(source);
        long panel = source.whole("panel", 1, 100_000, 2_000);
        Optional<Population> population = population(source, PopulationFile.city());
        Map<String, String> inputs = new TreeMap<>();
        List<Arm> arms = arms(source, population.orElseGet(PopulationFile::city), inputs);
        Optional<List<PublishedMoves.Published>> published = published(source, inputs);
        Settings settings = source.settings();
        long people = settings.or(Setting.PEOPLE, 100_000);
        if (arms.isEmpty() || population.isEmpty() || !source.problems().isEmpty()) {
            return Optional.empty();
        }
        List<Long> seeds =
                IntStream.range(0, settings.seeds()).mapToLong(settings::seed).boxed().toList();
        return Optional.of(
                new SocietyStudy(
                        new SocietyStudy.Plan(
                                arms,
                                seeds,
                                (int) Math.min(people, MOST_PEOPLE),
                                Math.toIntExact(settings.or(Setting.STEPS, 520)),
                                stepDays,
                                start,
                                (int) panel,
                                settings.threads(),
                                published,
                                inputs)));
    }

    @Override
    public List<Section> tell(Results results) {
        return SocietyReport.sections(results);
    }

    /// Facts to hold the moves of scores against; a file that is not there, such as one that may
    /// not be handed on, has none.
    private static Optional<List<PublishedMoves.Published>> published(
            Source source, Map<String, String> inputs) {
        Node.Text name = source.fields().text("published");
        if (name == null) {
            return Optional.empty();
        }
        Path file = source.folder().resolve(name.value());
        if (!Files.isRegularFile(file)) {
            return Optional.of(List.of());
        }
        try {
            String text = Files.readString(file);
            inputs.put("published " + file.getFileName(), Digest.sha256(text));
            List<PublishedMoves.Published> facts = PublishedMoves.read(text);
            if (facts.isEmpty()) {
                source.problem(
                        LabCode.DATA,
                        "published",
                        file.getFileName()
                                + " has no fact of a form that is known here; see docs/lab.md");
            }
            return Optional.of(facts);
        } catch (IOException unreadable) {
            source.problem(
                    LabCode.DATA, "published", file.getFileName() + " cannot be read as text");
            return Optional.empty();
        }
    }

    private static LocalDate start(Source source) {
        Node.Text text = source.fields().text("start");
        LocalDate usual = LocalDate.of(2017, 1, 2);
        if (text == null) {
            return usual;
        }
        try {
            LocalDate date = LocalDate.parse(text.value());
            if (date.getYear() >= 1971 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // Told below, like a date out of range.
        }
        source.problem(
                LabCode.BAD_NUMBER,
                "start",
                "start is "
                        + text.value()
                        + "; write a date from 1971 to 2099, such as 2017-01-02");
        return usual;
    }

    private static Optional<Population> population(Source source, Population base) {
        Fields table = source.fields().table("population", "the population");
        if (table == null) {
            return Optional.of(base);
        }
        return new PopulationFile(
                        LabCode.UNKNOWN_KEY.id(), LabCode.MISSING_KEY.id(), LabCode.BAD_NUMBER.id())
                .read(table, Optional.of(base));
    }

    private static List<Arm> arms(
            Source source, Population population, Map<String, String> inputs) {
        var arms = new ArrayList<Arm>();
        Fields fields = source.fields();
        Node found = fields.need("schemes", "schemes: {none: none, lender: lender}");
        if (!(found instanceof Node.Table table)) {
            if (found != null) {
                source.problem(
                        LabCode.WRONG_SHAPE,
                        "schemes",
                        "schemes is a table of arms, such as {none: none, lender: lender}");
            }
            return arms;
        }
        for (Map.Entry<String, Node.Field> each : table.fields().entrySet()) {
            arm(source, each.getKey(), each.getValue(), population, inputs).ifPresent(arms::add);
        }
        List<Arm> all = new Sweep(source, inputs).over(arms);
        if (all.size() > MOST_ARMS) {
            source.problem(
                    LabCode.BAD_NUMBER,
                    "schemes",
                    "the experiment has " + all.size() + " arms; at most " + MOST_ARMS);
        }
        return all;
    }

    private static Optional<Arm> arm(
            Source source,
            String name,
            Node.Field field,
            Population population,
            Map<String, String> inputs) {
        return switch (field.value()) {
            case Node.Text text when text.value().equals(NONE) ->
                    Optional.of(
                            new Arm(
                                    name,
                                    Optional.empty(),
                                    Set.of(),
                                    Optional.empty(),
                                    population));
            case Node.Text text ->
                    scheme(source, text, null, inputs)
                            .map(s -> arm(name, s, Set.of(), "scheme", population));
            case Node.Table table -> {
                Source inner = source.of(source.fields().inner(table, "the arm " + name));
                yield arm(inner, name, population, inputs);
            }
            case Node.Series series -> {
                source.problems()
                        .add(
                                LabCode.WRONG_SHAPE.id(),
                                series.position(),
                                "an arm is a scheme's name, none, or a table with scheme");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Arm> arm(
            Source inner, String name, Population population, Map<String, String> inputs) {
        Fields fields = inner.fields();
        Node.Text scheme = fields.needText("scheme", "scheme: sesame-2017");
        Node changes = fields.find("changes");
        String enrolment = inner.word("enrolment", "scheme", "everybody", "voluntary");
        List<Node.Text> off = fields.texts("without");
        Optional<Population> own = population(inner, population);
        fields.done();
        if (scheme == null || own.isEmpty()) {
            return Optional.empty();
        }
        if (scheme.value().equals(NONE)) {
            return Optional.of(
                    new Arm(name, Optional.empty(), Set.of(), Optional.empty(), own.get()));
        }
        Optional<Scheme> compiled =
                scheme(inner, scheme, changes instanceof Node.Table t ? t : null, inputs);
        return compiled.map(s -> arm(name, s, without(inner, off, s), enrolment, own.get()));
    }

    private static Arm arm(
            String name, Scheme scheme, Set<String> without, String enrolment, Population people) {
        Terms terms = scheme.terms();
        Optional<LocalDate> from =
                switch (enrolment) {
                    case "everybody" -> Optional.empty();
                    case "voluntary" -> Optional.of(LocalDate.MAX);
                    default ->
                            terms.enrolment() == Terms.Enrolment.COMPULSORY
                                    ? Optional.ofNullable(terms.compulsoryFrom())
                                    : Optional.of(LocalDate.MAX);
                };
        return new Arm(name, Optional.of(scheme), without, from, people);
    }

    private static Set<String> without(Source source, List<Node.Text> off, Scheme scheme) {
        var without = new HashSet<String>();
        List<String> services = scheme.services().stream().map(Service::name).toList();
        for (Node.Text text : off) {
            String service = text.value().replaceFirst("\\.price$", "");
            if (services.contains(service)) {
                without.add(text.value());
            } else {
                source.problems()
                        .add(
                                LabCode.UNKNOWN_WORD.id(),
                                text.position(),
                                "without names "
                                        + text.value()
                                        + ", which is no service of the scheme; "
                                        + glasshouse.document.Nearest.hint(service, services));
            }
        }
        return without;
    }

    /// The scheme of a name, with changes as if a file extended it.
    static Optional<Scheme> scheme(
            Source source,
            Node.Text name,
            Node.@Nullable Table changes,
            Map<String, String> inputs) {
        Library library = source.schemes();
        Optional<Library.Source> file = library.find(name.value(), name.position().file());
        if (file.isEmpty()) {
            source.problems()
                    .add(
                            LabCode.UNKNOWN_WORD.id(),
                            name.position(),
                            "there is no scheme "
                                    + name.value()
                                    + "; name a shipped one, or a file beside the experiment");
            return Optional.empty();
        }
        inputs.put("scheme " + name.value(), Digest.sha256(file.get().text()));
        String label = file.get().file();
        Optional<Scheme> base = compile(source, label, file.get().text());
        if (changes == null || base.isEmpty()) {
            return base;
        }
        String changed = label.replaceFirst("(\\.yaml)?$", "-changed.yaml");
        return compile(
                source, changed, YamlText.extending(name.value(), base.get().header(), changes));
    }

    private static Optional<Scheme> compile(Source source, String file, String text) {
        return switch (SchemeCompiler.compile(file, text, source.schemes())) {
            case Compilation.Compiled(Scheme scheme) -> {
                boolean fits = fits(source, scheme);
                yield fits ? Optional.of(scheme) : Optional.empty();
            }
            case Compilation.Refused(List<Problem> problems) -> {
                problems.forEach(source.problems()::add);
                yield Optional.empty();
            }
        };
    }

    /// Whether the lab's tables hold a scheme: lists are bits of a byte, scores are 16 bits.
    private static boolean fits(Source source, Scheme scheme) {
        boolean fits =
                atMost(source, scheme, "lists", scheme.lists().size(), MOST_LISTS)
                        && atMost(
                                source,
                                scheme,
                                "services",
                                scheme.services().size(),
                                MOST_SERVICES);
        double scores =
                (scheme.scale().ceilingMicro() - scheme.scale().floorMicro())
                        / (double) scheme.scale().precisionMicro();
        return fits && atMost(source, scheme, "different scores", scores, MOST_SCORES);
    }

    private static boolean atMost(
            Source source, Scheme scheme, String what, double found, int most) {
        if (found > most) {
            source.problem(
                    LabCode.BAD_NUMBER,
                    "schemes",
                    "the scheme %s has %.0f %s; a society can live under at most %d"
                            .formatted(scheme.header().name(), found, what, most));
        }
        return found <= most;
    }
}
