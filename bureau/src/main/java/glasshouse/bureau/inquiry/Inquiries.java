package glasshouse.bureau.inquiry;

import glasshouse.bureau.edition.Editions;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.place.Application;
import glasshouse.scheme.Service;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides on the accounts in memory, under the edition in force.
///
/// The account, the instant, the edition and the last entry counted are taken together under the
/// member's monitor, so that the ledger up to that entry, read as of that instant, gives the same
/// score again. What a proposal would have answered is logged beside the decision.
public final class Inquiries {
    private final Editions editions;
    private final Standings standings;
    private final DecisionLog log;

    public Inquiries(Editions editions, Standings standings, DecisionLog log) {
        this.editions = editions;
        this.standings = standings;
        this.log = log;
    }

    /// An answer and its number in the log, 0 where it was not logged.
    public record Answered(
            long number, Instant at, String answer, @Nullable Application application) {}

    /// Decides, and logs it before the answer is given.
    public Answered decide(Member member, Inquiry.Asked asked) {
        Inquiry inquiry = shadowed(inquiry(member, asked));
        long number = log.append(inquiry);
        return new Answered(number, inquiry.at(), inquiry.answer(), inquiry.application());
    }

    /// What the decision would be now; leaves no trace.
    public Answered preview(Member member, Service service) {
        var asked = new Inquiry.Asked("", service.name(), service.purpose(), "");
        Inquiry inquiry = inquiry(member, asked);
        return new Answered(0, inquiry.at(), inquiry.answer(), inquiry.application());
    }

    private Inquiry inquiry(Member member, Inquiry.Asked asked) {
        while (true) {
            Published probable = editions.now().edition();
            Optional<Inquiry> inquiry =
                    standings.desk(probable, desk -> inquiry(member, asked, probable, desk));
            if (inquiry.isPresent()) {
                return inquiry.get();
            }
        }
    }

    /// Empty where another edition came into force meanwhile.
    private Optional<Inquiry> inquiry(
            Member member, Inquiry.Asked asked, Published edition, Desk desk) {
        Standings.Asked about;
        boolean isRead;
        synchronized (member) {
            Editions.Moment moment = editions.now();
            if (moment.edition().number() != edition.number()) {
                return Optional.empty();
            }
            about = new Standings.Asked(member, moment.at(), member.through());
            isRead = standings.read(edition, desk, member, moment.at());
        }
        Standings.Standing standing = standings.standing(edition, desk, about, isRead);
        String answer =
                standing.answer(asked.service())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the scheme in force has no such service"));
        return Optional.of(
                new Inquiry(
                        member,
                        asked,
                        about.at(),
                        edition.number(),
                        about.through(),
                        standing.lists(),
                        answer,
                        standing.application(asked.service(), about.at()).orElse(null),
                        null));
    }

    private Inquiry shadowed(Inquiry inquiry) {
        return editions.course()
                .proposal(inquiry.at())
                .map(proposal -> inquiry.with(shadow(proposal, inquiry)))
                .orElse(inquiry);
    }

    private Inquiry.@Nullable Shadow shadow(Published proposal, Inquiry inquiry) {
        var about = new Standings.Asked(inquiry.member(), inquiry.at(), inquiry.through());
        String service = inquiry.asked().service();
        return standings
                .with(proposal, about, standing -> standing.answer(service))
                .map(answer -> new Inquiry.Shadow(proposal.number(), answer))
                .orElse(null);
    }
}
