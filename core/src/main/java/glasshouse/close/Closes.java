package glasshouse.close;

import glasshouse.account.Plan;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// The closes of a scheme over all people: a function of all admissible events, the calendar and
/// the day, whatever came first. Late events change the closes that would have counted them.
///
/// **Ratings** by standing look back over every close; the other methods look at the last.
///
/// **Contacts.** At a close, `c = clamp(pull * (mean of contacts' scores - own score without
/// contacts), ±at-most)`; contacts' scores are those published as of that day, with what the close
/// before brought. All people at once, from the scores as they were, so that no order is left. The
/// distance from rest falls to the pull or less with each close; the reckoning therefore begins
/// [#HORIZON] closes back, where contacts bring nothing yet. A pull of 10 % has then forgotten what
/// was before to one part in 10^16; at 100 % the bound `at-most` holds it.
///
/// Cost: one pass over the encounters for each close and round; for contacts one read-out of
/// everybody a close. Benchmark: `bench ratings`.
public final class Closes {
    /// Closes of contacts that are looked back upon.
    public static final int HORIZON = 16;

    private final Plan plan;
    private final Scale scale;
    private final Timetable timetable;
    private final List<Characteristic> characteristics;

    public Closes(Plan plan) {
        this.plan = plan;
        scale = plan.scheme().scale();
        timetable = Timetable.of(plan.scheme());
        characteristics = plan.scheme().characteristics();
    }

    /// Everybody's score, of what accounts tell, on one of [#days]: initial score and partial
    /// scores, from what happened before that day.
    @FunctionalInterface
    public interface Accounts {
        long rawMicro(int person, int dayIndex);
    }

    /// Whether only a close can tell a characteristic.
    public static boolean closes(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual _, Characteristic.Binned _ -> false;
            case Characteristic.Contacts _ -> true;
            case Characteristic.Rated rated ->
                    switch (rated.method()) {
                        case MEAN, BAYES, FADING -> false;
                        case STANDING, FAIRNESS_GOODNESS, REV2, EIGENTRUST -> true;
                    };
        };
    }

    /// Whether any close falls on a day.
    public boolean fallOn(int day) {
        return characteristics.stream()
                .filter(Closes::closes)
                .anyMatch(each -> timetable.last(day, closeDays(each)) == day);
    }

    private static int closeDays(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Rated rated -> rated.closeDays();
            case Characteristic.Contacts contacts -> contacts.closeDays();
            case Characteristic.Accrual _, Characteristic.Binned _ ->
                    throw new IllegalArgumentException("an account tells it");
        };
    }

    /// The days, rising, on which contacts look at everybody's account, for a reading on `day`;
    /// none where the scheme has no contacts.
    public int[] days(int day) {
        var days = new TreeSet<Integer>();
        for (Characteristic characteristic : characteristics) {
            if (characteristic instanceof Characteristic.Contacts contacts) {
                int last = timetable.last(day, contacts.closeDays());
                for (int back = 0; back < HORIZON; back++) {
                    days.add(Math.max(0, last - back * contacts.closeDays()));
                }
            }
        }
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    /// What the last closes on or before a day come to. `numbers` finds people by name, negative
    /// where there is none.
    public Closed of(
            Encounters encounters, Accounts accounts, ToIntFunction<String> numbers, int day) {
        return of(encounters, accounts, new RatedInTurn(this, encounters, numbers), day);
    }

    /// The same, with what is known of ratings from other days.
    Closed of(Encounters encounters, Accounts accounts, RatedInTurn rated, int day) {
        var run = new Run(encounters, accounts, rated);
        int[] days = days(day);
        for (int i = 0; i < days.length; i++) {
            run.close(days[i], i);
        }
        return new Closed(run.points(day));
    }

    List<Characteristic> characteristics() {
        return characteristics;
    }

    /// The close of one rated characteristic, by its index in the scheme.
    RatedClose rated(int characteristic, ToIntFunction<String> numbers) {
        if (characteristics.get(characteristic) instanceof Characteristic.Rated rated) {
            return new RatedClose(plan, rated, timetable, numbers);
        }
        throw new IllegalArgumentException("the characteristic is no rating");
    }

    /// One reckoning through the days.
    private final class Run {
        private final Encounters encounters;
        private final Accounts accounts;
        private final RatedInTurn rated;
        private final long[][] pulls = new long[characteristics.size()][0];

        Run(Encounters encounters, Accounts accounts, RatedInTurn rated) {
            this.encounters = encounters;
            this.accounts = accounts;
            this.rated = rated;
            for (int i = 0; i < characteristics.size(); i++) {
                if (characteristics.get(i) instanceof Characteristic.Contacts) {
                    pulls[i] = new long[encounters.people()];
                }
            }
        }

        /// Closes all contacts that close on a day.
        void close(int day, int dayIndex) {
            int people = encounters.people();
            var own = new long[people];
            var published = new long[people];
            for (int p = 0; p < people; p++) {
                own[p] = accounts.rawMicro(p, dayIndex);
            }
            for (int i : rated.characteristics()) {
                add(own, rated.points(i, day));
            }
            System.arraycopy(own, 0, published, 0, people);
            for (long[] pull : pulls) {
                if (pull.length > 0) {
                    add(published, pull);
                }
            }
            for (int p = 0; p < people; p++) {
                own[p] = scale.publish(own[p]);
                published[p] = scale.publish(published[p]);
            }
            for (int i = 0; i < pulls.length; i++) {
                if (characteristics.get(i) instanceof Characteristic.Contacts contacts
                        && timetable.last(day, contacts.closeDays()) == day) {
                    pulls[i] = pulled(contacts, day, own, published);
                }
            }
        }

        private long[] pulled(
                Characteristic.Contacts contacts, int day, long[] own, long[] published) {
            boolean[] reads = RatedClose.reads(plan, contacts.signals());
            Ties ties = Ties.of(encounters, reads, day);
            var pull = new long[own.length];
            for (int p = 0; p < pull.length; p++) {
                if (ties.has(p)) {
                    long apart = ties.mean(p, published) - own[p];
                    pull[p] = Micro.multiply(contacts.pullMicro(), apart, contacts.mostMicro());
                }
            }
            return pull;
        }

        private static void add(long[] sums, long[] more) {
            for (int p = 0; p < sums.length; p++) {
                sums[p] += more[p];
            }
        }

        long[][] points(int day) {
            long[][] points = Arrays.copyOf(pulls, pulls.length);
            for (int i : rated.characteristics()) {
                points[i] = rated.points(i, day);
            }
            return points;
        }
    }
}
