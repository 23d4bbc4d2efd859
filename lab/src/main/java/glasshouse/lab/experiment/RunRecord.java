package glasshouse.lab.experiment;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.lab.experiment.Experiment.Heading;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/// What a run's folder says of the run: `run.json`.
///
/// @param textSha256 of the experiment file
/// @param settings in force, by key
/// @param inputs what was read beside the file, by name, with its SHA-256
/// @param circumstances what the results do not depend on
/// @param result the result's hash; empty until the run has ended
public record RunRecord(
        Heading heading,
        String kind,
        String textSha256,
        Map<String, Long> settings,
        Map<String, String> inputs,
        String version,
        Circumstances circumstances,
        String result) {
    static final String NAME = "run.json";
    private static final Fields.Codes CODES = new Fields.Codes("", "", "");
    private static final long MOST_BYTES = 1 << 20;

    /// When, for how long, on what.
    public record Circumstances(Instant started, double seconds, int threads, String machine) {}

    public RunRecord {
        settings = Map.copyOf(settings);
        inputs = Map.copyOf(inputs);
    }

    /// What an experiment is about to run as.
    static RunRecord of(Experiment experiment, String version, Circumstances circumstances) {
        var settings = new TreeMap<String, Long>();
        experiment.settings().values().forEach((key, value) -> settings.put(key.key(), value));
        return new RunRecord(
                experiment.heading(),
                experiment.kind().name(),
                ResultHash.ofText(experiment.text()),
                settings,
                experiment.study().inputs(),
                version,
                circumstances,
                "");
    }

    /// The same run, ended.
    RunRecord ended(double seconds, String hash) {
        var ended =
                new Circumstances(
                        circumstances.started,
                        seconds,
                        circumstances.threads,
                        circumstances.machine);
        return new RunRecord(heading, kind, textSha256, settings, inputs, version, ended, hash);
    }

    /// What is another run's, in words; empty where the other may go on from this one's state.
    String difference(RunRecord other) {
        if (!textSha256.equals(other.textSha256)) {
            return "the experiment file has changed";
        }
        if (!settings.equals(other.settings)) {
            return "it ran with " + new TreeMap<>(settings);
        }
        if (!inputs.equals(other.inputs)) {
            return "a scheme or a file that it reads has changed";
        }
        return version.equals(other.version) ? "" : "version " + version + " wrote it";
    }

    void write(Path folder) throws IOException {
        Path unfinished = Files.createTempFile(folder, NAME, ".part");
        Files.writeString(unfinished, json());
        Files.move(
                unfinished,
                folder.resolve(NAME),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private String json() {
        return JsonDocument.of(
                json -> {
                    json.text("experiment", heading.name())
                            .text("title", heading.title())
                            .text("question", heading.question())
                            .text("source", heading.source())
                            .text("kind", kind)
                            .text("file", textSha256);
                    json.object(
                            "settings",
                            () -> {
                                for (var each : new TreeMap<>(settings).entrySet()) {
                                    json.whole(each.getKey(), each.getValue());
                                }
                            });
                    json.object(
                            "inputs",
                            () -> {
                                for (var each : new TreeMap<>(inputs).entrySet()) {
                                    json.text(each.getKey(), each.getValue());
                                }
                            });
                    json.text("version", version)
                            .instant("started", circumstances.started())
                            .seconds("seconds", circumstances.seconds())
                            .whole("threads", circumstances.threads())
                            .text("machine", circumstances.machine())
                            .text("result", result);
                });
    }

    /// The record in a run's folder. JSON is YAML too.
    static RunRecord read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException(folder + " holds no lab run: there is no " + NAME + " in it");
        }
        var problems = new Problems();
        Node.Table table = Yaml.table(NAME, Files.readString(file), "", problems);
        if (table == null) {
            throw new IOException(file + " is damaged");
        }
        try {
            return read(new Fields(table, NAME, CODES, problems));
        } catch (NumberFormatException | DateTimeParseException damaged) {
            throw new IOException(file + " is damaged", damaged);
        }
    }

    private static RunRecord read(Fields fields) {
        var settings = new TreeMap<String, Long>();
        texts(fields, "settings").forEach((key, text) -> settings.put(key, Long.parseLong(text)));
        return new RunRecord(
                new Heading(
                        fields.textOr("experiment", ""),
                        fields.textOr("title", ""),
                        fields.textOr("question", ""),
                        fields.textOr("source", "")),
                fields.textOr("kind", ""),
                fields.textOr("file", ""),
                settings,
                texts(fields, "inputs"),
                fields.textOr("version", ""),
                new Circumstances(
                        Instant.parse(fields.textOr("started", "")),
                        Double.parseDouble(fields.textOr("seconds", "")),
                        Integer.parseInt(fields.textOr("threads", "")),
                        fields.textOr("machine", "")),
                fields.textOr("result", ""));
    }

    private static Map<String, String> texts(Fields fields, String key) {
        var texts = new TreeMap<String, String>();
        Fields inner = fields.table(key, key);
        if (inner != null) {
            inner.keys().forEach(name -> texts.put(name, inner.textOr(name, "")));
        }
        return texts;
    }
}
