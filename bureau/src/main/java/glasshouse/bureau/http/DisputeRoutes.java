package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.dispute.Correction;
import glasshouse.bureau.dispute.Dispute;
import glasshouse.bureau.dispute.Subject;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.event.EventName;
import glasshouse.scheme.Listing;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// People object; a steward, who is a human, settles it; relying parties are told what changes.
final class DisputeRoutes {
    private static final String EXAMPLE =
            "{\"event\": {\"source\": \"small-loans\", \"id\": \"e9\"}, \"words\": \"I paid on"
                    + " time\"}; instead of event also \"decision\": 7 or \"list\": \"name\"";
    private static final String SETTLEMENT =
            "{\"upheld\": true, \"reply\": \"The bank confirmed it\"}";
    private static final int MOST_WORDS = 4000;
    private static final int USUAL_DAYS = 30;

    private final Bureau bureau;

    DisputeRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.POST,
                        "/v1/people/{person}/disputes",
                        Set.of(Role.PERSON),
                        About.json("Object to an event, a decision or a list")
                                .taking("application/json"),
                        this::open),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/disputes",
                        Set.of(Role.PERSON, Role.STEWARD, Role.AUDITOR),
                        About.json("The person's disputes, the newest first"),
                        call -> {
                            Member member = Callers.member(bureau, call);
                            return Routes.json(disputes(bureau.disputes().of(member.number())));
                        }),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/disputes",
                        Set.of(Role.STEWARD, Role.AUDITOR),
                        About.json("Disputes that wait for a human, the most urgent first"),
                        _ -> Routes.json(disputes(bureau.disputes().waiting()))),
                new Guarded(
                        HttpMethod.POST,
                        "/v1/disputes/{dispute}/settlement",
                        Set.of(Role.STEWARD),
                        About.json("Settle a dispute: upheld or not, with a reply to the person")
                                .taking("application/json"),
                        this::settle),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/corrections",
                        Set.of(Role.RELYING_PARTY),
                        About.json("Your decisions that rest on what was put right since", "after"),
                        this::corrections));
    }

    /// An objection as it is sent.
    record Objection(
            @Nullable Named event,
            @Nullable Long decision,
            @Nullable String list,
            @Nullable String words) {}

    /// The name of an event.
    record Named(@Nullable String source, @Nullable String id) {}

    /// A settlement as it is sent.
    record Settled(@Nullable Boolean upheld, @Nullable String reply) {}

    private ServerResponse open(Call call) throws IOException {
        Member member = Callers.member(bureau, call);
        Objection sent = Bodies.json(call.request(), Objection.class, EXAMPLE);
        String words = sent.words() == null ? "" : sent.words();
        if (words.length() > MOST_WORDS) {
            throw new Refused(
                    Problem.TOO_LARGE, "words has at most %s characters.".formatted(MOST_WORDS));
        }
        Subject subject = subject(sent, member);
        Instant now = bureau.clock().instant();
        int stated = bureau.scheme().terms().disputeDays();
        Instant due = now.plus(Duration.ofDays(stated == 0 ? USUAL_DAYS : stated));
        long number = bureau.disputes().open(member.number(), subject, words, now, due);
        Dispute opened = bureau.disputes().numbered(number).orElseThrow();
        return Routes.json(JsonDocument.of(json -> write(json, opened)));
    }

    private Subject subject(Objection sent, Member member) {
        Named event = sent.event();
        if (event != null && event.source() != null && event.id() != null) {
            var name = new EventName(event.source(), event.id());
            if (bureau.ledger().dossier(member).report(name).isEmpty()) {
                throw new Refused(Problem.NOT_FOUND, "No event of yours has this source and id.");
            }
            return new Subject.OfEvent(name);
        }
        Long decision = sent.decision();
        if (decision != null) {
            boolean own =
                    bureau.decisionLog()
                            .numbered(decision)
                            .filter(found -> found.person() == member.number())
                            .isPresent();
            if (!own) {
                throw new Refused(Problem.NOT_FOUND, "No decision about you has this number.");
            }
            return new Subject.OfDecision(decision);
        }
        String list = sent.list();
        if (list != null
                && bureau.scheme().lists().stream().map(Listing::name).anyMatch(list::equals)) {
            return new Subject.OfList(list);
        }
        throw new Refused(
                Problem.BAD_REQUEST, "Say what you object to; for example: " + EXAMPLE + ".");
    }

    private ServerResponse settle(Call call) throws IOException {
        Settled settled = Bodies.json(call.request(), Settled.class, SETTLEMENT);
        String reply = settled.reply() == null ? "" : settled.reply();
        Boolean upheld = settled.upheld();
        if (upheld == null || reply.isBlank() || reply.length() > MOST_WORDS) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    ("A settlement says whether it is upheld, with a reply of at most %s "
                                    + "characters: %s")
                            .formatted(MOST_WORDS, SETTLEMENT));
        }
        Dispute dispute = found(call.path("dispute"));
        Member member = bureau.members().numbered(dispute.person());
        if (member == null) {
            throw new Refused(Problem.NOT_FOUND, "The person who opened it was erased.");
        }
        bureau.accessLog().append(member.number(), Callers.access(bureau, call));
        boolean first =
                bureau.settling().settle(dispute, member, upheld, call.caller().subject(), reply);
        if (!first) {
            throw new Refused(Problem.BAD_REQUEST, "The dispute was settled before.");
        }
        bureau.bell().ring();
        Dispute now = bureau.disputes().numbered(dispute.number()).orElseThrow();
        return Routes.json(JsonDocument.of(json -> write(json, now)));
    }

    private Dispute found(String number) {
        return number.matches("\\d{1,18}")
                ? bureau.disputes()
                        .numbered(Long.parseLong(number))
                        .orElseThrow(() -> new Refused(Problem.NOT_FOUND, "No such dispute."))
                : refuse();
    }

    private static Dispute refuse() {
        throw new Refused(Problem.NOT_FOUND, "A dispute is named by its number.");
    }

    private ServerResponse corrections(Call call) {
        Organisation organisation = Callers.organisation(bureau, call);
        String after = call.request().param("after").orElse("0");
        if (!after.matches("\\d{1,18}")) {
            throw new Refused(Problem.BAD_REQUEST, "after is the number of a correction.");
        }
        List<Correction> found =
                bureau.disputes().corrections(organisation.name(), Long.parseLong(after));
        return Routes.json(corrected(found));
    }

    /// Corrections as JSON; each answer is a document of its own.
    static String corrected(List<Correction> corrections) {
        var text = new StringBuilder("{\"corrections\": [");
        for (int i = 0; i < corrections.size(); i++) {
            Correction each = corrections.get(i);
            text.append(i == 0 ? "\n" : ",\n");
            text.append("{\"correction\": ").append(each.number());
            text.append(", \"at\": \"").append(each.at());
            text.append("\", \"decision\": ").append(each.decision());
            text.append(", \"answer\": ").append(each.answer().strip()).append('}');
        }
        return text.append("\n]}\n").toString();
    }

    private String disputes(List<Dispute> disputes) {
        return JsonDocument.of(json -> json.array("disputes", disputes, each -> write(json, each)));
    }

    private void write(JsonDocument json, Dispute dispute) throws IOException {
        Member member = bureau.members().numbered(dispute.person());
        json.whole("dispute", dispute.number()).text("person", member == null ? "" : member.name());
        switch (dispute.subject()) {
            case Subject.OfEvent(EventName name) ->
                    json.object(
                            "event",
                            () -> json.text("source", name.source()).text("id", name.id()));
            case Subject.OfDecision(long number) -> json.whole("decision", number);
            case Subject.OfList(String list) -> json.text("list", list);
        }
        json.text("words", dispute.words())
                .instant("openedAt", dispute.openedAt())
                .instant("dueAt", dispute.dueAt());
        Dispute.Settlement settlement = dispute.settlement();
        json.text(
                "state", settlement == null ? "open" : settlement.upheld() ? "upheld" : "refused");
        if (settlement != null) {
            json.instant("settledAt", settlement.at())
                    .text("settledBy", settlement.by())
                    .text("reply", settlement.reply());
        }
    }
}
