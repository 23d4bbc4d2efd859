package glasshouse.bureau.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All editions, and when each is in force: as things stand. A value; [Editions] has the present
/// one.
public record Course(List<Published> editions, List<Period> periods) {
    public Course {
        editions = List.copyOf(editions);
        periods = List.copyOf(periods);
    }

    /// The edition in force at an instant; before there was any, the first.
    public Published at(Instant instant) {
        Period found = periods.getFirst();
        for (Period each : periods) {
            if (!each.since().isAfter(instant)) {
                found = each;
            }
        }
        return numbered(found.edition()).orElseThrow();
    }

    public Optional<Published> numbered(int number) {
        return number < 1 || number > editions.size()
                ? Optional.empty()
                : Optional.of(editions.get(number - 1));
    }

    /// The period that is announced and has not begun.
    public Optional<Period> announced(Instant now) {
        return periods.stream().filter(each -> each.since().isAfter(now)).findFirst();
    }

    /// The edition that may become the next one: published, not withdrawn, never yet in force.
    public Optional<Published> proposal(Instant now) {
        Published last = editions.getLast();
        boolean was =
                periods.stream()
                        .filter(each -> !each.since().isAfter(now))
                        .anyMatch(each -> each.edition() == last.number());
        return last.withdrawn() || was ? Optional.empty() : Optional.of(last);
    }

    /// The edition to which a roll back leads: the one that was in force before the one that is.
    public Optional<Published> former(Instant now) {
        List<Period> begun = periods.stream().filter(each -> !each.since().isAfter(now)).toList();
        return begun.size() < 2
                ? Optional.empty()
                : numbered(begun.get(begun.size() - 2).edition());
    }
}
