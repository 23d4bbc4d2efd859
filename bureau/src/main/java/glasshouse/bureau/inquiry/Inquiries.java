package glasshouse.bureau.inquiry;

import glasshouse.account.Plan;
import glasshouse.bureau.SteadyClock;
import glasshouse.bureau.edition.Editions;
import glasshouse.bureau.ledger.Ledger;
import glasshouse.bureau.member.Member;
import glasshouse.event.Event;
import glasshouse.scheme.Service;
import glasshouse.service.Lists;
import java.time.Instant;
import java.util.List;

/// Decides on the accounts in memory.
///
/// The account, the instant and the last entry counted are taken together under the member's
/// monitor, so that the ledger up to that entry, read as of that instant, gives the same score
/// again.
public final class Inquiries {
    private final Editions.InForce edition;
    private final Desk.Desks desks;
    private final Ledger ledger;
    private final SteadyClock clock;
    private final DecisionLog log;

    public Inquiries(
            Editions.InForce edition,
            Plan plan,
            Ledger ledger,
            SteadyClock clock,
            DecisionLog log) {
        this.edition = edition;
        this.ledger = ledger;
        this.clock = clock;
        this.log = log;
        desks = new Desk.Desks(plan);
    }

    /// An answer and its number in the log, 0 where it was not logged.
    public record Answered(long number, Instant at, String answer) {}

    /// Decides, and logs it before the answer is given.
    public Answered decide(Member member, Service service, Inquiry.Asked asked) {
        Inquiry inquiry = inquiry(member, service, asked);
        return new Answered(log.append(inquiry), inquiry.at(), inquiry.answer());
    }

    /// What the decision would be now; leaves no trace.
    public Answered preview(Member member, Service service) {
        var asked = new Inquiry.Asked("", service.name(), service.purpose(), "");
        Inquiry inquiry = inquiry(member, service, asked);
        return new Answered(0, inquiry.at(), inquiry.answer());
    }

    private Inquiry inquiry(Member member, Service service, Inquiry.Asked asked) {
        return desks.with(
                desk -> {
                    Instant at;
                    long through;
                    synchronized (member) {
                        at = clock.instant();
                        through = member.through();
                        desk.readout().read(member.account(), desk.calendar().day(at));
                    }
                    long lists = lists(member, at, through);
                    String answer =
                            Answers.of(
                                    desks.plan().scheme(),
                                    service,
                                    desk.decisions(service.name()).decide(desk.readout(), lists),
                                    desk.readout());
                    return new Inquiry(member, asked, at, edition.number(), through, lists, answer);
                });
    }

    /// Lists are told from events, day by day; most schemes have none.
    private long lists(Member member, Instant at, long through) {
        if (desks.plan().scheme().lists().isEmpty()) {
            return 0;
        }
        List<Event> events = ledger.dossier(member).admissible(at, through);
        return new Lists(desks.plan()).on(member.name(), events, at);
    }
}
