package glasshouse.lab.experiment;

import java.util.EnumMap;
import java.util.Map;

/// The settings of a run: what the file says, overridden by the command line. `threads` is how many
/// may be used; nothing in the results depends on it.
public record Settings(Map<Setting, Long> values, int threads) {
    public Settings {
        values = Map.copyOf(values);
        if (threads < 1) {
            throw new IllegalArgumentException("a run has a thread");
        }
        values.forEach(
                (setting, value) -> {
                    if (!setting.allows(value)) {
                        throw new IllegalArgumentException(
                                setting.key()
                                        + " "
                                        + value
                                        + " is not between "
                                        + setting.least()
                                        + " and "
                                        + setting.most());
                    }
                });
    }

    /// Nothing set.
    public static Settings none(int threads) {
        return new Settings(Map.of(), threads);
    }

    /// A setting, or what holds where nobody set it.
    public long or(Setting setting, long otherwise) {
        return values.getOrDefault(setting, otherwise);
    }

    /// These, and the others where these say nothing.
    public Settings over(Map<Setting, Long> others) {
        var all = new EnumMap<Setting, Long>(Setting.class);
        all.putAll(others);
        all.putAll(values);
        return new Settings(all, threads);
    }

    /// The seed of the run with this index, of [Setting#SEEDS] runs.
    public long seed(int index) {
        return or(Setting.SEED, 1) + index;
    }

    /// How many seeds there are.
    public int seeds() {
        return Math.toIntExact(or(Setting.SEEDS, 1));
    }
}
