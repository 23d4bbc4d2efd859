package glasshouse.cli;

import glasshouse.scheme.Band;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.service.Decision;
import glasshouse.service.Lists;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What services answer a person at an instant, the lists that the person is on, and those of which
/// there is notice.
record Answered(
        Scheme scheme,
        String person,
        Instant asOf,
        long scoreMicro,
        Band band,
        List<Lists.Entry> on,
        List<Lists.Entry> noticed,
        List<Decided> decided) {
    /// A service and its answer.
    record Decided(Service service, Decision decision) {}

    Answered {
        on = List.copyOf(on);
        noticed = List.copyOf(noticed);
        decided = List.copyOf(decided);
    }

    /// The day on which an entry ends by itself; `LocalDate.MAX` where it has no end of its own.
    LocalDate lapses(Lists.Entry entry) {
        return scheme.lists().stream()
                .filter(list -> list.name().equals(entry.list()) && list.expiresDays() > 0)
                .map(list -> entry.from().plusDays(list.expiresDays()))
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    /// `person, asOf, score, band, lists, notices` and `decisions`, in the order of the scheme.
    String json() {
        return JsonDocument.of(
                json -> {
                    json.text("person", person)
                            .instant("asOf", asOf)
                            .micro("score", scoreMicro)
                            .text("band", band.name())
                            .array("lists", on, entry -> list(json, entry))
                            .array("notices", noticed, entry -> list(json, entry))
                            .array("decisions", decided, each -> decision(json, each));
                });
    }

    private void list(JsonDocument json, Lists.Entry entry) throws IOException {
        json.text("list", entry.list())
                .text("noticed", entry.noticed().toString())
                .text("from", entry.from().toString());
        LocalDate lapses = lapses(entry);
        json.optional("lapses", lapses.equals(LocalDate.MAX) ? "" : lapses.toString());
    }

    private static void decision(JsonDocument json, Decided each) throws IOException {
        Decision decision = each.decision();
        String unit = each.service().unit();
        json.text("service", each.service().name()).text("outcome", word(decision.outcome()));
        if (decision.priced()) {
            json.micro("price", decision.priceMicro()).optional("unit", unit);
        }
        json.optional("terms", decision.terms())
                .array(
                        "reasons",
                        decision.reasons(),
                        reason -> json.text("code", reason.code()).text("text", reason.text()));
        Decision.Change change = decision.change();
        if (change != null) {
            json.object(
                    "change",
                    () -> {
                        json.micro("fromScore", change.scoreMicro())
                                .text("outcome", word(change.outcome()));
                        if (change.priced()) {
                            json.micro("price", change.priceMicro()).optional("unit", unit);
                        }
                    });
        }
        json.bool("automated", each.service().automated())
                .bool("humanReview", decision.humanReview());
    }

    static String word(glasshouse.scheme.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
