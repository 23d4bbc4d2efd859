package glasshouse.city.world;

import glasshouse.lab.service.Offer;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a service says to a person today, by its rules: the outcome, the price where it sets one,
/// and the least score from which, with the same lists, it would grant. Places that are few are
/// given to the highest scores among those who ask; that is not known beforehand.
public record Door(
        Offer offer,
        Outcome outcome,
        boolean priced,
        double price,
        double usual,
        OptionalLong opensMicro,
        boolean scarce) {
    /// All services of the scheme, for somebody with this score and these lists.
    public static List<Door> of(Scheme scheme, Life life) {
        var doors = new ArrayList<Door>();
        for (Offer offer : life.offers()) {
            Outcome outcome = offer.outcome(life.score(), life.lists());
            doors.add(
                    new Door(
                            offer,
                            outcome,
                            priced(offer),
                            offer.price(life.score(), life.lists()),
                            offer.need().usual(),
                            outcome == Outcome.GRANTED
                                    ? OptionalLong.empty()
                                    : opens(scheme, offer, life),
                            offer.service().quota() != null));
        }
        return doors;
    }

    /// Where everybody is let in and nothing is set but an order.
    public static boolean isQueue(Service service) {
        return service.effect() == Effect.PRIORITY && service.name().startsWith("priority");
    }

    private static boolean priced(Offer offer) {
        for (Rule rule : offer.service().rules()) {
            Curve price = rule.price();
            if (price != null) {
                return true;
            }
        }
        return false;
    }

    private static OptionalLong opens(Scheme scheme, Offer offer, Life life) {
        for (int score = life.score() + 1; score < Offer.scores(scheme.scale()); score++) {
            if (offer.outcome(score, life.lists()) == Outcome.GRANTED) {
                return OptionalLong.of(Offer.micro(scheme.scale(), score));
            }
        }
        return OptionalLong.empty();
    }
}
