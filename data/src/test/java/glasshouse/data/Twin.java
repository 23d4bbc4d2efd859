package glasshouse.data;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Fingerprint;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.close.Everyone;
import glasshouse.event.Admission;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.score.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// File scoring as plainly as it can be said.
record Twin(Map<String, Score> scores, long duplicates, long conflicting) {
    static Twin score(Plan plan, Moment moment, List<Entry> entries) {
        var admission = new Admission();
        entries.stream()
                .filter(entry -> !entry.recordedAt().isAfter(moment.knownAt()))
                .forEach(admission::add);
        Map<String, Account> accounts = new HashMap<>();
        for (Event event : admission.admissible()) {
            if (!event.happenedAt().isAfter(moment.asOf())) {
                post(plan, accounts, event, event.person(), event.counterparty(), false);
                int signal = plan.signal(event.signal());
                String other = event.counterparty();
                if (other != null && signal >= 0 && plan.concerns(signal, true)) {
                    post(plan, accounts, event, other, event.person(), true);
                }
            }
        }
        Everyone everyone =
                plan.needsCloses()
                        ? Everyone.of(plan, admission.admissible(), moment.asOf())
                        : null;
        var readout = new Readout(plan);
        int day = new Calendar(plan.scheme().header().zone()).day(moment.asOf());
        Map<String, Score> scores = new HashMap<>();
        accounts.forEach(
                (person, account) -> {
                    readout.read(account, day);
                    if (everyone != null) {
                        everyone.complete(readout, person);
                    }
                    scores.put(person, readout.score());
                });
        return new Twin(scores, admission.duplicates(), admission.conflicting());
    }

    private static void post(
            Plan plan,
            Map<String, Account> accounts,
            Event event,
            String person,
            @Nullable String other,
            boolean asCounterparty) {
        Account account = accounts.computeIfAbsent(person, _ -> new Account());
        int signal = plan.signal(event.signal());
        if (signal >= 0) {
            var calendar = new Calendar(plan.scheme().header().zone());
            var occurrence = new Occurrence();
            occurrence.signal = signal;
            occurrence.asCounterparty = asCounterparty;
            occurrence.valueMicro = event.valueMicro();
            occurrence.day = calendar.day(event.happenedAt());
            occurrence.microsOfDay = calendar.microsOfDay(Calendar.micros(event.happenedAt()));
            occurrence.source = Fingerprint.of(event.name().source());
            occurrence.otherParty = other == null ? 0 : Fingerprint.of(other);
            String reference = event.reference();
            occurrence.reference = reference == null ? 0 : Fingerprint.of(reference);
            plan.add(account, occurrence);
        }
    }
}
