package glasshouse.lab.service;

import glasshouse.lab.service.Need.Kind;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /// The first offer of a kind.
    public @Nullable Offer first(Kind kind) {
        for (Offer offer : offers) {
            if (offer.need().kind() == kind) {
                return offer;
            }
        }
        return null;
    }

    /// The price of a kind for a person with this score and these lists; the usual one where nobody
    /// decides, or where the person is refused.
    public float price(Kind kind, float usual, int score, int lists) {
        Offer offer = first(kind);
        return offer == null ? usual : offer.price(score, lists);
    }

    /// Whether nothing stands in a person's way to a kind.
    public boolean grants(Kind kind, int score, int lists) {
        for (Offer offer : offers) {
            if (offer.need().kind() == kind && offer.outcome(score, lists) == Outcome.REFUSED) {
                return false;
            }
        }
        return true;
    }
}
