package glasshouse.lab.experiment;

import glasshouse.compiler.Library;
import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.lab.experiment.Experiment.Heading;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an experiment file, and says everything that is wrong with it at once.
public final class ExperimentReader {
    private final List<Kind> kinds;
    private final Library schemes;

    /// What became of a file.
    public sealed interface Reading {
        /// It is an experiment.
        record Read(Experiment experiment) implements Reading {}

        /// It is none; all problems, in the order of the file.
        record Refused(List<Problem> problems) implements Reading {}
    }

    public ExperimentReader(List<Kind> kinds, Library schemes) {
        this.kinds = List.copyOf(kinds);
        this.schemes = schemes;
    }

    /// Reads a file's text; paths in it are relative to `folder`, and `given` overrides its
    /// settings.
    public Reading read(String file, String text, Path folder, Settings given) {
        var problems = new Problems();
        Node.Table table = Yaml.table(file, text, LabCode.YAML.id(), problems);
        Experiment experiment = table == null ? null : read(table, text, folder, given, problems);
        return experiment == null || !problems.isEmpty()
                ? new Reading.Refused(problems.inOrder())
                : new Reading.Read(experiment);
    }

    private @Nullable Experiment read(
            Node.Table table, String text, Path folder, Settings given, Problems problems) {
        var fields = new Fields(table, "the experiment", LabCode.FIELDS, problems);
        Heading heading = heading(fields);
        Kind kind = kind(fields);
        if (kind == null) {
            return null; // without its kind nobody knows which of the other keys are right
        }
        var source = new Source(fields, folder, schemes, given);
        Settings settings = settings(source, kind, given);
        Optional<Study> study = kind.read(new Source(fields, folder, schemes, settings));
        fields.done();
        return study.map(found -> new Experiment(heading, kind, settings, found, text))
                .orElse(null);
    }

    private static Heading heading(Fields fields) {
        Node.Text name = fields.needText("experiment", "experiment: falling-silent");
        if (name != null && !name.value().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            fields.problems()
                    .add(
                            LabCode.BAD_NAME.id(),
                            name.position(),
                            "experiment is called "
                                    + name.value()
                                    + "; allowed are small letters, digits and hyphens, up to 64");
        }
        Node.Text title = fields.needText("title", "title: Who falls silent first");
        Node.Text question = fields.needText("question", "question: Who stops speaking, and when?");
        return new Heading(
                name == null ? "" : name.value(),
                title == null ? "" : title.value(),
                question == null ? "" : question.value(),
                fields.textOr("source", ""));
    }

    private @Nullable Kind kind(Fields fields) {
        List<String> names = kinds.stream().map(Kind::name).toList();
        Node.Text word = fields.needText("kind", "kind: " + names.getFirst());
        if (word == null) {
            return null;
        }
        for (Kind kind : kinds) {
            if (kind.name().equals(word.value())) {
                return kind;
            }
        }
        fields.problems()
                .add(
                        LabCode.UNKNOWN_WORD.id(),
                        word.position(),
                        "there is no kind "
                                + word.value()
                                + "; "
                                + Nearest.hint(word.value(), names));
        return null;
    }

    /// What the file sets, under what was given. What the kind does not take is left out: a seed
    /// changes nothing where there is no chance.
    private static Settings settings(Source source, Kind kind, Settings given) {
        Map<Setting, Long> written = new EnumMap<>(Setting.class);
        for (Setting setting : kind.takes()) {
            if (source.fields().has(setting.key())) {
                long value =
                        source.whole(
                                setting.key(), setting.least(), setting.most(), setting.least());
                written.put(setting, value);
            }
        }
        Map<Setting, Long> taken = new EnumMap<>(Setting.class);
        given.values()
                .forEach(
                        (setting, value) -> {
                            if (kind.takes().contains(setting)) {
                                taken.put(setting, value);
                            }
                        });
        return new Settings(taken, given.threads()).over(written);
    }
}
