package glasshouse.scheme;

import org.jspecify.annotations.Nullable;

/// A type of behaviour: the context where it belongs, the unit of its value (empty: none), what it
/// reveals in law and how grave it is.
public record Signal(
        String name,
        String title,
        String context,
        String unit,
        Nature nature,
        Gravity gravity,
        @Nullable Effort effort) {
    /// A value in words: `11 days`, `1 hour`; empty where the signal has no unit. Units are plural.
    public String amount(long valueMicro) {
        if (unit.isEmpty()) {
            return "";
        }
        boolean one = Math.abs(valueMicro) == Micro.ONE && unit.endsWith("s");
        return Micro.format(valueMicro) + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
    }
}
