package glasshouse.city.page;

import glasshouse.city.world.Trial;
import glasshouse.lab.population.Population;
import java.util.List;
import java.util.Locale;

/// A trial in the words of a page.
public final class TrialView {
    private static final int WIDE = 10;
    private static final int HIGH = 100;

    private final Trial trial;
    private final Population population;
    private final Words words;

    /// A group, and what becomes of it.
    public record Row(
            String title, String gain, String lose, String change, String before, String after) {}

    /// Somebody whom it hits hard.
    public record Hit(int person, String group, String before, String after) {}

    TrialView(Trial trial, Population population, Words words) {
        this.trial = trial;
        this.population = population;
        this.words = words;
    }

    /// All of it in a sentence.
    public String sum() {
        int gain = trial.groups().stream().mapToInt(Trial.Share::gain).sum();
        int lose = trial.groups().stream().mapToInt(Trial.Share::lose).sum();
        return words.say("studio.sum", trial.people(), gain, lose);
    }

    public String low() {
        return words.decimal(trial.low(), 0);
    }

    public String high() {
        return words.decimal(trial.high(), 0);
    }

    /// The outline of how scores were spread, for an SVG of 400 by 100.
    public String before() {
        return outline(trial.before());
    }

    public String after() {
        return outline(trial.after());
    }

    private String outline(List<Integer> bars) {
        int most =
                Math.max(
                        1,
                        Math.max(
                                trial.before().stream().mapToInt(i -> i).max().orElse(1),
                                trial.after().stream().mapToInt(i -> i).max().orElse(1)));
        var path = new StringBuilder("M0 " + HIGH);
        for (int i = 0; i < bars.size(); i++) {
            double top = HIGH - HIGH * (double) bars.get(i) / most;
            path.append(String.format(Locale.ROOT, "V%.1fH%d", top, (i + 1) * WIDE));
        }
        return path.append("V" + HIGH).toString();
    }

    public List<Row> rows() {
        return trial.groups().stream()
                .map(
                        s ->
                                new Row(
                                        group(s.group()),
                                        percent(s.gain(), s.people()),
                                        percent(s.lose(), s.people()),
                                        words.signed(Math.round(100 * s.change())),
                                        words.decimal(s.refusedBefore(), 0),
                                        words.decimal(s.refusedAfter(), 0)))
                .toList();
    }

    private String percent(int part, int whole) {
        return words.decimal(100.0 * part / Math.max(1, whole), 0) + " %";
    }

    private String group(int group) {
        return population.groups().get(group).title();
    }

    public List<Hit> hardest() {
        return trial.hardest().stream()
                .map(
                        hit ->
                                new Hit(
                                        hit.person(),
                                        group(hit.group()),
                                        words.decimal(hit.before(), 0),
                                        words.decimal(hit.after(), 0)))
                .toList();
    }

    /// For those who cannot see the picture.
    public String shape() {
        return words.say("studio.shape", low(), high());
    }
}
