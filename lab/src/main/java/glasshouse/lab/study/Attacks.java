package glasshouse.lab.study;

import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import glasshouse.lab.experiment.Spread;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.study.Bazaar.Group;
import glasshouse.lab.study.Bazaar.Row;
import glasshouse.lab.study.Plot.Prices;
import glasshouse.rating.Bayes;
import glasshouse.rating.EigenTrust;
import glasshouse.rating.Fading;
import glasshouse.rating.FairnessGoodness;
import glasshouse.rating.Fixed;
import glasshouse.rating.Mean;
import glasshouse.rating.Method;
import glasshouse.rating.Prior;
import glasshouse.rating.Reputations;
import glasshouse.rating.Rev2;
import glasshouse.rating.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Every attack under every rating method before every detector, with the truth known: what it
/// gains, what is left of it after claw-backs, whom detectors find, and how soon.
///
/// A run is one attack of one size and haste on one seed; seeds share their members and honest
/// ratings. The core's methods and detectors are used as they are.
final class Attacks implements Study {
    static final int PEOPLE = 1_000;

    /// The arm of a table where nobody looks, and of one where all look.
    static final String NOBODY = "nobody looks";

    static final String ALL = "all";
    static final String NO_ATTACK = "none";

    private static final double STARS = 2.0 / Fixed.ONE;
    private static final Prior PRIOR = new Prior(Fixed.ONE * 3 / 10, 5 * Fixed.ONE);
    private static final int HALF_LIFE = 180;
    private static final int CLOSE_DAYS = 7;
    private static final List<Watch> WATCHES = List.of(Watch.values());

    private final Design design;
    private final Settings settings;
    private final List<Case> cases = new ArrayList<>();
    private final Map<String, Method> methods = new LinkedHashMap<>();

    /// What to try, and on whom.
    record Design(
            List<Attack> attacks,
            int[] sizes,
            int[] within,
            Prices prices,
            double confirm,
            int delay,
            int days,
            int sources,
            List<Group> groups) {
        Design {
            attacks = List.copyOf(attacks);
            groups = List.copyOf(groups);
        }
    }

    /// One attack; none on the honest marketplace.
    private record Case(Optional<Attack> attack, int size, int within) {
        String label() {
            return attack.map(Attack::label).orElse(NO_ATTACK);
        }
    }

    Attacks(Design design, Settings settings) {
        this.design = design;
        this.settings = settings;
        cases.add(new Case(Optional.empty(), 0, 0));
        for (Attack attack : design.attacks()) {
            for (int size : design.sizes()) {
                for (int within : design.within()) {
                    cases.add(new Case(Optional.of(attack), size, within));
                }
            }
        }
        methods.put("mean", new Mean());
        methods.put("bayes", new Bayes(PRIOR));
        methods.put("fading", new Fading(PRIOR, HALF_LIFE));
        methods.put("standing", new Standing(PRIOR, 0, CLOSE_DAYS));
        methods.put("fairness-goodness", new FairnessGoodness());
        methods.put("rev2", new Rev2(PRIOR));
        methods.put("eigentrust", new EigenTrust(List.of(0, 1, 2, 3, 4)));
    }

    private int people() {
        return (int) settings.or(Setting.PEOPLE, PEOPLE);
    }

    @Override
    public Map<String, String> inputs() {
        return Map.of();
    }

    @Override
    public Results run(Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        int seeds = settings.seeds();
        long steps = (long) people() * design.days();
        List<double[]> runs =
                new Runs(cases.size() * seeds, steps, settings.threads())
                        .all(this::once, progress, checkpoints);
        return results(runs);
    }

    // What a run gives: for each method the gain before nobody, before each detector and before
    // all; then for each detector and all of them: guilty found, innocents found, guilty, days to
    // the first finding summed, and by group innocents found; then by group innocents; the cost.

    private static int watchers() {
        return WATCHES.size() + 1;
    }

