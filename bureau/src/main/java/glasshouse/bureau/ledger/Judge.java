package glasshouse.bureau.ledger;

import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of each fact of a group, and writes into the group what is recorded.
///
/// Only people who enrolled and allow the source are reported on, both people of an event of two.
/// (source, id) names an event: the same content again is a duplicate and leaves nothing; another
/// content is recorded, and the name is in conflict.
final class Judge {
    private static final int KEY_BYTES = 32;

    private final Members members;
    private final Names names;
    private final SecureRandom random = new SecureRandom();

    Judge(Members members, Names names) {
        this.members = members;
        this.names = names;
    }

    /// `priors` holds what the database has under names that [Names] may hold; `nextPerson` is the
    /// number for one who enrols.
    Fate fate(Fact fact, Group group, Map<EventName, List<Row>> priors, long nextPerson) {
        return switch (fact) {
            case Fact.Happened(Event event) -> happened(event, group, priors);
            case Fact.TakenBack(EventName name) -> takenBack(Kind.TAKEN_BACK, name, group, priors);
            case Fact.Upheld(EventName name) -> takenBack(Kind.UPHELD, name, group, priors);
            case Fact.Enrolled(String person) -> enrolled(fact, person, group, nextPerson);
            case Fact.Allowed(String person, Consent consent) ->
                    consent(fact, person, consent, group, true);
            case Fact.Withdrawn(String person, Consent consent) ->
                    consent(fact, person, consent, group, false);
            case Fact.Erased(String person) -> erased(fact, person, group);
            case Fact.Expired _ -> throw new IllegalArgumentException("what expires is not judged");
        };
    }

    private Fate happened(Event event, Group group, Map<EventName, List<Row>> priors) {
        Member person = allowing(event.person(), event, group);
        String other = event.counterparty();
        Member counterparty = other == null ? null : allowing(other, event, group);
        if (person == null || (other != null && counterparty == null)) {
            return Fate.NOT_ALLOWED;
        }
        if (event.happenedAt().isAfter(group.recordedAt())) {
            return Fate.FUTURE;
        }
        long otherNumber = counterparty == null ? Row.NOBODY : counterparty.number();
        Row row = Row.of(group.nextSeq(), event, person.number(), otherNumber);
        List<Row> before = before(event.name(), group, priors);
        boolean conflict = false;
        for (Row each : before) {
            if (each.kind() == Kind.HAPPENED && each.sameContent(row)) {
                return Fate.DUPLICATE;
            }
            conflict |= each.kind() == Kind.HAPPENED;
        }
        group.add(row, person, counterparty);
        boolean _ = names.add(row.nameHash());
        if (before.isEmpty()) {
            group.plain().add(new Group.Plain(row.seq(), event, person, counterparty));
        } else {
            group.contest(row);
            before.forEach(group::contest);
        }
        return conflict ? Fate.CONFLICT : Fate.ACCEPTED;
    }

    private @Nullable Member allowing(String name, Event event, Group group) {
        Member member = group.enrolled().get(name);
        if (member == null) {
            member = members.named(name).orElse(null);
        }
        return member != null && member.sources().contains(event.name().source()) ? member : null;
    }

    private Fate takenBack(
            Kind kind, EventName name, Group group, Map<EventName, List<Row>> priors) {
        List<Row> before = before(name, group, priors);
        if (before.stream().anyMatch(each -> each.kind() == kind)) {
            return Fate.DUPLICATE;
        }
        Member person = null;
        for (Row each : before) {
            group.contest(each);
            person = person == null ? members.numbered(each.person()) : person;
        }
        long number = person == null ? Row.NOBODY : person.number();
        Row row = Row.of(group.nextSeq(), kind, number, name);
        group.add(row, person, null);
        boolean _ = names.add(row.nameHash());
        return Fate.ACCEPTED;
    }

    private static List<Row> before(EventName name, Group group, Map<EventName, List<Row>> priors) {
        List<Row> stored = priors.getOrDefault(name, List.of());
        List<Row> here = group.named(name);
        if (here.isEmpty()) {
            return stored;
        }
        var both = new ArrayList<>(stored);
        both.addAll(here);
        return both;
    }

    private Fate enrolled(Fact fact, String person, Group group, long number) {
        if (members.named(person).isPresent() || group.enrolled().containsKey(person)) {
            return Fate.DUPLICATE;
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var member = new Member(number, person, key);
        group.enrolled().put(person, member);
        record(
                fact,
                member,
                Row.of(group.nextSeq(), Kind.ENROLLED, number, (EventName) null),
                group);
        return Fate.ACCEPTED;
    }

    private Fate consent(Fact fact, String name, Consent consent, Group group, boolean given) {
        Member member = group.enrolled().get(name);
        if (member == null) {
            member = members.named(name).orElse(null);
        }
        if (member == null) {
            return Fate.NOT_ALLOWED;
        }
        var allowed =
                switch (consent.kind()) {
                    case SOURCE -> member.sources();
                    case SERVICE -> member.services();
                };
        if (allowed.contains(consent.name()) == given) {
            return Fate.DUPLICATE;
        }
        Row row = Row.of(group.nextSeq(), Kind.of(fact), member.number(), consent);
        record(fact, member, row, group);
        return Fate.ACCEPTED;
    }

    private Fate erased(Fact fact, String name, Group group) {
        Member member = members.named(name).orElse(null);
        if (member == null) {
            return Fate.NOT_ALLOWED;
        }
        Row row = Row.of(group.nextSeq(), Kind.ERASED, member.number(), (EventName) null);
        record(fact, member, row, group);
        return Fate.ACCEPTED;
    }

    private static void record(Fact fact, Member member, Row row, Group group) {
        group.add(row, member, null);
        group.changes().add(new Group.Change(fact, member, row.seq()));
    }
}
