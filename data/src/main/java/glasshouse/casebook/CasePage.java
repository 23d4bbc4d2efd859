package glasshouse.casebook;

import static glasshouse.wire.result.Html.text;

import glasshouse.detection.Finding.Fact;
import glasshouse.detection.Look;
import glasshouse.event.Event;
import glasshouse.wire.result.Shell;
import java.util.List;

/// Cases as a page of its own that loads nothing and runs nothing, for a phone, a screen or paper.
public final class CasePage {
    /// Most people and events that a case shows.
    public static final int MOST = 40;

    /// Most cases of a page.
    public static final int MOST_CASES = 500;

    private final Casebook book;
    private final Cases cases;
    private final StringBuilder page = new StringBuilder();

    private CasePage(Casebook book, Cases cases) {
        this.book = book;
        this.cases = cases;
    }

    public static String of(Casebook book, Cases cases) {
        var page = new CasePage(book, cases);
        page.head();
        cases.cases().stream().limit(MOST_CASES).forEach(page::found);
        page.foot();
        return page.page.toString();
    }

    private void head() {
        int found = cases.cases().size();
        page.append(
                Shell.open("Findings", Shell.style(CasePage.class, "casebook.css"))
                        + """
                        <header><h1>%s</h1>
                        <p>%s</p><p>%s</p></header>
                        <section>
                        <h2>What was looked at</h2>
                        <table class="looks"><thead><tr><th>Detector</th>\
                        <th class="n">Findings</th>\
                        <th class="n">People</th></tr></thead>
                        <tbody>
                        """
                                .formatted(
                                        found == 1 ? "One finding" : found + " findings",
                                        text(CaseWords.basis(book)),
                                        text(CaseWords.CAUTION)));
        for (Look look : cases.looks()) {
            String name = CaseWords.name(look.detector());
            String at = look.subject().isEmpty() ? name : name + ": " + look.subject();
            page.append("<tr><th scope=\"row\">").append(text(at)).append("</th>");
            switch (look) {
                case Look.Looked(_, _, var findings) ->
                        page.append(
                                "<td class=\"n\">%s</td><td class=\"n\">%s</td>"
                                        .formatted(
                                                CaseWords.whole(findings.size()),
                                                CaseWords.whole(
                                                        findings.stream()
                                                                .flatMap(f -> f.members().stream())
                                                                .distinct()
                                                                .count())));
                case Look.Unable(_, _, String why) ->
                        page.append("<td colspan=\"2\">n/a: ").append(text(why)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n</section>\n");
    }

    private void found(Case found) {
        page.append(
                """
                <section id="finding-%s">
                <p class="kind">Finding %s · %s</p>
                <h2>%s</h2>
                """
                        .formatted(
                                found.number(),
                                found.number(),
                                text(CaseWords.name(found.detector())),
                                text(CaseWords.title(found))));
        String chance = CaseWords.chance(found.chance());
        if (!chance.isEmpty()) {
            page.append("<p>").append(text(chance)).append("</p>\n");
        }
        page.append(
                "<table class=\"facts\"><thead><tr><th>Evidence</th><th class=\"n\">Seen</th>"
                        + "<th class=\"n\">Ordinary</th></tr></thead>\n<tbody>\n");
        for (Fact fact : found.evidence()) {
            page.append(
                    "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n"
                            .formatted(
                                    text(fact.what()),
                                    CaseWords.number(fact.seen()),
                                    CaseWords.number(fact.ordinary())));
        }
        page.append("</tbody></table>\n");
        people(found.members());
        events(found.events());
        page.append(
                "<p class=\"note\"><b>It may be nothing.</b> %s</p>\n"
                        .formatted(text(CaseWords.innocent(found.detector()))));
        page.append(
                "<p class=\"note\"><b>Ask.</b> %s</p>\n</section>\n"
                        .formatted(text(CaseWords.ask(found.detector()))));
    }

    private void people(List<String> members) {
        page.append("<h3>Who</h3>\n<p class=\"people\">");
        members.stream()
                .limit(MOST)
                .forEach(each -> page.append("<bdi>").append(text(each)).append("</bdi> "));
        more(members.size());
        page.append("</p>\n");
    }

    private void events(List<Event> events) {
        page.append("<h3>What happened</h3>\n<ul class=\"events\">\n");
        for (Event event : events.subList(0, Math.min(MOST, events.size()))) {
            page.append(
                    "<li><time>%s</time> %s</li>\n"
                            .formatted(CaseWords.day(event), text(CaseWords.words(event))));
        }
        page.append("</ul>\n");
        if (events.size() > MOST) {
            page.append("<p>");
            more(events.size());
            page.append("</p>\n");
        }
    }

    private void more(int size) {
        if (size > MOST) {
            page.append("and ").append(CaseWords.whole(size - MOST)).append(" more");
        }
    }

    private void foot() {
        page.append("<footer>");
        int left = cases.cases().size() - MOST_CASES;
        if (left > 0) {
            page.append(
                    "<p>%s findings more are in the JSON.</p>".formatted(CaseWords.whole(left)));
        }
        page.append("<p>")
                .append(text(CaseWords.CONFIRMED))
                .append("</p></footer>\n")
                .append(Shell.CLOSE);
    }
}
