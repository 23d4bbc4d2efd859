package glasshouse.lab.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A way to game ratings.
enum Attack {
    /// Accounts that live by it rate five customers, and others for show.
    SELLERS,
    /// Members praise each other, all of them all.
    RING,
    /// New identities of one person praise that person, and some of each other.
    SYBILS,
    /// Somebody badly rated leaves and comes back under another name.
    WHITEWASHING,
    /// New identities give a rival the least.
    BADMOUTHING,
    /// Good trades first, and then as many bad ones.
    BETRAYAL;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Attack> of(String label) {
        return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
    }
}
