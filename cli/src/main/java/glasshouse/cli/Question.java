package glasshouse.cli;

import glasshouse.account.Plan;
import glasshouse.event.Event;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is asked about one person: the scheme, the events that count, the instant.
record Question(Scheme scheme, Plan plan, String person, List<Event> admissible, Instant asOf) {
    /// Reads what the options name.
    static Question of(EventsOptions options, String person) throws Refusal {
        Scheme scheme = SchemeFile.load(options.scheme);
        EventSources sources = EventSources.open(options, scheme);
        Plan plan = plan(scheme);
        boolean needsNewest = options.asOf == null;
        Dossier dossier = Dossier.read(sources, person, knownAt(options, scheme), needsNewest);
        if (dossier.isEmpty()) {
            throw new Refusal(
                    "No event names that person, as the one who acted or as counterparty; check"
                            + " the spelling of --person, which is exact, and --known-at.");
        }
        Instant newest = dossier.newest();
        Instant asOf = asOf(options, scheme, newest);
        return new Question(
                scheme, plan, person, dossier.admissible(), asOf == null ? Instant.EPOCH : asOf);
    }

    /// A scheme made ready to fold; refused where it needs what a reading of files cannot tell.
    static Plan plan(Scheme scheme) throws Refusal {
        Plan plan;
        try {
            plan = Plan.of(scheme);
        } catch (IllegalArgumentException tooLarge) {
            throw new Refusal(
                    "The scheme has too many parts: %s.".formatted(tooLarge.getMessage()));
        }
        if (plan.needsCloses()) {
            String closed =
                    scheme.characteristics().stream()
                            .filter(Question::closes)
                            .map(Characteristic::name)
                            .collect(Collectors.joining(", "));
            throw new Refusal(
                    """
                    The scheme scores people by the scores or standing of others (%s), which \
                    only a close over all people can tell; this command cannot yet do closes.
                    Take these characteristics out, or rate by mean, bayes or fading."""
                            .formatted(closed));
        }
        return plan;
    }

    private static boolean closes(Characteristic characteristic) {
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

    static Instant knownAt(EventsOptions options, Scheme scheme) {
        PointInTime known = options.knownAt;
        return known == null ? Instant.MAX : known.in(scheme.header().zone());
    }

    /// The instant that is asked for: the one given, or else that of the newest event.
    static @Nullable Instant asOf(EventsOptions options, Scheme scheme, @Nullable Instant newest) {
        PointInTime asOf = options.asOf;
        return asOf == null ? newest : asOf.in(scheme.header().zone());
    }
}