    private int gainAt(int method, int watcher) {
        return method * (watchers() + 1) + watcher + 1;
    }

    private int foundAt(int watcher) {
        return methods.size() * (watchers() + 1) + watcher * (4 + design.groups().size());
    }

    private int innocentsAt() {
        return foundAt(watchers());
    }

    private int costAt() {
        return innocentsAt() + design.groups().size();
    }

    private double[] once(int index) {
        Case which = cases.get(index / settings.seeds());
        long seed = settings.seed(index % settings.seeds());
        var bazaar = new Bazaar(design.groups(), people(), design.days(), design.sources(), seed);
        Attack attack = which.attack().orElse(Attack.SYBILS);
        var plot = new Plot(bazaar, attack, which.size(), which.within(), design.prices(), seed);
        Set<Integer> guilty = which.attack().isPresent() ? plot.guilty() : Set.of();
        List<Row> rows = which.attack().isPresent() ? plot.rows(_ -> false) : bazaar.rows();
        double[] numbers = new double[costAt() + 1];
        var found = new ArrayList<Map<Integer, Integer>>();
        var all = new HashMap<Integer, Integer>();
        for (Watch watch : WATCHES) {
            Map<Integer, Integer> days = watch.found(plot, rows, design.days());
            found.add(days);
            days.forEach((person, day) -> all.merge(person, day, Math::min));
        }
        found.add(all);
        for (int person = 0; person < people(); person++) {
            numbers[innocentsAt() + bazaar.group(person)] += guilty.contains(person) ? 0 : 1;
        }
        for (int watcher = 0; watcher < watchers(); watcher++) {
            judge(bazaar, plot, guilty, found.get(watcher), numbers, foundAt(watcher));
        }
        if (which.attack().isPresent()) {
            gains(plot, found, seed, numbers);
            numbers[costAt()] = plot.cost();
        }
        return numbers;
    }

    private void judge(
            Bazaar bazaar,
            Plot plot,
            Set<Integer> guilty,
            Map<Integer, Integer> found,
            double[] numbers,
            int at) {
        numbers[at + 2] = guilty.size();
        found.forEach(
                (person, day) -> {
                    if (guilty.contains(person)) {
                        numbers[at]++;
                        numbers[at + 3] += day - plot.start();
                    } else {
                        numbers[at + 1]++;
                        if (person < people()) {
                            numbers[at + 4 + bazaar.group(person)]++;
                        }
                    }
                });
    }

    private void gains(Plot plot, List<Map<Integer, Integer>> found, long seed, double[] numbers) {
        int method = 0;
        for (Method each : methods.values()) {
            Reputations without = each.of(plot.ratings(plot.without()), design.days());
            for (int watcher = -1; watcher < watchers(); watcher++) {
                Map<Integer, Integer> days = watcher < 0 ? Map.of() : found.get(watcher);
                Predicate<Integer> confirmed = person -> confirmed(person, days, seed);
                Reputations with = each.of(plot.ratings(plot.rows(confirmed)), design.days());
                boolean unmasked = plot.unmasked(confirmed);
                numbers[gainAt(method, watcher)] = gain(plot, with, without, unmasked);
            }
            method++;
        }
    }

    /// A right finding is confirmed by a human with a given chance, some days after it was made.
    private boolean confirmed(int person, Map<Integer, Integer> found, long seed) {
        long stream = Luck.stream(seed, 0, Purpose.STUDY, 40);
        return found.containsKey(person)
                && found.getOrDefault(person, 0) + design.delay() <= design.days()
                && Luck.uniform(Luck.at(stream, person), 0) < design.confirm();
    }

    /// Stars won by each who profits, on average; somebody else's loss is a gain.
    private static double gain(Plot plot, Reputations with, Reputations without, boolean unmasked) {
        double sum = 0;
        for (Plot.Aim aim : plot.aims()) {
            int name = unmasked ? aim.without() : aim.with();
            sum += stars(with, name) - stars(without, aim.without());
        }
        double mean = sum / plot.aims().size();
        return plot.harms() ? -mean : mean;
    }

