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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How few bots tip a climate of opinion: forums of the same people with no, few and more bots,
/// tied to people in the middle, anywhere or at the edge of the network.
final class SpiralOfSilence implements Study {
    static final int PEOPLE = 1000;
    static final int STEPS = 1000;

    /// Numbers that one forum gives in one design.
    private static final int WIDTH = 4;

    /// Where bots tie themselves: by weight ties^exponent.
    enum Place {
        CENTRE("centre", 1),
        ANYWHERE("anywhere", 0),
        EDGE("edge", -2);

        private final String label;
        private final double exponent;

        Place(String label, double exponent) {
            this.label = label;
            this.exponent = exponent;
        }

        String label() {
            return label;
        }
    }

    /// What is varied.
    record Design(int[] connections, List<Place> places, int[] bots, double influence) {}

    private record Arm(int connections, Place place, int bots) {
        String label() {
            return "%s ties, %s, %s bots".formatted(connections, place.label, bots);
        }
    }

    private final Design design;
    private final Settings settings;
    private final int people;
    private final int steps;
    private final List<Arm> arms = new ArrayList<>();

    SpiralOfSilence(Design design, Settings settings) {
        this.design = design;
        this.settings = settings;
        people = Math.toIntExact(settings.or(Setting.PEOPLE, PEOPLE));
        steps = Math.toIntExact(settings.or(Setting.STEPS, STEPS));
        for (int connections : design.connections) {
            for (Place place : design.places) {
                for (int bots : design.bots) {
                    arms.add(new Arm(connections, place, bots));
                }
            }
        }
    }

    @Override
    public Results run(Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        var runs = new Runs(settings.seeds(), (long) people * arms.size(), settings.threads());
        List<double[]> numbers = runs.all(this::numbers, progress, checkpoints);
        var measures = new ArrayList<Measure>();
        Table rows = rows(numbers, measures);
        central(numbers, measures);
        return new Results(measures, List.of(rows));
    }

    /// All arms on one seed; then, for each number of connections, the opinion in the middle.
    private double[] numbers(int index) {
        double[] numbers = new double[arms.size() * WIDTH + design.connections.length];
        int at = 0;
        int middle = arms.size() * WIDTH;
        for (int connections : design.connections) {
            var forum = new Forum(people, connections, settings.seed(index));
            numbers[middle++] = forum.mostCentralOpinion();
            for (Arm arm : arms) {
                if (arm.connections == connections) {
                    Forum.Rest rest =
                            forum.run(arm.bots, arm.place.exponent, design.influence, steps);
                    numbers[at++] = rest.speakFor();
                    numbers[at++] = rest.speakAgainst();
                    numbers[at++] = rest.holdFor();
                    numbers[at++] = rest.steps();
                }
            }
        }
        return numbers;
    }

    private Table rows(List<double[]> numbers, List<Measure> measures) {
        Table.Builder rows =
                Table.named(Table.ROWS)
                        .wholes("ties")
                        .texts("botsAt")
                        .wholes("bots")
                        .decimals("botShare")
                        .wholes("runs")
                        .decimals("won", "wonLow", "wonHigh", "tipped")
                        .decimals("speakFor", "speakAgainst", "silent", "steps");
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            int none = arms.indexOf(new Arm(arm.connections, arm.place, 0));
            var counts = new Counts();
            for (double[] each : numbers) {
                counts.add(each, i * WIDTH, none * WIDTH);
            }
            int runs = numbers.size();
            Spread won = Spread.share(counts.won, runs);
            double silent = 1 - (counts.speakFor + counts.speakAgainst) / runs / people;
            rows.row(
                    arm.connections,
                    arm.place.label,
                    arm.bots,
                    (double) arm.bots / (arm.bots + people),
                    runs,
                    won.mean(),
                    won.low(),
                    won.high(),
                    counts.lost == 0 ? Double.NaN : (double) counts.tipped / counts.lost,
                    counts.speakFor / counts.holdFor,
                    counts.speakAgainst / ((double) runs * people - counts.holdFor),
                    silent,
                    counts.steps / runs);
            measures.add(won.measure("won-by-bots", arm.label()));
            measures.add(Measure.of("silent", arm.label(), silent));
        }
        return rows.build();
    }

    /// What is counted over the seeds of one arm.
    private static final class Counts {
        double speakFor;
        double speakAgainst;
        double holdFor;
        double steps;
        int won;

        /// Runs that the bots' opinion loses without bots, and those of them that it wins with.
        int lost;

        int tipped;

        void add(double[] numbers, int at, int none) {
            speakFor += numbers[at];
            speakAgainst += numbers[at + 1];
            holdFor += numbers[at + 2];
            steps += numbers[at + 3];
            boolean wins = numbers[at] > numbers[at + 1];
            won += wins ? 1 : 0;
            if (none >= 0 && numbers[none] <= numbers[none + 1]) {
                lost++;
                tipped += wins ? 1 : 0;
            }
        }
    }

    /// How often the best connected person's opinion is the one that is heard in the end, where
    /// there are no bots.
    private void central(List<double[]> numbers, List<Measure> measures) {
        for (int i = 0; i < design.connections.length; i++) {
            int connections = design.connections[i];
            int none = arms.indexOf(new Arm(connections, design.places.getFirst(), 0));
            if (none < 0) {
                continue;
            }
            int agreed = 0;
            for (double[] each : numbers) {
                double lead = each[none * WIDTH] - each[none * WIDTH + 1];
                agreed += lead * each[arms.size() * WIDTH + i] > 0 ? 1 : 0;
            }
            measures.add(
                    Spread.share(agreed, numbers.size())
                            .measure("best-connected-wins", connections + " ties, no bots"));
        }
    }
}
