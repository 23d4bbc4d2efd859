package glasshouse.casebook;

import glasshouse.detection.Finding.Fact;
import glasshouse.detection.Look;
import glasshouse.event.Event;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;

/// Cases as JSON.
public final class CaseJson {
    /// Most events that a case names; `events` says how many there are.
    public static final int MOST_EVENTS = 1000;

    private CaseJson() {}

    /// `ratings, people, read, rejected, looks: [{detector, subject?, findings?, why?}], findings:
    /// [{number, detector, subject?, title, members, chance, evidence, innocent, ask, events,
    /// first: […]}]`.
    public static String of(Casebook book, Cases cases) {
        return JsonDocument.of(
                json ->
                        json.whole("ratings", book.pairEvents())
                                .whole("people", book.people())
                                .whole("read", book.events().read())
                                .whole("rejected", book.events().rejected())
                                .array("looks", cases.looks(), look -> look(json, look))
                                .array("findings", cases.cases(), each -> found(json, each)));
    }

    private static void look(JsonDocument json, Look look) throws IOException {
        json.text("detector", CaseWords.name(look.detector())).optional("subject", look.subject());
        switch (look) {
            case Look.Looked(_, _, var findings) -> json.whole("findings", findings.size());
            case Look.Unable(_, _, String why) -> json.text("why", why);
        }
    }

    private static void found(JsonDocument json, Case found) throws IOException {
        List<Event> first = found.events().subList(0, Math.min(MOST_EVENTS, found.events().size()));
        json.whole("number", found.number())
                .text("detector", CaseWords.name(found.detector()))
                .optional("subject", found.subject())
                .text("title", CaseWords.title(found))
                .texts("members", found.members())
                .decimal("chance", found.chance())
                .array("evidence", found.evidence(), fact -> fact(json, fact))
                .text("innocent", CaseWords.innocent(found.detector()))
                .text("ask", CaseWords.ask(found.detector()))
                .whole("events", found.events().size())
                .array("first", first, event -> event(json, event));
    }

    private static void fact(JsonDocument json, Fact fact) throws IOException {
        json.text("what", fact.what())
                .decimal("seen", fact.seen())
                .decimal("ordinary", fact.ordinary());
    }

    private static void event(JsonDocument json, Event event) throws IOException {
        json.text("source", event.name().source())
                .text("id", event.name().id())
                .text("person", event.person())
                .optional("counterparty", event.counterparty())
                .text("signal", event.signal())
                .micro("value", event.valueMicro())
                .instant("happenedAt", event.happenedAt());
    }
}
