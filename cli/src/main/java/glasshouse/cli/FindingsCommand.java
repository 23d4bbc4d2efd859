package glasshouse.cli;

import glasshouse.casebook.Case;
import glasshouse.casebook.CaseJson;
import glasshouse.casebook.CasePage;
import glasshouse.casebook.Casebook;
import glasshouse.casebook.Cases;
import glasshouse.data.SharedFile;
import glasshouse.detection.Finding.Detector;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.wire.CloudEventWriter;
import glasshouse.wire.UnreadableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What detectors see in files of ratings and other events.
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Looks for rings, bursts and odd sources, and tells each with evidence that a human"
                        + " can judge. Takes nothing from anybody. Exits with 1 where there are"
                        + " findings.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse ratings findings --ratings soc-sign-bitcoinotc.csv \\",
            "      --mapping mappings/bitcoin-otc.yaml --out findings.html",
            "  glasshouse ratings findings --ratings ratings.csv --shared devices.csv \\",
            "      --detector dense-block shared-attribute",
            "  glasshouse ratings findings --ratings ratings.csv --confirmed 1 3 \\",
            "      --retractions taken-back.ndjson"
        })
final class FindingsCommand implements Callable<Integer> {
    private static final int MOST_FINDINGS = 100_000;

    @Option(
            names = "--ratings",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of ratings and other events, as --events of score takes.")
    private List<Path> files;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How rows of other tables become events (.yaml).")
    private @Nullable Path mapping;

    @Option(
            names = "--range",
            paramLabel = "FROM..TO",
            description = "Least and greatest rating. Default: those found.")
    private @Nullable String range;

    @Option(
            names = "--shared",
            paramLabel = "FILE",
            description =
                    "What people share: a table with a column person and one for each thing shared,"
                            + " such as device.")
    private @Nullable Path shared;

    @Option(
            names = "--detector",
            arity = "1..*",
            paramLabel = "NAME",
            converter = DetectorName.class,
            description =
                    "dense-block, reciprocity, burst, source or shared-attribute; may be repeated."
                            + " Default: all.")
    private @Nullable List<Detector> detectors;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many findings of each detector the text tells. Default: 5.")
    private int most = 5;

    @Option(
            names = "--confirmed",
            arity = "1..*",
            paramLabel = "NUMBER",
            description = "Findings that a human has confirmed.")
    private List<Integer> confirmed = new ArrayList<>();

    @Option(
            names = "--retractions",
            paramLabel = "FILE",
            description =
                    "Where to write retractions of the events of the confirmed findings (.ndjson),"
                            + " to be scored beside the files.")
    private @Nullable Path retractions;

    @Option(
            names = "--format",
            description = "text, json or html. Default: by the ending of --out, else text.")
    private @Nullable AuditFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it.")
    private @Nullable Path out;

    private final Terminal terminal;

    FindingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// A detector by its name.
    static final class DetectorName implements ITypeConverter<Detector> {
        @Override
        public Detector convert(String name) {
            for (Detector detector : Detector.values()) {
                if (detector.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                    return detector;
                }
            }
            throw new TypeConversionException(
                    ("'%s' is no detector; there are dense-block, reciprocity, burst, source and"
                                    + " shared-attribute.")
                            .formatted(name));
        }
    }

    @Override
    public Integer call() throws Refusal {
        AuditFormat as = check();
        Casebook book = read();
        Set<Detector> asked =
                detectors == null ? EnumSet.allOf(Detector.class) : EnumSet.copyOf(detectors);
        Cases cases = Cases.of(book, asked);
        Path back = retractions;
        if (back != null) {
            write(back, names(cases.cases()));
        }
        terminal.deliver(
                switch (as) {
                    case text, sarif ->
                            new FindingsText(terminal.drawing(out), most).of(book, cases);
                    case json -> CaseJson.of(book, cases);
                    case html -> CasePage.of(book, cases);
                },
                out);
        return cases.cases().isEmpty() ? 0 : 1;
    }

    private AuditFormat check() throws Refusal {
        AuditFormat as = Ending.format(AuditFormat.values(), format, out);
        if (as == AuditFormat.sarif) {
            throw new Refusal("findings are written as text, json or html; sarif is for schemes.");
        }
        if (most < 1 || most > MOST_FINDINGS) {
            throw new Refusal("--most %s is not between 1 and %s.".formatted(most, MOST_FINDINGS));
        }
        if (confirmed.isEmpty() != (retractions == null)) {
            throw new Refusal(
                    "--confirmed and --retractions go together: which findings a human has"
                            + " confirmed, and where their retractions are written.");
        }
        List<Path> read = new ArrayList<>(files);
        for (Path each : new @Nullable Path[] {mapping, shared}) {
            if (each != null) {
                read.add(each);
            }
        }
        Outlet.apart(out, read);
        Outlet.apart(retractions, read);
        if (out != null) {
            Outlet.apart(retractions, List.of(out));
        }
        Path back = retractions;
        if (back != null && !back.toString().endsWith(".ndjson")) {
            throw new Refusal("--retractions " + back + " is written as .ndjson; call it so.");
        }
        return as;
    }

    private Casebook read() throws Refusal {
        EventSources sources = EventSources.openRatings(files, mapping);
        Path sharing = shared;
        try {
            Casebook book =
                    Casebook.read(sources.files(), sources.mapping(), RangeOption.of(range));
            if (sharing != null) {
                if (!Files.isRegularFile(sharing) || !Files.isReadable(sharing)) {
                    throw new Refusal("--shared " + sharing + " is no file that can be read.");
                }
                book.share(SharedFile.read(sharing));
            }
            return book;
        } catch (UnreadableException unreadable) {
            throw sources.unreadable(unreadable);
        } catch (IOException unfit) {
            throw new Refusal(Terminal.safe(String.valueOf(unfit.getMessage())));
        }
    }

    /// The names of the events of the confirmed findings, each once.
    private Set<EventName> names(List<Case> cases) throws Refusal {
        Set<EventName> names = new TreeSet<>();
        for (int number : confirmed) {
            if (number < 1 || number > cases.size()) {
                throw new Refusal(
                        "--confirmed %s is no finding of these files; there are %s."
                                .formatted(number, cases.size()));
            }
            cases.get(number - 1).events().forEach(event -> names.add(event.name()));
        }
        return names;
    }

    private void write(Path file, Set<EventName> names) throws Refusal {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (Outlet outlet = Outlet.to(file)) {
            try (OutputStream stream = Files.newOutputStream(outlet.path());
                    var writer = new CloudEventWriter(stream)) {
                for (EventName name : names) {
                    writer.write(new Retraction(name, now));
                }
            }
            outlet.finish();
        } catch (IOException failed) {
            throw new Refusal(file + " could not be written; is the disk full?");
        }
        terminal.err().println("Written: %s, %,d retractions".formatted(file, names.size()));
    }
}
