package glasshouse.city.world;

import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.service.Offer;
import glasshouse.lab.society.People;
import glasshouse.lab.society.Society;
import glasshouse.lab.study.Arm;
import glasshouse.scheme.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One person in one town, on one day: who they are, how they stand, what they did and were told
/// since the town was founded. `score` is in published steps above the floor, -1 where the person
/// is not scored; `lists` are bits in the order of the scheme; `income` is what is usual in a week.
public record Life(
        Arm arm,
        int person,
        LocalDate date,
        int score,
        int lists,
        boolean employed,
        int savingsEuros,
        int group,
        int incomeEuros,
        List<Contact> contacts,
        List<Mark> path,
        List<Act> acts,
        List<Answer> answers,
        List<Offer> offers) {
    private static final int EMPLOYED = 1;
    private static final int MEMBER = 8;
    private static final int EUROS = 10;

    /// Somebody known, and their score; -1: not scored.
    public record Contact(int person, int score) {}

    /// A score on a day.
    public record Mark(LocalDate date, int score) {}

    /// A deed of a day with its amount.
    public record Act(LocalDate date, Deed deed, int amount) {}

    /// What an offer, by its index, was answered with on a day.
    public record Answer(LocalDate date, int offer, Outcome outcome) {}

    public Life {
        contacts = List.copyOf(contacts);
        path = List.copyOf(path);
        acts = List.copyOf(acts);
        answers = List.copyOf(answers);
        offers = List.copyOf(offers);
    }

    static Life of(Arm arm, Society society, Chronicle chronicle, int person) {
        People people = society.people();
        int first = person / Scene.SIZE * Scene.SIZE;
        var scene = new Scene();
        scene.open(first, Math.min(Scene.SIZE, people.count() - first));
        var traits = new Traits(society.world().population(), society.world().seed());
        traits.of(scene);
        var contacts = new ArrayList<Contact>();
        for (int contact : society.contacts(person)) {
            contacts.add(new Contact(contact, score(arm, people, contact)));
        }
        return new Life(
                arm,
                person,
                society.step(society.steps() - 1).date(),
                score(arm, people, person),
                people.lists(person),
                (people.life(person) & EMPLOYED) != 0,
                people.savingsTens(person) * EUROS,
                traits.group[person - first],
                Math.round(traits.income[person - first]),
                contacts,
                arm.scheme().isPresent() ? chronicle.path(person) : List.of(),
                chronicle.acts(person),
                chronicle.answers(person),
                society.offers().all());
    }

    private static int score(Arm arm, People people, int person) {
        boolean member = arm.scheme().isPresent() && (people.life(person) & MEMBER) != 0;
        return member ? people.score(person) : -1;
    }
}
