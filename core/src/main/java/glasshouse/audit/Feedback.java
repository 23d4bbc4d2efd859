package glasshouse.audit;

import java.util.List;

/// A consequence that comes back as behaviour, as seen in a run of the lab: with a service's prices
/// (or answers) people pay late more often than in the same world without them.
///
/// `consequence` is what was switched off in the other world: a service, or its price
/// (`loan.price`). Rates are late payments a person and year; `hardest` is the group in which they
/// rise most. `signals` are those by which the scheme hears of a late payment.
public record Feedback(
        String consequence, double with, double without, String hardest, List<String> signals) {
    public Feedback {
        signals = List.copyOf(signals);
    }

    /// Late payments more, by 1,000 people and year.
    public double more() {
        return 1000 * (with - without);
    }

    /// The service's name.
    String service() {
        int dot = consequence.indexOf('.');
        return dot < 0 ? consequence : consequence.substring(0, dot);
    }

    boolean priceOnly() {
        return consequence.endsWith(".price");
    }
}
