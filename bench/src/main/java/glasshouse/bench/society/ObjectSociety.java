package glasshouse.bench.society;

import glasshouse.lab.compact.Reporting;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.Ties;
import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Needs;
import glasshouse.lab.service.Offer;
import glasshouse.lab.service.Offers;
import glasshouse.lab.society.World;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// The society of [glasshouse.lab.society.Society], once more, as models in MASON, Repast and Mesa
/// are written: an object a person, an object a tie, a list of behaviours, a scheduler. It knows
/// what the reported scheme needs: accruals with half-lives, contacts, lists, queues; everybody is
/// scored, weeks.
///
/// The same people on the same graph (traits and possible ties are those of the lab), with luck of
/// their own from one generator: results are equal in distribution, which its test holds. On one
/// thread, as these toolkits run by default.
final class ObjectSociety {
    private final World world;
    private final Offers offers;
    private final SplittableRandom random;
    private final Schedule schedule;
    private final ScoreRules rules;
    private final Blacklists lists;
    private final Feeling feeling;
    private final List<Desk> desks = new ArrayList<>();
    private final List<Behaviour> behaviours = new ArrayList<>();
    private final List<Citizen> citizens = new ArrayList<>();
    private final Census census = new Census();
    private Step today;

    ObjectSociety(World world) {
        this.world = world;
        Scheme scheme = world.scheme().orElseThrow();
        Population population = world.population();
        random = new SplittableRandom(world.seed());
        schedule = new Schedule(random);
        today = Step.of(0, world.stepDays(), world.start());
        rules = new ScoreRules(scheme, Reporting.shipped());
        lists = new Blacklists(rules);
        feeling = new Feeling(population.services());
        offers = Offers.of(scheme, Needs.shipped(), Set.of());
        int scores = Offer.scores(scheme.scale());
        offers.all().forEach(offer -> desks.add(new Desk(offer, world.people(), scores)));
        var ties = new Ties(population.ties(), world.seed(), world.people());
        behaviours.add(new Household(this, population, offers));
        behaviours.add(new DailyLife(this, population, offers));
        behaviours.add(new Voice(this, population));
        behaviours.add(new Company(this, population, ties.slots()));
        behaviours.add(new Errands(this, population, desks));
        settle(ties);
        acquaint(ties, population.ties().alive());
        citizens.forEach(citizen -> schedule.repeat(citizen, 0));
        schedule.repeat(this::close, 1);
    }

    private void settle(Ties ties) {
        Population.Money money = world.population().money();
        var traits = new Traits(world.population(), world.seed());
        var scene = new Scene();
        for (int first = 0; first < world.people(); first += Scene.SIZE) {
            scene.open(first, Math.min(Scene.SIZE, world.people() - first));
            traits.of(scene);
            for (int place = 0; place < scene.count(); place++) {
                var citizen = new Citizen(this, traits, place, ties.slots());
                double saved = money.savings() * Math.exp(0.8 * random.nextGaussian());
                citizen.savings = (float) saved * citizen.income;
                citizen.employed = random.nextFloat() >= money.jobless();
                citizen.card = random.nextFloat() < money.cardHolders();
                citizen.mortgage = random.nextFloat() < money.owners();
                if (random.nextFloat() < money.borrowers()) {
                    citizen.loanMonths = 1 + random.nextInt(money.loanMonths());
                }
                citizens.add(citizen);
            }
        }
    }

    private void acquaint(Ties ties, double alive) {
        for (int slot = 0; slot < ties.slots(); slot++) {
            for (int person = 0; person < citizens.size(); person++) {
                int contact = ties.contact(person, slot);
                if (contact > person) {
                    Citizen one = citizens.get(person);
                    Citizen other = citizens.get(contact);
                    float sociable = (one.sociability + other.sociability) / 2;
                    var tie = new Tie(one, other, random.nextFloat() < alive * sociable);
                    one.ties[slot] = tie;
                    other.ties[slot] = tie;
                }
            }
        }
    }

    /// Lives through a week.
    void step() {
        schedule.step();
    }

    /// Whether citizens take turns in another order each week.
    void shuffles(boolean now) {
        schedule.shuffles(now);
    }

    private void close() {
        citizens.forEach(Citizen::publish);
        desks.forEach(Desk::close);
        today = Step.of(today.index() + 1, world.stepDays(), world.start());
    }

    List<Citizen> citizens() {
        return citizens;
    }

    Census census() {
        return census;
    }

    SplittableRandom random() {
        return random;
    }

    ScoreRules rules() {
        return rules;
    }

    Blacklists lists() {
        return lists;
    }

    Feeling feeling() {
        return feeling;
    }

    List<Behaviour> behaviours() {
        return behaviours;
    }

    Step today() {
        return today;
    }

    /// The score of somebody of whom nothing is known, in points above the floor.
    int initialScore() {
        return Math.round(rules.initial - rules.floor);
    }
}
