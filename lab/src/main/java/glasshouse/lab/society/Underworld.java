package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.compact.Reporting;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;

/// What a society has beside the rest where people game its scheme: the dealings, everybody's
/// account without what was bought, and those who look for it.
record Underworld(Scheme scheme, Dealings dealings, CompactAccounts honest, Looking looking) {
    static Underworld of(World world, Scheme scheme) {
        var gaming = world.population().gaming();
        var dealings = new Dealings(gaming, world.seed(), world.people());
        var honest =
                CompactAccounts.of(scheme, Reporting.shipped(), world.stepDays(), world.people());
        return new Underworld(
                scheme, dealings, honest, new Looking(dealings, gaming, world.seed()));
    }

    /// Everything that the next step depends on, in a fixed order.
    List<Object> columns() {
        var columns = new ArrayList<>(dealings.columns());
        columns.addAll(honest.columns());
        return columns;
    }
}
