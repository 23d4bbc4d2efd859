package glasshouse.stream.person;

import glasshouse.account.Fingerprint;
import glasshouse.account.Plan;
import glasshouse.scheme.Listing;
import java.util.List;

/// A number for what a plan's states hold (days of which zone, which lists, what in which slot),
/// kept in each of them.
final class Layouts {
    private Layouts() {}

    static int number(Plan plan) {
        String zone = plan.scheme().header().zone().getId();
        List<String> lists = plan.scheme().lists().stream().map(Listing::name).toList();
        return (int) Fingerprint.of(zone + lists + plan.layout());
    }
}
