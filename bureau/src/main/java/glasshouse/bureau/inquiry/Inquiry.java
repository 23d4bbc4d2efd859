package glasshouse.bureau.inquiry;

import glasshouse.bureau.member.Member;
import glasshouse.bureau.place.Application;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A relying party's question and its answer, about to be logged. `through` is the last entry of
/// the ledger that counted, `lists` the lists that the person was on, as bits.
public record Inquiry(
        Member member,
        Asked asked,
        Instant at,
        int edition,
        long through,
        long lists,
        String answer,
        @Nullable Application application,
        @Nullable Shadow shadow) {
    /// What another edition, which is not in force, would have answered.
    public record Shadow(int edition, String answer) {}

    /// What was asked: by whom, of which service, for what, and what the request was about.
    public record Asked(String organisation, String service, String purpose, String request) {}

    Inquiry with(@Nullable Shadow other) {
        return new Inquiry(member, asked, at, edition, through, lists, answer, application, other);
    }
}
