package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.ledger.Dossier;
import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.member.Member;
import glasshouse.event.Event;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.service.Lists;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// Which lists a person is on, all that is kept about them to take along, and the end of it.
final class LeavingRoutes {
    private final Bureau bureau;

    LeavingRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/lists",
                        Set.of(Role.PERSON, Role.STEWARD, Role.AUDITOR),
                        About.json("Lists on which the person is, was, or is about to be"),
                        call -> lists(Callers.member(bureau, call))),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/export",
                        Set.of(Role.PERSON),
                        About.json("Every event kept about the person, and whether it counts"),
                        call -> export(Callers.member(bureau, call))),
                new Guarded(
                        HttpMethod.DELETE,
                        "/v1/people/{person}",
                        Set.of(Role.PERSON),
                        About.json("Erase the person: content and keys are destroyed"),
                        this::erase));
    }

    private ServerResponse lists(Member member) {
        Instant now = bureau.clock().instant();
        List<Event> events =
                bureau.ledger().dossier(member).admissible(now, bureau.ledger().through());
        var lists = new Lists(bureau.edition().plan());
        return Routes.json(
                JsonDocument.of(
                        json ->
                                json.text("person", member.name())
                                        .array(
                                                "notices",
                                                lists.noticed(member.name(), events, now),
                                                each ->
                                                        json.text("list", each.list())
                                                                .text("title", title(each.list()))
                                                                .text("noticed", each.noticed())
                                                                .text("enters", each.from()))
                                        .array(
                                                "entries",
                                                lists.history(member.name(), events, now),
                                                each -> entry(json, each))));
    }

    private void entry(JsonDocument json, Lists.Entry entry) throws IOException {
        json.text("list", entry.list())
                .text("title", title(entry.list()))
                .text("noticed", entry.noticed())
                .text("from", entry.from());
        if (!entry.until().equals(LocalDate.MAX)) {
            json.text("until", entry.until());
        }
    }

    private String title(String list) {
        return bureau.scheme().lists().stream()
                .filter(each -> each.name().equals(list))
                .map(Listing::title)
                .findFirst()
                .orElse(list);
    }

    private ServerResponse export(Member member) {
        Dossier dossier = bureau.ledger().dossier(member);
        Instant now = bureau.clock().instant();
        Set<Event> counting = Set.copyOf(dossier.admissible(now, bureau.ledger().through()));
        return Routes.json(
                JsonDocument.of(
                        json ->
                                json.text("person", member.name())
                                        .instant("asOf", now)
                                        .array(
                                                "events",
                                                dossier.events(),
                                                each -> event(json, each, counting))));
    }

    /// A CloudEvent, and whether it counts.
    private static void event(JsonDocument json, Event event, Set<Event> counting)
            throws IOException {
        json.text("specversion", "1.0")
                .text("source", event.name().source())
                .text("id", event.name().id())
                .text("type", event.signal())
                .text("subject", event.person())
                .instant("time", event.happenedAt())
                .instant("recordedtime", event.recordedAt())
                .object(
                        "data",
                        () ->
                                json.text("value", Micro.format(event.valueMicro()))
                                        .optional("counterparty", event.counterparty())
                                        .optional("reference", event.reference()))
                .bool("counts", counting.contains(event));
    }

    private ServerResponse erase(Call call) {
        Member member = Callers.member(bureau, call);
        var _ = bureau.ledger().submit(List.of(new Fact.Erased(member.name())));
        return Routes.json(
                JsonDocument.of(
                        json ->
                                json.text("erased", member.name())
                                        .text(
                                                "kept",
                                                "Decisions that others took stand, without your"
                                                        + " name; of your events their number and"
                                                        + " digests that nobody can read.")));
    }
}
