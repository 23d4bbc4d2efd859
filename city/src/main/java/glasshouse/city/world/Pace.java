package glasshouse.city.world;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How fast a city lives: days a second, as far as the machine keeps up.
public enum Pace {
    PAUSE(0),
    DAY(1),
    MONTH(30),
    YEAR(365);

    private final int daysPerSecond;

    Pace(int daysPerSecond) {
        this.daysPerSecond = daysPerSecond;
    }

    public int daysPerSecond() {
        return daysPerSecond;
    }

    /// As pages write it: `month`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The pace of a word.
    public static Optional<Pace> of(String word) {
        return Stream.of(values()).filter(pace -> pace.word().equals(word)).findFirst();
    }
}
