package glasshouse.casebook;

import glasshouse.detection.Finding;
import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Finding.Fact;
import glasshouse.event.Event;
import java.util.List;

/// One finding with the names of the people whom it is about and the events behind it, for a human
/// to judge.
///
/// `number` names it in a run: the same files give the same numbers. `subject` says where it was
/// looked: a signal and its source, something shared; else it is empty. `members` are in the order
/// of their first events, `events` in the order of [Event#IN_ORDER].
public record Case(
        int number,
        Detector detector,
        String subject,
        List<String> members,
        double chance,
        List<Fact> evidence,
        List<Event> events) {
    public Case {
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
        events = List.copyOf(events);
    }

    static Case of(int number, Finding finding, String subject, Naming naming) {
        return new Case(
                number,
                finding.detector(),
                subject,
                finding.members().stream().map(naming::person).toList(),
                finding.chance(),
                finding.evidence(),
                naming.events(finding.scope()));
    }

    /// How a finding's numbers become names and events.
    interface Naming {
        String person(int number);

        List<Event> events(glasshouse.detection.Scope scope);
    }
}
