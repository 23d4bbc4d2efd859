package glasshouse.bureau.inquiry;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import glasshouse.scheme.Service;
import glasshouse.service.Decisions;
import glasshouse.service.Lists;
import glasshouse.statement.Ledger;
import java.util.List;

/// Takes a decision again, from events.
public final class Recomputing {
    private Recomputing() {}

    /// The answer to a logged inquiry, had these events counted at its instant; `plan` is that of
    /// its edition.
    public static String answer(Plan plan, String person, List<Event> counting, Logged logged) {
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
        return Answers.of(
                plan.scheme(),
                service,
                new Decisions(plan, service).decide(readout, lists),
                readout);
    }
}
