package glasshouse.bureau.inquiry;

import glasshouse.account.Readout;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Terms;
import glasshouse.service.Decision;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.Locale;

/// A decision in words: the answer that a relying party passes on, as JSON. The same decision
/// always gives the same bytes, so that a replay may compare them.
public final class Answers {
    private Answers() {}

    /// The answer; with score and band only where the scheme shows them to relying parties.
    public static String of(Scheme scheme, Service service, Decision decision, Readout readout) {
        boolean shown = scheme.terms().visibility().contains(Terms.Audience.RELYING_PARTIES);
        return JsonDocument.of(
                json -> {
                    json.text("service", service.name())
                            .text("purpose", service.purpose())
                            .text("scheme", scheme.header().name())
                            .text("version", scheme.header().version());
                    if (shown) {
                        json.micro("score", readout.scoreMicro())
                                .text("band", scheme.bands().get(readout.bandIndex()).name());
                    }
                    outcome(json, service, decision);
                    json.array(
                            "reasons",
                            decision.reasons(),
                            each -> json.text("code", each.code()).text("text", each.text()));
                    change(json, service, decision);
                    json.bool("humanReview", decision.humanReview())
                            .text("objection", objection(scheme, decision));
                });
    }

    private static void outcome(JsonDocument json, Service service, Decision decision)
            throws IOException {
        json.text("outcome", decision.outcome().name().toLowerCase(Locale.ROOT));
        if (decision.priced()) {
            json.micro("price", decision.priceMicro()).optional("unit", service.unit());
        }
        json.optional("terms", decision.terms());
    }

    private static void change(JsonDocument json, Service service, Decision decision)
            throws IOException {
        Decision.Change change = decision.change();
        if (change != null) {
            json.object(
                    "change",
                    () -> {
                        json.micro("fromScore", change.scoreMicro())
                                .text("outcome", change.outcome().name().toLowerCase(Locale.ROOT));
                        if (change.priced()) {
                            json.micro("price", change.priceMicro())
                                    .optional("unit", service.unit());
                        }
                    });
        }
    }

    private static String objection(Scheme scheme, Decision decision) {
        String human =
                decision.humanReview() ? " You may ask that a human decides, by the same way." : "";
        return "You may dispute this decision, or any event behind it, with the bureau: POST"
                + " /v1/people/{you}/disputes; "
                + (scheme.terms().disputeDays() == 0
                        ? "it is settled by a human."
                        : "a human settles it within " + scheme.terms().disputeDays() + " days.")
                + human;
    }
}
