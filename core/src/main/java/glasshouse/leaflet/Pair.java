package glasshouse.leaflet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a scheme before and after; null where there is none.
record Pair<T>(@Nullable T before, @Nullable T after) {
    <R> Pair<R> map(Function<T, R> then, Function<T, R> now) {
        T old = before;
        T given = after;
        return new Pair<>(
                old == null ? null : then.apply(old), given == null ? null : now.apply(given));
    }
}
