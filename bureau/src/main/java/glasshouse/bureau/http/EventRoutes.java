package glasshouse.bureau.http;

import glasshouse.account.Plan;
import glasshouse.bureau.Bureau;
import glasshouse.bureau.Retention;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.ledger.Fate;
import glasshouse.bureau.ledger.Receipt;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.Retraction;
import glasshouse.wire.EventFormat;
import glasshouse.wire.EventHandler;
import glasshouse.wire.EventReader;
import glasshouse.wire.Rejection;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// Events come in: CloudEvents, one, an array, or one a line.
final class EventRoutes {
    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_EVENTS = 50_000;

    private final Bureau bureau;

    EventRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.POST,
                        "/v1/events",
                        Set.of(Role.FURNISHER),
                        About.json("Report events; what was accepted is durable and counted")
                                .taking(
                                        "application/cloudevents+json",
                                        "application/cloudevents-batch+json",
                                        "application/x-ndjson",
                                        "application/json"),
                        this::report));
    }

    /// A refused record: its index within the request, from 0.
    private record Refusal(int index, String code, String reason) {}

    /// The records of one request, sorted into facts and refusals.
    private final class Reading implements EventHandler {
        private final Organisation source;
        private final Plan plan = bureau.edition().plan();
        private final List<Fact> facts = new ArrayList<>();
        private final List<Integer> indexes = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private int count;

        Reading(Organisation source) {
            this.source = source;
        }

        @Override
        public void accepted(Entry entry) {
            int index = next();
            Verdict verdict = verdict(entry, source, plan);
            if (verdict == Verdict.FINE) {
                facts.add(
                        switch (entry) {
                            case Event event -> new Fact.Happened(event);
                            case Retraction retraction -> new Fact.TakenBack(retraction.name());
                        });
                indexes.add(index);
            } else {
                refusals.add(new Refusal(index, verdict.code(), verdict.reason()));
            }
        }

        @Override
        public void rejected(Rejection rejection) {
            refusals.add(new Refusal(next(), rejection.code(), rejection.reason()));
        }

        private int next() {
            if (count >= MOST_EVENTS) {
                throw new Refused(
                        Problem.TOO_LARGE,
                        "At most %s events are taken at once; split it.".formatted(MOST_EVENTS));
            }
            return count++;
        }
    }

    private Verdict verdict(Entry entry, Organisation source, Plan plan) {
        if (!entry.name().source().equals(source.name())) {
            return Verdict.ANOTHERS_NAME;
        }
        return switch (entry) {
            case Retraction _ -> Verdict.FINE;
            case Event event -> {
                int signal = plan.signal(event.signal());
                if (signal == Plan.UNKNOWN) {
                    yield Verdict.UNKNOWN_SIGNAL;
                }
                if (event.happenedAt().isBefore(Retention.due(source, bureau.clock().instant()))) {
                    yield Verdict.EXPIRED;
                }
                String context = plan.scheme().signals().get(signal).context();
                yield source.contexts().contains(context) ? Verdict.FINE : Verdict.OTHER_CONTEXT;
            }
        };
    }

    private ServerResponse report(Call call) throws IOException {
        EventFormat format =
                switch (Bodies.media(call.request()).getSubtype()) {
                    case "cloudevents+json", "cloudevents-batch+json", "json" -> EventFormat.JSON;
                    case "x-ndjson", "ndjson", "jsonl" -> EventFormat.NDJSON;
                    default ->
                            throw new Refused(
                                    Problem.WRONG_MEDIA,
                                    "Events are taken as application/x-ndjson,"
                                            + " application/cloudevents+json,"
                                            + " application/cloudevents-batch+json or"
                                            + " application/json.");
                };
        var reading = new Reading(Callers.organisation(bureau, call));
        try (var body = Bodies.plain(call.request(), MOST_BYTES)) {
            new EventReader().read(body, "request", format, reading);
        } catch (UnreadableException impossible) {
            throw new IllegalStateException("the format is known", impossible);
        }
        Receipt receipt = bureau.ledger().submit(reading.facts);
        for (int i = 0; i < receipt.fates().size(); i++) {
            Verdict verdict = Verdict.of(receipt.fates().get(i));
            if (verdict != Verdict.FINE) {
                reading.refusals.add(
                        new Refusal(reading.indexes.get(i), verdict.code(), verdict.reason()));
            }
        }
        return Routes.json(reply(reading, receipt));
    }

    private static String reply(Reading reading, Receipt receipt) {
        long accepted = receipt.count(Fate.ACCEPTED);
        long duplicates = receipt.count(Fate.DUPLICATE);
        long conflicts = receipt.count(Fate.CONFLICT);
        reading.refusals.sort(Comparator.comparingInt(Refusal::index));
        return JsonDocument.of(
                json ->
                        json.whole("read", reading.count)
                                .whole("accepted", accepted)
                                .whole("duplicates", duplicates)
                                .whole("conflicts", conflicts)
                                .whole(
                                        "rejected",
                                        reading.count - accepted - duplicates - conflicts)
                                .array(
                                        "rejections",
                                        reading.refusals,
                                        each ->
                                                json.whole("index", each.index())
                                                        .text("code", each.code())
                                                        .text("reason", each.reason())));
    }
}
