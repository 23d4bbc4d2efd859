package glasshouse.city.world;

import glasshouse.lab.study.Arm;
import java.util.List;
import java.util.Optional;

/// What a city shows at a moment: one town or two, as of the same day unless one is still catching
/// up. `number` grows with every frame, `founding` whenever a town was founded anew.
public record Frame(long number, int founding, Pace pace, List<View> towns) {
    public Frame {
        towns = List.copyOf(towns);
    }

    /// A town's rules and how it stands.
    public record View(Arm arm, Snapshot snapshot) {
        /// The name of the scheme, or `none`.
        public String rules() {
            return Optional.of(arm)
                    .flatMap(Arm::scheme)
                    .map(scheme -> scheme.header().name())
                    .orElse(City.NONE);
        }
    }

    /// Whether a town lives through days again that the other has behind it.
    public boolean catchingUp() {
        return towns.stream().map(town -> town.snapshot().days()).distinct().count() > 1;
    }
}
