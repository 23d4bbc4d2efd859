package glasshouse.lab.study;

import glasshouse.scheme.Scheme;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One way to live that an experiment compares: under a scheme or none, with some consequences
/// switched off. `compulsoryFrom` empty: everybody is scored from the start; a date: people join
/// and leave as they like until then ([LocalDate#MAX]: always).
public record Arm(
        String name,
        Optional<Scheme> scheme,
        Set<String> without,
        Optional<LocalDate> compulsoryFrom,
        glasshouse.lab.population.Population population) {
    public Arm {
        without = Set.copyOf(without);
    }

    /// Whether this arm is the other with one more consequence switched off.
    boolean isWithout(Arm other) {
        return scheme.isPresent()
                && other.without.isEmpty()
                && !without.isEmpty()
                && scheme.equals(other.scheme)
                && compulsoryFrom.equals(other.compulsoryFrom)
                && population.equals(other.population);
    }

    /// The consequences that are switched off, in words.
    String switchedOff() {
        return String.join("+", new TreeSet<>(without));
    }
}
