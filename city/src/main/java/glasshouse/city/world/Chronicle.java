package glasshouse.city.world;

import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.society.Society;
import glasshouse.lab.society.Witness;
import glasshouse.scheme.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Everything that everybody did, and was told by services, since a town was founded; so that
/// anybody's account can be reckoned again from events.
///
/// A day is three columns, in the order in which the one thread of the society shows people: who
/// (two bytes), what (one: a deed, or beyond the deeds an offer with its outcome), how much (two).
/// Five bytes a deed, and somebody does one or two a day.
final class Chronicle implements Witness {
    /// Most people of a town: a person is two bytes.
    static final int MOST_PEOPLE = 0xFFFF;

    private static final Deed[] DEEDS = Deed.values();
    private static final Set<Deed> LATE =
            EnumSet.of(
                    Deed.TAX_LATE,
                    Deed.FINE_LATE,
                    Deed.UTILITY_LATE,
                    Deed.RENT_LATE,
                    Deed.MORTGAGE_LATE,
                    Deed.LOAN_LATE,
                    Deed.CARD_LATE,
                    Deed.DEFAULTED);
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final Society society;
    private final List<Day> days = new ArrayList<>();
    private final List<short[]> scores = new ArrayList<>();
    private final List<LocalDate> scored = new ArrayList<>();
    private short[] who = new short[1 << 14];
    private byte[] what = new byte[1 << 14];
    private short[] amount = new short[1 << 14];
    private int size;
    private LocalDate date = LocalDate.EPOCH;

    private record Day(LocalDate date, short[] who, byte[] what, short[] amount) {}

    Chronicle(Society society) {
        this.society = society;
        if (society.people().count() > MOST_PEOPLE) {
            throw new IllegalArgumentException("a chronicle is of 65,535 people at most");
        }
    }

    @Override
    public void see(Scene scene, Step step, int[] nextScores) {
        date = step.date();
        for (Deed deed : DEEDS) {
            if (scene.happened(deed)) {
                short[] amounts = scene.read(deed);
                for (int i = 0; i < scene.count(); i++) {
                    if (amounts[i] != 0) {
                        add(scene.first() + i, deed.column(), amounts[i]);
                    }
                }
            }
        }
    }

    @Override
    public void decided(int person, int offer, Outcome outcome) {
        add(person, DEEDS.length + offer, (short) OUTCOMES.indexOf(outcome));
    }

    private void add(int person, int thing, short much) {
        if (size == who.length) {
            who = Arrays.copyOf(who, 2 * size);
            what = Arrays.copyOf(what, 2 * size);
            amount = Arrays.copyOf(amount, 2 * size);
        }
        who[size] = (short) person;
        what[size] = (byte) thing;
        amount[size] = much;
        size++;
    }

    /// Somebody who asked a service on a day, by the offer's index, and was told.
    record Visit(LocalDate date, int person, int offer, Outcome outcome) {}

    /// Who asked services on the last so many days, in the order of days.
    List<Visit> visits(int lastDays) {
        var visits = new ArrayList<Visit>();
        for (Day day : days.subList(Math.max(0, days.size() - lastDays), days.size())) {
            for (int i = 0; i < day.who().length; i++) {
                int thing = day.what()[i] & 0xFF;
                if (thing >= DEEDS.length) {
                    Outcome outcome = OUTCOMES.get(day.amount()[i]);
                    int person = day.who()[i] & MOST_PEOPLE;
                    visits.add(new Visit(day.date(), person, thing - DEEDS.length, outcome));
                }
            }
        }
        return visits;
    }

    /// How often everybody has paid something late from a day on.
    int[] late(int fromDay) {
        var late = new int[society.people().count()];
        for (Day day : days.subList(Math.min(fromDay, days.size()), days.size())) {
            for (int i = 0; i < day.who().length; i++) {
                int thing = day.what()[i] & 0xFF;
                if (thing < DEEDS.length && LATE.contains(DEEDS[thing])) {
                    late[day.who()[i] & MOST_PEOPLE]++;
                }
            }
        }
        return late;
    }

    /// Ends a day.
    void close() {
        days.add(
                new Day(
                        date,
                        Arrays.copyOf(who, size),
                        Arrays.copyOf(what, size),
                        Arrays.copyOf(amount, size)));
        size = 0;
    }

    /// Notes everybody's score of this day.
    void noteScores() {
        var now = new short[society.people().count()];
        for (int person = 0; person < now.length; person++) {
            now[person] = (short) society.people().score(person);
        }
        scores.add(now);
        scored.add(date);
    }

    /// A person's scores on the days on which they were noted, in published steps above the floor.
    List<Life.Mark> path(int person) {
        var path = new ArrayList<Life.Mark>();
        for (int i = 0; i < scores.size(); i++) {
            path.add(new Life.Mark(scored.get(i), scores.get(i)[person] & 0xFFFF));
        }
        return path;
    }

    /// What a person did, in the order of days.
    List<Life.Act> acts(int person) {
        var acts = new ArrayList<Life.Act>();
        for (Day day : days) {
            for (int i = 0; i < day.who().length; i++) {
                int thing = day.what()[i] & 0xFF;
                if (day.who()[i] == (short) person && thing < DEEDS.length) {
                    acts.add(new Life.Act(day.date(), DEEDS[thing], day.amount()[i]));
                }
            }
        }
        return acts;
    }

    /// What services answered a person, in the order of days; offers by their index.
    List<Life.Answer> answers(int person) {
        var answers = new ArrayList<Life.Answer>();
        for (Day day : days) {
            for (int i = 0; i < day.who().length; i++) {
                int thing = day.what()[i] & 0xFF;
                if (day.who()[i] == (short) person && thing >= DEEDS.length) {
                    Outcome outcome = OUTCOMES.get(day.amount()[i]);
                    answers.add(new Life.Answer(day.date(), thing - DEEDS.length, outcome));
                }
            }
        }
        return answers;
    }
}
