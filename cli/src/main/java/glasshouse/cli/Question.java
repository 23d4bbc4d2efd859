package glasshouse.cli;

import glasshouse.account.Plan;
import glasshouse.close.Closes;
import glasshouse.event.Event;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked about one person: the scheme, the events that count, the instant.
record Question(Scheme scheme, Plan plan, String person, List<Event> admissible, Instant asOf) {
    /// Reads what the options name; the terminal is told what could not be read.
    static Question of(EventsOptions options, String person, Terminal terminal) throws Refusal {
        Scheme scheme = SchemeFile.load(options.scheme);
        EventSources sources = EventSources.open(options, scheme);
        Plan plan = plan(scheme);
        boolean needsNewest = options.asOf == null;
        Instant known = knownAt(options, scheme);
        Dossier dossier =
                plan.needsCloses()
                        ? Dossier.readAll(scheme, sources, person, known)
                        : Dossier.read(scheme, sources, person, known, needsNewest);
        note(dossier, terminal);
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

    /// Says what may be missing from the answer.
    private static void note(Dossier dossier, Terminal terminal) {
        dossier.refused().noteBreaks(terminal);
        dossier.refused()
                .noteFirst(
                        terminal,
                        "Whose it was cannot be said. score --rejects FILE tells of each record"
                                + " that was refused.");
        if (dossier.conflicts() > 0) {
            terminal.err()
                    .println(
                            "Note: of events that came with different contents under one source"
                                    + " and id, none counts; score --rejects FILE tells which.");
        }
        terminal.err().flush();
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
        return plan;
    }

    /// Refuses a scheme whose score hangs on others' ratings or scores, for a command that can only
    /// say what a person's own doing changes.
    void refuseCloses(String command) throws Refusal {
        List<String> closed =
                scheme.characteristics().stream()
                        .filter(Closes::closes)
                        .map(Characteristic::name)
                        .toList();
        if (!closed.isEmpty()) {
            throw new Refusal(
                    """
                    The scheme scores people by what others think or score (%s), which nobody can \
                    bring about by themselves; %s cannot promise a way.
                    Ask whatif for what certain events would change."""
                            .formatted(String.join(", ", closed), command));
        }
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
