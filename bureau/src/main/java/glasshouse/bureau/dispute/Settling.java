package glasshouse.bureau.dispute;

import glasshouse.account.Plan;
import glasshouse.bureau.SteadyClock;
import glasshouse.bureau.edition.Editions;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.inquiry.DecisionLog;
import glasshouse.bureau.inquiry.Logged;
import glasshouse.bureau.inquiry.Recomputing;
import glasshouse.bureau.ledger.Dossier;
import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.ledger.Ledger;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import glasshouse.bureau.place.Places;
import glasshouse.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Carries out what a human decided about a dispute.
///
/// An upheld dispute about an event takes it out of count for all times, and every decision since,
/// about any person in the event, is taken again on what counts now; whoever took it is told. The
/// ledger comes first; if the process dies before the settlement is written, the dispute is still
/// open, and settling it again finds the event taken back already.
public final class Settling {
    private final Disputes disputes;
    private final Ledger ledger;
    private final Members members;
    private final DecisionLog log;
    private final SteadyClock clock;
    private final Editions editions;

    public Settling(
            Disputes disputes,
            Ledger ledger,
            Members members,
            DecisionLog log,
            SteadyClock clock,
            Editions editions) {
        this.disputes = disputes;
        this.ledger = ledger;
        this.members = members;
        this.log = log;
        this.clock = clock;
        this.editions = editions;
    }

    /// Settles a dispute of a member; false where it was settled before.
    public boolean settle(Dispute dispute, Member member, boolean upheld, String by, String reply) {
        var corrections = new ArrayList<Correction>();
        Map<Long, Recomputing.Retaken> retaken = new TreeMap<>();
        if (upheld) {
            switch (dispute.subject()) {
                case Subject.OfEvent(var name) -> {
                    Optional<Dossier.Report> report = ledger.dossier(member).report(name);
                    var _ = ledger.submit(List.of(new Fact.Upheld(name)));
                    if (report.isPresent()) {
                        corrections.addAll(corrections(dispute, report.get(), retaken));
                    }
                }
                case Subject.OfDecision(long number) ->
                        log.numbered(number)
                                .ifPresent(found -> corrections.add(reconsider(dispute, found)));
                case Subject.OfList _ -> {}
            }
        }
        var settlement = new Dispute.Settlement(clock.instant(), upheld, by, reply);
        String notice =
                "Your dispute %s was %s. %s"
                        .formatted(dispute.number(), upheld ? "upheld" : "not upheld", reply);
        return disputes.settle(
                dispute,
                settlement,
                corrections,
                connection -> {
                    for (var each : retaken.entrySet()) {
                        Places.correct(
                                connection,
                                each.getKey(),
                                each.getValue().granted(),
                                each.getValue().scoreMicro(),
                                settlement.at());
                    }
                },
                notice);
    }

    private List<Correction> corrections(
            Dispute dispute, Dossier.Report report, Map<Long, Recomputing.Retaken> retaken) {
        var corrections = new ArrayList<Correction>();
        Event event = report.event();
        for (String name :
                event.counterparty() == null
                        ? List.of(event.person())
                        : List.of(event.person(), event.counterparty())) {
            Member member = members.named(name).orElse(null);
            if (member == null) {
                continue;
            }
            Dossier dossier = ledger.dossier(member);
            for (Logged each : log.about(member.number())) {
                Optional<Published> edition = editions.course().numbered(each.edition());
                if (each.through() >= report.seq() && edition.isPresent()) {
                    Plan plan = edition.get().plan();
                    List<Event> counting = dossier.admissible(each.at(), ledger.through());
                    Recomputing.Retaken again =
                            Recomputing.retake(plan, member.name(), counting, each);
                    retaken.put(each.number(), again);
                    corrections.add(correction(dispute, each, again.answer()));
                }
            }
        }
        return corrections;
    }

    /// A decision that a human found wrong in itself: the relying party is to decide again.
    private Correction reconsider(Dispute dispute, Logged decision) {
        return correction(dispute, decision, "{\"outcome\": \"review\"}\n");
    }

    private Correction correction(Dispute dispute, Logged decision, String answer) {
        Instant now = clock.instant();
        return new Correction(
                0, now, decision.organisation(), decision.number(), dispute.number(), answer);
    }
}
