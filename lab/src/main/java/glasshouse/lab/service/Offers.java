package glasshouse.lab.service;

import glasshouse.lab.service.Need.Kind;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// All that a scheme decides, less the consequences that an experiment switches off (`job`: the
/// service grants everybody; `loan.price`: it decides, at the usual price).
public final class Offers {
    private final List<Offer> offers;

    private Offers(List<Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    /// Where there is no scheme.
    public static Offers none() {
        return new Offers(List.of());
    }

    public static Offers of(Scheme scheme, Needs needs, Set<String> without) {
        var offers = new ArrayList<Offer>();
        for (Service service : scheme.services()) {
            boolean off = without.contains(service.name());
            boolean usual = off || without.contains(service.name() + ".price");
            offers.add(new Offer(scheme, service, needs.of(service.name()), off, usual));
        }
        return new Offers(offers);
    }

    /// In the order of the scheme.
    public List<Offer> all() {
        return offers;
    }

    /// The price of a kind: the first offer's, or the usual one where nobody decides.
    public Price priceOf(Kind kind) {
        for (Offer offer : offers) {
            if (offer.need().kind() == kind) {
                return new Price(offer);
            }
        }
        return new Price(null);
    }
}
