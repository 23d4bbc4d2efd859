package glasshouse.city.world;

import glasshouse.lab.scene.Step;
import glasshouse.lab.society.Clerk;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Service;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a visitor has decided at the desks, as their clerk. A word against the scheme holds for
/// that person at that service from the next day on, in every town that has the service; so a town
/// that lives through those days again hears the same.
public final class Book implements Clerk {
    private final Map<Place, Entry> entries = new ConcurrentHashMap<>();

    private record Place(String service, int person) {}

    /// What the clerk said of the scheme's answer.
    public enum Word {
        /// As the scheme says.
        FOLLOW,
        /// Let in, whatever the scheme says.
        LET_IN,
        /// Turned away, whatever the scheme says.
        TURN_AWAY;

        /// The word of a form.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Word> of(String word) {
            return List.of(values()).stream().filter(w -> w.word().equals(word)).findFirst();
        }
    }

    /// Why a clerk decided against the scheme.
    public enum Ground {
        NONE,
        EXPLAINED,
        WRONG,
        NEED,
        KNOWN,
        DISTRUST,
        HOUSE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// By the word of a form; none where it is no reason's.
        public static Ground of(String word) {
            return List.of(values()).stream()
                    .filter(ground -> ground.word().equals(word))
                    .findFirst()
                    .orElse(NONE);
        }
    }

    /// A decision: from a day on, on what the scheme had answered, for a reason.
    public record Entry(
            int person, String service, int day, Outcome byScheme, Word word, Ground ground) {
        public Entry {
            if (word != Word.FOLLOW && ground == Ground.NONE) {
                throw new IllegalArgumentException("a word against the scheme has a reason");
            }
        }
    }

    /// Writes a decision down; a later one about the same person takes its place.
    void write(Entry entry) {
        entries.put(new Place(entry.service(), entry.person()), entry);
    }

    /// What was decided at a desk, the latest first.
    List<Entry> at(String service) {
        Collection<Entry> all = entries.values();
        return all.stream()
                .filter(entry -> entry.service().equals(service))
                .sorted(
                        Comparator.comparingInt((Entry entry) -> -entry.day())
                                .thenComparingInt(Entry::person))
                .toList();
    }

    void forget() {
        entries.clear();
    }

    @Override
    public Outcome decide(Step step, int person, Service service, Outcome byScheme) {
        Entry entry = entries.get(new Place(service.name(), person));
        if (entry == null || step.index() < entry.day()) {
            return byScheme;
        }
        return switch (entry.word()) {
            case FOLLOW -> byScheme;
            case LET_IN -> Outcome.GRANTED;
            case TURN_AWAY -> Outcome.REFUSED;
        };
    }
}
