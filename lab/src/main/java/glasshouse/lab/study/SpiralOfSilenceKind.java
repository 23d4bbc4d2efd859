package glasshouse.lab.study;

import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.lab.experiment.Kind;
import glasshouse.lab.experiment.LabCode;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Source;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.report.Section;
import glasshouse.lab.study.SpiralOfSilence.Design;
import glasshouse.lab.study.SpiralOfSilence.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads an experiment of the kind `spiral-of-silence`: `ties` (how many a newcomer makes; several
/// numbers are compared), `bots` (how many; several), `bots-at` (centre, anywhere, edge) and
/// `influence` (a bot's voice, where a person's is 1).
public final class SpiralOfSilenceKind implements Kind {
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_TIES = 100;
    private static final List<String> LABELS =
            Arrays.stream(Place.values()).map(Place::label).toList();

    @Override
    public String name() {
        return "spiral-of-silence";
    }

    @Override
    public Set<Setting> takes() {
        return Set.of(Setting.PEOPLE, Setting.STEPS, Setting.SEEDS, Setting.SEED);
    }

    @Override
    public List<Section> tell(Results results) {
        return SpiralOfSilenceReport.sections(results);
    }

    @Override
    public Optional<Study> read(Source source) {
        long people = source.settings().or(Setting.PEOPLE, SpiralOfSilence.PEOPLE);
        if (people < 2 || people > MOST_PEOPLE) {
            source.problem(
                    LabCode.BAD_NUMBER,
                    Setting.PEOPLE.key(),
                    "people is " + people + "; a forum holds 2 to " + MOST_PEOPLE);
            return Optional.empty();
        }
        int mostTies = Math.toIntExact(Math.min(MOST_TIES, (people - 1) / 2));
        int[] ties = wholes(source, "ties", 1, Math.max(1, mostTies), 5);
        int[] bots = wholes(source, "bots", 0, Math.toIntExact(people), 0);
        List<Place> places = places(source);
        double influence = source.decimal("influence", 0, 1000, 1);
        return source.problems().isEmpty()
                ? Optional.of(
                        new SpiralOfSilence(
                                new Design(ties, places, bots, influence), source.settings()))
                : Optional.empty();
    }

    private static int[] wholes(Source source, String key, int least, int most, int otherwise) {
        double[] values = source.decimals(key, least, most, otherwise);
        int[] wholes = Arrays.stream(values).mapToInt(value -> (int) Math.round(value)).toArray();
        boolean fit =
                IntStream.range(0, values.length).allMatch(i -> values[i] == wholes[i])
                        && Arrays.stream(wholes).distinct().count() == wholes.length;
        if (!fit) {
            source.problem(
                    LabCode.BAD_NUMBER, key, key + " holds whole numbers, each of them once");
        }
        return wholes;
    }

    private static List<Place> places(Source source) {
        var places = new ArrayList<Place>();
        for (Node.Text text : source.fields().texts("bots-at")) {
            Optional<Place> place = place(text.value());
            if (place.isPresent() && !places.contains(place.get())) {
                places.add(place.get());
            } else {
                String what = place.isPresent() ? "named twice" : "no place";
                source.problems()
                        .add(
                                LabCode.UNKNOWN_WORD.id(),
                                text.position(),
                                "bots-at: %s is %s; %s"
                                        .formatted(
                                                text.value(),
                                                what,
                                                Nearest.hint(text.value(), LABELS)));
            }
        }
        return places.isEmpty() ? List.of(Place.CENTRE) : places;
    }

    private static Optional<Place> place(String label) {
        return Arrays.stream(Place.values()).filter(each -> each.label().equals(label)).findFirst();
    }
}
