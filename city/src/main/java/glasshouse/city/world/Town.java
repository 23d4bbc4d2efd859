package glasshouse.city.world;

import glasshouse.lab.service.Offer;
import glasshouse.lab.society.People;
import glasshouse.lab.society.Society;
import glasshouse.lab.society.World;
import glasshouse.lab.study.Arm;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One town: everybody of a seed, living under a scheme or under none, a day at a time. Belongs to
/// one thread; what others see of it are its snapshots.
public final class Town implements AutoCloseable {
    private static final int EMPLOYED = 1;
    private static final int MEMBER = 8;

    private final Arm arm;
    private final Society society;
    private final @Nullable Journal journal;
    private final Chronicle chronicle;
    private final List<Count> counts = new ArrayList<>();
    private final int[] bandOf;

    /// Founds a town: `people` of a seed, on the day before `start`.
    Town(Arm arm, int people, long seed, LocalDate start, Book book) {
        this.arm = arm;
        var world =
                new World(
                        arm.population(),
                        people,
                        seed,
                        1,
                        start,
                        arm.scheme(),
                        arm.without(),
                        arm.compulsoryFrom());
        society = new Society(world, 1);
        journal = arm.scheme().map(scheme -> new Journal(society, scheme)).orElse(null);
        if (journal != null) {
            society.show(journal);
        }
        chronicle = new Chronicle(society);
        society.show(chronicle);
        society.employ(book);
        bandOf = arm.scheme().map(Town::bands).orElse(new int[0]);
    }

    private static int[] bands(Scheme scheme) {
        return IntStream.range(0, Offer.scores(scheme.scale()))
                .map(score -> Offer.band(scheme, Offer.micro(scheme.scale(), score)))
                .toArray();
    }

    /// The rules that it lives under.
    public Arm arm() {
        return arm;
    }

    Society society() {
        return society;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /// Days lived so far.
    int days() {
        return society.steps();
    }

    /// Lets a person act by somebody else's will.
    void steer(int person, Steered will) {
        society.steer(person, will);
    }

    /// Lives through one day.
    void live() {
        society.step();
        chronicle.close();
        if (journal != null) {
            journal.close();
        }
        var last = society.step(society.steps() - 1);
        if (society.counts(last)) {
            counts.add(Count.of(last.date(), mean(), society.tally()));
            society.clearTally();
            chronicle.noteScores();
        }
    }

    /// The mean score of those who are scored, in points; NaN where nobody is.
    private double mean() {
        People people = society.people();
        long sum = 0;
        int members = 0;
        for (int person = 0; person < people.count(); person++) {
            if (arm.scheme().isPresent() && (people.life(person) & MEMBER) != 0) {
                sum += people.score(person);
                members++;
            }
        }
        return members == 0 ? Double.NaN : points(sum / (double) members);
    }

    private double points(double steps) {
        return arm.scheme()
                .map(Scheme::scale)
                .map(s -> (s.floorMicro() + steps * s.precisionMicro()) / Micro.ONE)
                .orElse(Double.NaN);
    }

    /// How it is now.
    Snapshot snapshot() {
        People people = society.people();
        int count = people.count();
        boolean scored = arm.scheme().isPresent();
        List<Listing> lists = arm.scheme().map(Scheme::lists).orElse(List.of());
        int black = bits(lists, Listing.Kind.BLACKLIST);
        int red = bits(lists, Listing.Kind.REDLIST);
        var scores = new short[count];
        var marks = new byte[count];
        var inBand = new int[arm.scheme().map(s -> s.bands().size()).orElse(0)];
        var onList = new int[lists.size()];
        int members = 0;
        for (int person = 0; person < count; person++) {
            int life = people.life(person);
            int listed = people.lists(person);
            boolean member = scored && (life & MEMBER) != 0;
            scores[person] = member ? (short) people.score(person) : -1;
            if (member) {
                members++;
                inBand[bandOf[people.score(person)]]++;
                for (int list = 0; list < onList.length; list++) {
                    onList[list] += listed >> list & 1;
                }
            }
            marks[person] =
                    (byte)
                            (((listed & black) != 0 ? Snapshot.BLACK : 0)
                                    | ((listed & red) != 0 ? Snapshot.RED : 0)
                                    | ((life & EMPLOYED) == 0 ? Snapshot.JOBLESS : 0)
                                    | (people.savingsTens(person) < 0 ? Snapshot.OWING : 0));
        }
        return new Snapshot(
                days(),
                society.step(days() - 1).date(),
                scores,
                marks,
                IntStream.of(inBand).boxed().toList(),
                IntStream.of(onList).boxed().toList(),
                members,
                mean(),
                counts,
                journal == null ? List.of() : journal.told());
    }

    /// How a person lives here.
    Life life(int person) {
        return Life.of(arm, society, chronicle, person);
    }

    /// What a service of the scheme says to a person today; nothing where there is none.
    Optional<Outcome> answer(int person, String service) {
        People people = society.people();
        return society.offers().all().stream()
                .filter(offer -> offer.service().name().equals(service))
                .map(offer -> offer.outcome(people.score(person), people.lists(person)))
                .findFirst();
    }

    private static int bits(List<Listing> lists, Listing.Kind kind) {
        return IntStream.range(0, lists.size())
                .filter(list -> lists.get(list).kind() == kind)
                .map(list -> 1 << list)
                .sum();
    }

    /// The name of its scheme; empty where there is none.
    public String schemeName() {
        return Optional.of(arm).flatMap(Arm::scheme).map(s -> s.header().name()).orElse("");
    }

    @Override
    public void close() {
        society.close();
    }
}
