package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.dispute.Correction;
import glasshouse.bureau.notice.Delivery;
import glasshouse.bureau.notice.Notices.Notice;
import glasshouse.bureau.notice.Webhook;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What webhooks are sent: the same documents that are found by asking.
public record Letters(Bureau bureau) implements Delivery.Post {
    private static final int MOST_IN_LETTER = 100;

    @Override
    public Optional<Delivery.Letter> next(Webhook webhook) {
        return webhook.organisation().isEmpty()
                ? notices(bureau.notices().after(webhook.person(), webhook.told()))
                : corrections(
                        bureau.disputes().corrections(webhook.organisation(), webhook.told()));
    }

    private static Optional<Delivery.Letter> notices(List<Notice> all) {
        List<Notice> found = all.subList(0, Math.min(MOST_IN_LETTER, all.size()));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Delivery.Letter(noticed(found), found.getLast().number()));
    }

    private static Optional<Delivery.Letter> corrections(List<Correction> all) {
        List<Correction> found = all.subList(0, Math.min(MOST_IN_LETTER, all.size()));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Delivery.Letter(
                                DisputeRoutes.corrected(found), found.getLast().number()));
    }

    static String noticed(List<Notice> notices) {
        return JsonDocument.of(json -> json.array("notices", notices, each -> notice(json, each)));
    }

    static String notice(Notice notice) {
        return JsonDocument.of(json -> notice(json, notice));
    }

    private static void notice(JsonDocument json, Notice notice) throws IOException {
        json.whole("notice", notice.number())
                .instant("at", notice.at())
                .text("text", notice.text());
    }
}
