package glasshouse.lab.society;

import glasshouse.lab.population.Population;
import glasshouse.scheme.Scheme;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a society is made of before it lives: its people's number, parameters and luck, and the
/// scheme that it lives under, if any. `without` names consequences that are switched off; until
/// `compulsoryFrom` people join and leave as they like (none: everybody is scored from the start).
public record World(
        Population population,
        int people,
        long seed,
        int stepDays,
        LocalDate start,
        Optional<Scheme> scheme,
        Set<String> without,
        Optional<LocalDate> compulsoryFrom) {
    public World {
        without = Set.copyOf(without);
        if (people < 1 || (stepDays != 1 && stepDays != 7)) {
            throw new IllegalArgumentException("a society has people, and steps of 1 or 7 days");
        }
    }
}
