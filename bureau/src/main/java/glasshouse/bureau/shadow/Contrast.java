package glasshouse.bureau.shadow;

import glasshouse.bureau.member.Member;
import glasshouse.scheme.Micro;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// One person under the edition in force and under a proposal, at the same instant.
public record Contrast(Member member, Side before, Side after) {
    public long differenceMicro() {
        return after.scoreMicro() - before.scoreMicro();
    }

    /// The services whose outcome or price would be another, or that only one edition has.
    public Set<String> turned() {
        var services = new TreeSet<>(before.decisions().keySet());
        services.addAll(after.decisions().keySet());
        services.removeIf(each -> word(before, each).equals(word(after, each)));
        return services;
    }

    /// Whether anything would be different for the person.
    public boolean isAny() {
        return differenceMicro() != 0 || !before.band().equals(after.band()) || !turned().isEmpty();
    }

    /// What a service decides on a side, as a word and a price; `none` where there is no such
    /// service.
    static String word(Side side, String service) {
        var decision = side.decisions().get(service);
        if (decision == null) {
            return "none";
        }
        String outcome = decision.outcome().name().toLowerCase(Locale.ROOT);
        return decision.priced() ? outcome + " at " + Micro.format(decision.priceMicro()) : outcome;
    }
}