    /// The stars that a person stands at; at the prior's mean while nobody has rated them.
    private static double stars(Reputations reputations, int person) {
        long goodness = reputations.goodness(person);
        return (goodness == Fixed.NONE ? PRIOR.mean() : goodness) * STARS;
    }

    private Results results(List<double[]> runs) {
        var rows =
                Table.named(Table.ROWS)
                        .texts("attack")
                        .wholes("size", "within")
                        .texts("method", "detector")
                        .decimals("gain", "low", "high", "euros", "perHundredEuros");
        var found =
                Table.named("findings")
                        .texts("attack")
                        .wholes("size", "within")
                        .texts("detector")
                        .decimals("precision", "recall", "days", "falseFindings");
        var innocents =
                Table.named("innocents")
                        .texts("attack")
                        .wholes("size", "within")
                        .texts("detector", "group")
                        .decimals("falseFindings");
        var measures = new ArrayList<Measure>();
        for (int index = 0; index < cases.size(); index++) {
            Case each = cases.get(index);
            List<double[]> seeds =
                    runs.subList(index * settings.seeds(), (index + 1) * settings.seeds());
            if (each.attack().isPresent()) {
                gained(each, seeds, rows, measures);
            }
            findings(each, seeds, found, innocents);
        }
        return new Results(measures, List.of(rows.build(), found.build(), innocents.build()));
    }

    private static String watcher(int index) {
        return index < 0 ? NOBODY : index < WATCHES.size() ? WATCHES.get(index).label() : ALL;
    }

    private void gained(
            Case which, List<double[]> seeds, Table.Builder rows, List<Measure> measures) {
        List<String> names = List.copyOf(methods.keySet());
        double euros = mean(seeds, costAt());
        for (int watcher = -1; watcher < watchers(); watcher++) {
            for (int method = 0; method < names.size(); method++) {
                int at = gainAt(method, watcher);
                Spread gain = Spread.of(seeds.stream().mapToDouble(n -> n[at]).toArray());
                rows.row(
                        which.label(),
                        which.size(),
                        which.within(),
                        names.get(method),
                        watcher(watcher),
                        gain.mean(),
                        gain.low(),
                        gain.high(),
                        euros,
                        gain.mean() / euros * 100);
                if (watcher < 0 || watcher == WATCHES.size()) {
                    String arm =
                            "%s of %d within %d days, %s"
                                    .formatted(
                                            which.label(),
                                            which.size(),
                                            which.within(),
                                            watcher < 0 ? NOBODY : "all look");
                    measures.add(gain.measure("gain." + names.get(method), arm));
                }
            }
        }
    }

    private void findings(
            Case which, List<double[]> seeds, Table.Builder found, Table.Builder innocents) {
        for (int watcher = 0; watcher < watchers(); watcher++) {
            int at = foundAt(watcher);
            double guilty = mean(seeds, at);
            double others = mean(seeds, at + 1);
            double innocent =
                    IntStream.range(0, design.groups().size())
                            .mapToDouble(g -> mean(seeds, innocentsAt() + g))
                            .sum();
            found.row(
                    which.label(),
                    which.size(),
                    which.within(),
                    watcher(watcher),
                    guilty / (guilty + others),
                    guilty / mean(seeds, at + 2),
                    mean(seeds, at + 3) / guilty,
                    others / innocent);
            for (int group = 0; group < design.groups().size(); group++) {
                innocents.row(
                        which.label(),
                        which.size(),
                        which.within(),
                        watcher(watcher),
                        design.groups().get(group).name(),
                        mean(seeds, at + 4 + group) / mean(seeds, innocentsAt() + group));
            }
        }
    }

    private static double mean(List<double[]> seeds, int at) {
        return seeds.stream().mapToDouble(numbers -> numbers[at]).average().orElse(Double.NaN);
    }
}
