package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.compact.Reporting;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a society has beside the rest where people game its scheme: what is on sale, the dealings,
/// everybody's account without what was bought, and those who look for it.
record Underworld(
        Wares wares,
        Dealings dealings,
        CompactAccounts honest,
        Looking looking,
        Optional<Rings> rings) {
    static Underworld of(World world, Scheme scheme, Society society) {
        Population population = world.population();
        var gaming = population.gaming();
        var wares = new Wares(scheme, gaming);
        var dealings = new Dealings(gaming, wares.goods(), world.seed(), world.people());
        var honest =
                CompactAccounts.of(scheme, Reporting.shipped(), world.stepDays(), world.people());
        Optional<Rings> rings =
                Wares.rated(scheme)
                        .filter(_ -> gaming.ring() > 1)
                        .map(_ -> guestbook(population, world, wares))
                        .map(book -> new Rings(dealings, book, gaming, world.seed()));
        var looking = new Looking(dealings, society.ties(), gaming, world.seed());
        return new Underworld(wares, dealings, honest, looking, rings);
    }

    private static Guestbook guestbook(Population population, World world, Wares wares) {
        int meetings = population.encounters().meetings();
        return new Guestbook(meetings, world.people(), wares.lowest(), wares.highest());
    }

    /// Part 6 of a step, in order.
    List<Policy> policies(Society society, CompactAccounts accounts, Scheme scheme) {
        var gaming = society.world().population().gaming();
        var policies = new ArrayList<Policy>();
        boolean rated = Wares.rated(scheme).isPresent();
        rings.ifPresent(each -> policies.add(new Ringing(society, this, each)));
        policies.add(new Buying(society, this));
        if (gaming.badmouthing() > 0 && dealings.goods().contains(Wares.Good.RATINGS)) {
            policies.add(new Badmouthing(society, this));
        }
        if (gaming.newName() > 0) {
            policies.add(new Renaming(society, this, accounts));
        }
        if (gaming.loot() > 0 && rated) {
            policies.add(new Betraying(society, this));
        }
        return policies;
    }

    /// Ends a step; `looks`: detectors look.
    void close(Step step, boolean looks) {
        looking.close(step, looks);
        rings.ifPresent(each -> each.close(step, looks));
    }

    /// Everything that the next step depends on, in a fixed order.
    List<Object> columns() {
        var columns = new ArrayList<>(dealings.columns());
        columns.addAll(honest.columns());
        rings.ifPresent(each -> columns.addAll(each.columns()));
        return columns;
    }
}
