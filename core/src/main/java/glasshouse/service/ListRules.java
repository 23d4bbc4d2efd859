package glasshouse.service;

import glasshouse.scheme.Listing;
import glasshouse.scheme.Scheme;

/// The lists of a scheme made ready, in its order. Immutable.
public final class ListRules {
    private final Listing[] listings;
    private final Check[] enter;
    private final Check[] exit;

    public ListRules(Scheme scheme) {
        listings = scheme.lists().toArray(new Listing[0]);
        enter = new Check[listings.length];
        exit = new Check[listings.length];
        for (int i = 0; i < listings.length; i++) {
            enter[i] = Check.of(scheme, listings[i].enter());
            exit[i] = Check.of(scheme, listings[i].exit());
        }
    }

    public boolean isEmpty() {
        return listings.length == 0;
    }

    public int size() {
        return listings.length;
    }

    public Listing listing(int list) {
        return listings[list];
    }

    boolean enters(int list, Standing standing) {
        return enter[list].holds(standing);
    }

    boolean leaves(int list, Standing standing) {
        return exit[list].holds(standing);
    }
}
