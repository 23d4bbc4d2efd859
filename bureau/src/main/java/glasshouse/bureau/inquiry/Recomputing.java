package glasshouse.bureau.inquiry;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Service;
import glasshouse.service.Decision;
import glasshouse.service.Decisions;
import glasshouse.service.Lists;
import glasshouse.statement.Ledger;
import java.util.List;

/// Takes a decision again, from events.
public final class Recomputing {
    private Recomputing() {}

    /// A decision taken again: its answer, whether it grants, and the score behind it.
    public record Retaken(String answer, boolean granted, long scoreMicro) {}

    /// The decision on a logged inquiry, had these events counted at its instant; `plan` is that of
    /// its edition.
    public static Retaken retake(Plan plan, String person, List<Event> counting, Logged logged) {
        Service service =
                plan.scheme().services().stream()
                        .filter(each -> each.name().equals(logged.service()))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("its edition has the service"));
        var readout = new Readout(plan);
        int day = new Calendar(plan.scheme().header().zone()).day(logged.at());
        readout.read(Ledger.of(person, counting, logged.at()).fold(plan), day);
        long lists =
                plan.scheme().lists().isEmpty()
                        ? 0
                        : new Lists(plan).on(person, counting, logged.at());
        Decision decision = new Decisions(plan, service).decide(readout, lists);
        return new Retaken(
                Answers.of(plan.scheme(), service, decision, readout),
                decision.outcome() == Outcome.GRANTED,
                readout.scoreMicro());
    }
}
