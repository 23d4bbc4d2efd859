package glasshouse.cli;

import glasshouse.data.RatingFile;
import glasshouse.data.RatingTrial;
import glasshouse.rating.Bayes;
import glasshouse.rating.EigenTrust;
import glasshouse.rating.Fading;
import glasshouse.rating.FairnessGoodness;
import glasshouse.rating.Fixed;
import glasshouse.rating.Mean;
import glasshouse.rating.Method;
import glasshouse.rating.Prior;
import glasshouse.rating.Range;
import glasshouse.rating.Rev2;
import glasshouse.rating.Standing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.RatingMethod;
import glasshouse.wire.UnreadableException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How well rating methods foretell ratings that they have not seen.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Predicts ratings from the others, and tells how near each method comes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse ratings evaluate --ratings soc-sign-bitcoinotc.csv \\",
            "      --mapping mappings/bitcoin-otc-tenths.yaml \\",
            "      --method mean --method fairness-goodness",
            "  glasshouse ratings evaluate --ratings ratings.csv \\",
            "      --mapping mappings/filmtrust.yaml --method bayes \\",
            "      --split holdout:0.1 --unrated 3 --format json"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final Pattern SPLIT = Pattern.compile("holdout:(0?\\.[0-9]{1,6})");
    private static final int MOST_PRIOR = 1000;
    private static final int MOST_DAYS = 36_525;

    @Option(
            names = "--ratings",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of ratings: events of two parties, as --events of score takes.")
    private List<Path> files;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How rows of other tables become events (.yaml).")
    private @Nullable Path mapping;

    @Option(
            names = "--method",
            required = true,
            arity = "1..*",
            paramLabel = "NAME",
            converter = MethodName.class,
            description =
                    "mean, bayes, fading, standing, fairness-goodness, rev2 or eigentrust; may be"
                            + " repeated.")
    private List<RatingMethod> methods;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description =
                    "leave-one-out (each in turn), or holdout:0.1 (a tenth, chosen by a digest of"
                            + " each rating). Default: leave-one-out.")
    private String split = "leave-one-out";

    @Option(
            names = "--unrated",
            paramLabel = "VALUE",
            description =
                    "The rating predicted for somebody of whom nothing is known, and the mean of"
                            + " every prior. Default: 0.")
    private BigDecimal unrated = BigDecimal.ZERO;

    @Option(
            names = "--range",
            paramLabel = "FROM..TO",
            description = "Least and greatest rating. Default: those found.")
    private @Nullable String range;

    @Option(
            names = "--prior-weight",
            paramLabel = "N",
            description =
                    "How many imaginary ratings the prior of bayes, standing and rev2 is worth, 0"
                            + " to 1000. Default: 1.")
    private int priorWeight = 1;

    @Option(
            names = "--half-life",
            paramLabel = "DAYS",
            description = "After how many days ratings weigh half under fading. Default: 365.")
    private int halfLifeDays = 365;

    @Option(
            names = "--close",
            paramLabel = "DAYS",
            description = "How many days lie between closes under standing. Default: 1.")
    private int closeDays = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// A method by the name that schemes call it.
    static final class MethodName implements ITypeConverter<RatingMethod> {
        @Override
        public RatingMethod convert(String name) {
            for (RatingMethod method : RatingMethod.values()) {
                if (name(method).equals(name)) {
                    return method;
                }
            }
            throw new TypeConversionException(
                    ("'%s' is no method; there are mean, bayes, fading, standing,"
                                    + " fairness-goodness, rev2 and eigentrust.")
                            .formatted(name));
        }
    }

    static String name(RatingMethod method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Integer call() throws Refusal {
        double hidden = check();
        RatingFile file = read();
        var trial = new RatingTrial(file, unrated.doubleValue(), hidden, threads);
        Map<String, RatingTrial.Result> results = new LinkedHashMap<>();
        for (RatingMethod method : methods) {
            try (var progress = ProgressLine.trying(terminal)) {
                results.put(
                        name(method),
                        trial.of(
                                method(method, file.range()),
                                share ->
                                        progress.at(
                                                (long) (share * file.ratings().size()), share)));
            }
        }
        var report = new EvaluationReport(file, split, unrated, results);
        terminal.out()
                .print(
                        switch (format) {
                            case text -> report.text(terminal);
                            case json -> report.json();
                        });
        terminal.out().flush();
        return 0;
    }

    /// The share to hold out; 0 where each is left out in turn.
    private double check() throws Refusal {
        within("--prior-weight", priorWeight, 0, MOST_PRIOR);
        within("--half-life", halfLifeDays, 1, MOST_DAYS);
        within("--close", closeDays, 1, MOST_DAYS);
        within("--threads", threads, 1, 1024);
        if (unrated.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new Refusal("--unrated is a rating, from -1000000 to 1000000.");
        }
        if (split.equals("leave-one-out")) {
            return 0;
        }
        Matcher share = SPLIT.matcher(split);
        if (!share.matches() || Double.parseDouble(share.group(1)) == 0) {
            throw new Refusal(
                    "--split "
                            + Terminal.safe(split)
                            + " is neither leave-one-out nor a share such as holdout:0.1.");
        }
        return Double.parseDouble(share.group(1));
    }

    private static void within(String option, int value, int least, int most) throws Refusal {
        if (value < least || value > most) {
            throw new Refusal(
                    "%s %s is not between %s and %s.".formatted(option, value, least, most));
        }
    }

    private RatingFile read() throws Refusal {
        EventSources sources = EventSources.openRatings(files, mapping);
        try {
            return RatingFile.read(sources.files(), sources.mapping(), RangeOption.of(range))
                    .orElseThrow(
                            () ->
                                    new Refusal(
                                            "There are no two ratings that differ: an event is a"
                                                    + " rating where it has a counterparty and a"
                                                    + " value."));
        } catch (UnreadableException unreadable) {
            throw sources.unreadable(unreadable);
        }
    }

    private Method method(RatingMethod method, Range within) {
        long mean = within.scaled(Micro.parse(unrated.toPlainString()));
        var prior = new Prior(mean, priorWeight * Fixed.ONE);
        return switch (method) {
            case MEAN -> new Mean();
            case BAYES -> new Bayes(prior);
            case FADING -> new Fading(Prior.NONE, halfLifeDays);
            case STANDING -> new Standing(prior, 0, closeDays);
            case FAIRNESS_GOODNESS -> new FairnessGoodness();
            case REV2 -> new Rev2(prior);
            case EIGENTRUST -> new EigenTrust(List.of());
        };
    }
}
