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
        @Nullable Effort effort) {}
