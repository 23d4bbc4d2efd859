package glasshouse.lab.experiment;

import java.util.Optional;
import java.util.OptionalDouble;

/// One number of one scheme (an arm of the experiment), for everybody or for one group; `low` and
/// `high` are the ends of its interval over seeds or resamples, where there is one.
public record Measure(
        String name,
        String scheme,
        Optional<String> group,
        double value,
        OptionalDouble low,
        OptionalDouble high) {
    public Measure {
        if (name.isEmpty() || group.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a measure and its group have names");
        }
        if (low.isPresent() != high.isPresent()) {
            throw new IllegalArgumentException("an interval of " + name + " has two ends");
        }
    }

    /// A number for everybody.
    public static Measure of(String name, String scheme, double value) {
        return new Measure(
                name,
                scheme,
                Optional.empty(),
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /// The same number, of one group alone.
    public Measure in(String theGroup) {
        return new Measure(name, scheme, Optional.of(theGroup), value, low, high);
    }

    /// The same number with the ends of its interval.
    public Measure between(double theLow, double theHigh) {
        return new Measure(
                name, scheme, group, value, OptionalDouble.of(theLow), OptionalDouble.of(theHigh));
    }
}
