package glasshouse.reach;

import glasshouse.account.Plan;
import glasshouse.event.Event;
import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A person's statement as it is, and as it would be after some further events.
public final class WhatIf {
    private final Statements statements;

    public WhatIf(Plan plan) {
        statements = new Statements(plan);
    }

    /// The difference that the hypotheses make, from the events that count and happened by `asOf`.
    ///
    /// Both statements are of the same instant, so that the passing of time is no part of the
    /// difference: `asOf`, or the newest hypothesis where that comes later.
    public Difference of(
            String person,
            Collection<Event> admissible,
            List<Hypothesis> hypotheses,
            Instant asOf) {
        List<Event> happened =
                admissible.stream().filter(event -> !event.happenedAt().isAfter(asOf)).toList();
        Instant at = asOf;
        for (Hypothesis hypothesis : hypotheses) {
            at = hypothesis.happenedAt().isAfter(at) ? hypothesis.happenedAt() : at;
        }
        Statement before = statements.of(person, happened, at);
        var all = new ArrayList<>(happened);
        all.addAll(Hypothesis.events(person, hypotheses, happened));
        return Difference.of(before, statements.of(person, all, at));
    }
}
