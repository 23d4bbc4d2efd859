package glasshouse.bureau.ledger;

import org.jspecify.annotations.Nullable;

/// Which names may be in the ledger already. Names that were recorded before the start are read
/// while the bureau serves; until they are here any name may be known, which costs a look into the
/// database and changes nothing else. Owned by the ledger's thread, but for [#earlier].
final class Names {
    private final NameSet fresh = new NameSet();
    private volatile @Nullable NameSet earlier;

    /// Whether the name of this hash may be recorded; false is certain.
    boolean mayHold(long hash) {
        NameSet known = earlier;
        return known == null || known.contains(hash) || fresh.contains(hash);
    }

    /// Adds the name of an entry; false where an entry since the start's snapshot has it.
    boolean add(long hash) {
        return fresh.add(hash);
    }

    /// Hands over the names that were recorded before those added here; not to be changed after.
    void earlier(NameSet names) {
        earlier = names;
    }
}
