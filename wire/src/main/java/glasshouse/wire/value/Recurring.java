package glasshouse.wire.value;

import org.jspecify.annotations.Nullable;

/// One instance for texts that come again and again, such as signals and sources, so that a million
/// events share them. A small direct-mapped cache: at worst it keeps nothing.
public final class Recurring {
    private static final int SIZE = 1 << 8;

    private final @Nullable String[] kept = new @Nullable String[SIZE];

    /// An equal text, the one kept where there is one.
    public String text(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SIZE - 1);
        String found = kept[slot];
        if (found != null && found.equals(text)) {
            return found;
        }
        kept[slot] = text;
        return text;
    }
}
