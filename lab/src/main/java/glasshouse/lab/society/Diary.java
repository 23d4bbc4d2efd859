package glasshouse.lab.society;

import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One person's life in one world, step by step: what they did, what they asked for and were told,
/// and what became of their score, money, work, ties and lists.
public final class Diary {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final Society society;
    private final int person;
    private final List<Day> days = new ArrayList<>();
    private final int group;
    private boolean employed;
    private int lists;

    /// How a step ended. `score` is in published steps above the floor, -1 where the person is not
    /// scored; `lists` are bits in the order of the scheme.
    public record Day(
            LocalDate date,
            int score,
            int savingsEuros,
            boolean employed,
            int ties,
            int lists,
            List<Entry> entries) {
        public Day {
            entries = List.copyOf(entries);
        }
    }

    /// One thing that happened: a deed with its amount, a decision of a service with its outcome,
    /// or a change.
    public record Entry(Kind kind, String what, int amount, String outcome) {
        /// Of which sort.
        public enum Kind {
            DEED,
            DECISION,
            CHANGE
        }
    }

    Diary(Society society, int person) {
        this.society = society;
        this.person = person;
        this.group = society.groupOf(person);
    }

    public int person() {
        return person;
    }

    /// The index of the person's group.
    public int group() {
        return group;
    }

    /// In the order of time.
    public List<Day> days() {
        return List.copyOf(days);
    }

    /// Goes on from days that were written before.
    public void resume(List<Day> written) {
        days.addAll(written);
        if (!written.isEmpty()) {
            employed = written.getLast().employed();
            lists = written.getLast().lists();
        }
    }

    /// Whether the person lives in a scene.
    boolean concerns(int first) {
        return person >= first && person < first + Scene.SIZE;
    }

    /// Notes a step, after all its policies have acted and before the close becomes the last one.
    void note(Neighbourhood here) {
        int place = person - here.scene.first();
        People people = society.people();
        var entries = new ArrayList<Entry>();
        for (Deed deed : Deed.values()) {
            int amount = here.scene.happened(deed) ? here.scene.read(deed)[place] : 0;
            if (amount != 0) {
                entries.add(new Entry(Entry.Kind.DEED, deed.word(), amount, ""));
            }
        }
        for (int request = 0; request < here.requests.size(); request++) {
            if (here.requests.place(request) == place) {
                entries.add(decision(here.requests, request));
            }
        }
        boolean member = people.is(person, People.MEMBER);
        changes(entries, people);
        days.add(
                new Day(
                        here.step().date(),
                        member ? here.nextScore[place] : -1,
                        Purse.euros(people, person),
                        employed,
                        here.knows[place],
                        lists,
                        entries));
    }

    private Entry decision(Requests requests, int request) {
        String service = society.offers().all().get(requests.offer(request)).service().name();
        String outcome = OUTCOMES.get(requests.outcome(request)).name();
        return new Entry(
                Entry.Kind.DECISION, service, 1, outcome.toLowerCase(java.util.Locale.ROOT));
    }

    private void changes(List<Entry> entries, People people) {
        boolean works = people.is(person, People.EMPLOYED);
        if (!days.isEmpty() && works != employed) {
            entries.add(change(works ? "found work" : "lost the job"));
        }
        employed = works;
        int on = people.lists[person];
        List<Listing> all = society.world().scheme().map(s -> s.lists()).orElse(List.<Listing>of());
        for (int list = 0; list < all.size(); list++) {
            if (((on ^ lists) >> list & 1) != 0) {
                boolean entered = (on >> list & 1) != 0;
                entries.add(change((entered ? "put on " : "off ") + all.get(list).name()));
            }
        }
        lists = on;
    }

    private static Entry change(String what) {
        return new Entry(Entry.Kind.CHANGE, what, 1, "");
    }
}
