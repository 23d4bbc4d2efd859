package glasshouse.cli;

import glasshouse.lab.experiment.Experiment;
import glasshouse.lab.experiment.RunFolder;
import glasshouse.lab.experiment.RunRecord;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import glasshouse.lab.study.SocietyStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// The society of a run, to live again.
final class SocietyOfRun {
    private SocietyOfRun() {}

    static SocietyStudy in(Path folder, int threads) throws Refusal {
        try {
            RunRecord record = new RunFolder(folder).record();
            Map<Setting, Long> values = new EnumMap<>(Setting.class);
            for (Setting setting : Setting.values()) {
                Long value = record.settings().get(setting.key());
                if (value != null) {
                    values.put(setting, value);
                }
            }
            Path file = folder.resolve(RunFolder.EXPERIMENT);
            Experiment experiment =
                    ExperimentFile.load(file.toString(), new Settings(values, threads));
            if (experiment.study() instanceof SocietyStudy study) {
                return study;
            }
            throw new Refusal(
                    "The run in %s is of the kind %s; lives are led in societies only."
                            .formatted(folder, experiment.kind().name()));
        } catch (IOException unreadable) {
            throw new Refusal(Terminal.safe(String.valueOf(unreadable.getMessage())));
        }
    }
}
