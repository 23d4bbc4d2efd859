package glasshouse.wire.audit;

import glasshouse.audit.Audit;
import glasshouse.audit.AuditRule;
import glasshouse.audit.Finding;
import glasshouse.audit.Path;
import glasshouse.audit.Verdict;
import glasshouse.scheme.Terms;
import glasshouse.wire.result.Html;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An audit as one self-contained page for a reader without a law degree: the answer first, then
/// the paths as a picture, then each finding with the lines of the scheme. For a phone, a screen or
/// paper, light and dark, without scripts and without anything loaded from elsewhere.
public final class AuditPage {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int MOST_SHOWN_PATHS = 60;
    private static final int BRIEF = 20;

    private final List<Audit> audits;
    private final Sources sources;
    private final Hits hits;
    private final StringBuilder page = new StringBuilder();

    private AuditPage(List<Audit> audits, Sources sources, Hits hits) {
        this.hits = hits;
        this.audits = audits;
        this.sources = sources;
    }

    /// The page of one audit, or of several one after the other.
    public static String html(List<Audit> audits, Sources sources, Hits hits) {
        return new AuditPage(audits, sources, hits).html();
    }

    private String html() {
        Audit first = audits.getFirst();
        String title = audits.size() == 1 ? first.scheme().header().title() : "several schemes";
        audits.forEach(this::audit);
        footer(first);
        return AuditDocument.of("Audit: " + title, page);
    }

    private void audit(Audit audit) {
        header(audit);
        answer(audit);
        picture(audit);
        findings(audit, Verdict.FAIL, "What is not allowed");
        findings(audit, Verdict.NEEDS_HUMAN, "What a person has to answer");
        passes(audit);
    }

    private void header(Audit audit) {
        var header = audit.scheme().header();
        Terms terms = audit.scheme().terms();
        String operator = terms.operator().isEmpty() ? "" : ", run by " + terms.operator();
        page.append(
                """
                <header>
                <p class="kind">Audit of a scoring scheme</p>
                <h1>%s</h1>
                <p>Version %s%s.</p>
                <p class="what">%s</p>
                </header>
                """
                        .formatted(
                                Html.text(header.title()),
                                Html.text(header.version()),
                                Html.text(operator),
                                Html.text(header.description())));
    }

    /// What is wrong, whom it touches, how to mend it.
    private void answer(Audit audit) {
        int fails = audit.with(Verdict.FAIL).size();
        int questions = audit.with(Verdict.NEEDS_HUMAN).size();
        int passes = audit.with(Verdict.PASS).size();
        page.append(
                """
                <section class="answer %s">
                <h2>%s</h2>
                <p>%s</p>
                <ul class="counts"><li class="fail"><b>%d</b> not allowed</li>\
                <li class="needs-human"><b>%d</b> to be answered</li>\
                <li class="pass"><b>%d</b> rules that found nothing</li></ul>
                """
                        .formatted(
                                audit.verdict().written(),
                                word(audit.verdict()),
                                explained(audit.verdict()),
                                fails,
                                questions,
                                passes));
        Verdict shown = fails > 0 ? Verdict.FAIL : Verdict.NEEDS_HUMAN;
        Map<String, List<Finding>> topics = topics(audit, shown);
        if (!topics.isEmpty()) {
            page.append(
                    """
                    <table class="short">
                    <thead><tr><th scope="col">%s</th><th scope="col">Whom it touches</th>\
                    <th scope="col">%s</th></tr></thead>
                    <tbody>
                    """
                            .formatted(
                                    fails > 0 ? "What is wrong" : "What is asked about",
                                    fails > 0 ? "How to mend it" : "To be answered"));
            topics.forEach((topic, found) -> topic(audit, topic, found));
            page.append("</tbody>\n</table>\n");
        }
        page.append("</section>\n");
    }

    private void topic(Audit audit, String topic, List<Finding> found) {
        Finding finding = found.getFirst();
        boolean asks = finding.verdict() == Verdict.NEEDS_HUMAN;
        page.append(
                """
                <tr><th scope="row"><a href="#%s">%s</a>%s<p>%s</p></th>
                <td>%s.</td>
                <td>%s</td></tr>
                """
                        .formatted(
                                anchor(audit, finding),
                                Html.text(topic),
                                found.size() > 1 ? " (" + found.size() + ")" : "",
                                Html.text(example(found)),
                                Html.text(finding.whom()),
                                Html.text(asks ? finding.question() : mend(found))));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> "This may not be done to people.";
            case NEEDS_HUMAN -> "This may be allowed, once these questions are answered.";
            case PASS -> "The audit has nothing to object.";
        };
    }

    private static String explained(Verdict verdict) {
        return switch (verdict) {
            case FAIL ->
                    "What follows is forbidden in the European Union, or takes a right from people."
                            + " As it stands the scheme may be studied on made-up people only.";
            case NEEDS_HUMAN ->
                    "Nothing in it is forbidden as such. Each question has to be answered, in"
                            + " writing, before the scheme is used.";
            case PASS ->
                    "No path in it leads to a detriment that the law forbids, and people have their"
                            + " rights.";
        };
    }

    /// Findings by topic: the rule, or for all the rights together one topic.
    private static Map<String, List<Finding>> topics(Audit audit, Verdict verdict) {
        Map<String, List<Finding>> topics = new LinkedHashMap<>();
        for (Finding finding : audit.with(verdict)) {
            boolean right = isRight(List.of(finding));
            String topic = right ? "Rights that people do not have" : finding.title();
            topics.computeIfAbsent(topic, _ -> new ArrayList<>()).add(finding);
        }
        return topics;
    }

    /// The first finding in a sentence, without what it lists.
    private static String example(List<Finding> found) {
        if (isRight(found)) {
            List<String> lacking =
                    found.stream()
                            .map(f -> f.sentence().replaceFirst("^People cannot ", ""))
                            .toList();
            return "People cannot " + String.join("; nor ", lacking) + ".";
        }
        String sentence = found.getFirst().sentence();
        int list = sentence.indexOf(": ", BRIEF);
        String brief = list < 0 ? sentence : sentence.substring(0, list);
        return (found.size() > 1 ? "For example: " : "") + brief + ".";
    }

    private static boolean isRight(List<Finding> found) {
        return found.getFirst().rule().startsWith("right-");
    }

    private static String mend(List<Finding> found) {
        if (isRight(found)) {
            return "Give people these rights, and say so in the scheme under “rights”.";
        }
        String remedy = capitalised(found.getFirst().remedy());
        return found.size() > 1 ? remedy + "; and the same for the others." : remedy + ".";
    }

    /// A remedy as a sentence of its own, unless it begins with a word of the scheme.
    private static String capitalised(String text) {
        boolean key = text.matches("(?s)[a-z-]+:.*");
        return key || text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static AuditRule rule(Audit audit, Finding finding) {
        return audit.rulebook().rule(finding.rule());
    }

    private String anchor(Audit audit, Finding finding) {
        String name = audit.scheme().header().name() + "-" + audits.indexOf(audit);
        return Html.text(name + "-" + finding.rule() + "-" + finding.verdict().written());
    }

    private void picture(Audit audit) {
        if (audit.scheme().services().isEmpty()) {
            return;
        }
        page.append(
                """
                <section class="picture">
                <h2>How behaviour becomes a consequence</h2>
                <p class="legend"><span class="fail">not allowed</span> \
                <span class="needs-human">to be answered</span> \
                <span class="pass">in order</span></p>
                <div class="wide">
                %s</div>
                <div class="narrow">
                %s</div>
                </section>
                """
                        .formatted(FlowPicture.wide(audit), FlowPicture.narrow(audit)));
    }

    private void findings(Audit audit, Verdict verdict, String title) {
        Map<String, List<Finding>> rules = new LinkedHashMap<>();
        for (Finding finding : audit.with(verdict)) {
            rules.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding);
        }
        if (rules.isEmpty()) {
            return;
        }
        page.append("<section class=\"part\">\n<h2>%s</h2>\n".formatted(title));
        rules.values().forEach(found -> group(audit, found));
        page.append("</section>\n");
    }

    private void group(Audit audit, List<Finding> found) {
        Finding first = found.getFirst();
        page.append(
                """
                <section class="rule %s" id="%s">
                <h3>%s</h3>
                <p class="plain">%s</p>
                """
                        .formatted(
                                first.verdict().written(),
                                anchor(audit, first),
                                Html.text(first.title()),
                                Html.text(rule(audit, first).plain())));
        found.forEach(this::finding);
        page.append("</section>\n");
    }

    private void finding(Finding finding) {
        page.append("<article>\n<p class=\"says\">").append(Html.text(finding.sentence()));
        page.append(".</p>\n");
        quote(finding);
        page.append("<dl>\n");
        if (!finding.question().isEmpty()) {
            entry("Question", finding.question());
        }
        entry("Whom it touches", finding.whom());
        hits.of(finding).ifPresent(hit -> entry("In the lab", hit.sentence() + "."));
        entry("How to mend it", capitalised(finding.remedy()));
        entry("Law", law(finding));
        page.append("</dl>\n");
        paths(finding);
        page.append("</article>\n");
    }

    private void entry(String name, String text) {
        page.append("<dt>%s</dt><dd>%s</dd>\n".formatted(name, Html.text(text)));
    }

    private static String law(Finding finding) {
        String see = finding.see().isEmpty() ? "" : "; see " + String.join(", ", finding.see());
        return finding.citation() + ", applies from " + day(finding.inForce()) + see;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private void quote(Finding finding) {
        List<Sources.Line> lines = sources.quote(finding.position());
        if (lines.isEmpty()) {
            return;
        }
        page.append("<figure><figcaption>")
                .append(Html.text(sources.name(finding.position())))
                .append(", line ")
                .append(finding.position().line())
                .append("</figcaption><pre>");
        for (Sources.Line line : lines) {
            page.append("<i>%4d</i> %s\n".formatted(line.number(), Html.text(line.text())));
        }
        page.append("</pre></figure>\n");
    }

    private void paths(Finding finding) {
        List<Path> paths = finding.paths();
        if (paths.stream().allMatch(path -> path.signal().isEmpty())) {
            return;
        }
        if (paths.size() == 1) {
            page.append("<p class=\"path\">").append(Html.text(finding.path())).append("</p>\n");
            return;
        }
        page.append("<details><summary>")
                .append(paths.size())
                .append(" paths, such as ")
                .append(Html.text(finding.path()))
                .append("</summary>\n<ul>\n");
        paths.stream()
                .limit(MOST_SHOWN_PATHS)
                .forEach(each -> page.append("<li>" + Html.text(each.toString()) + "</li>\n"));
        page.append("</ul></details>\n");
    }

    private void passes(Audit audit) {
        List<Finding> passes = audit.with(Verdict.PASS);
        if (passes.isEmpty()) {
            return;
        }
        page.append("<section class=\"part\">\n<h2>Looked for and not found</h2>\n");
        page.append("<ul class=\"passes\">\n");
        for (Finding pass : passes) {
            page.append(
                    "<li>%s <span>%s</span></li>\n"
                            .formatted(Html.text(pass.title()), Html.text(pass.citation())));
        }
        page.append("</ul>\n</section>\n");
    }

    private void footer(Audit audit) {
        page.append("<footer>\n");
        audit.rulebook()
                .notes()
                .values()
                .forEach(note -> page.append("<p>" + Html.text(note) + "</p>\n"));
        String changes =
                audit.rulebook().changes().isEmpty()
                        ? ""
                        : ", changed by " + String.join(", ", audit.rulebook().changes());
        page.append(
                "<p>Rules: %s%s; %d rules.</p>\n</footer>\n"
                        .formatted(
                                Html.text(audit.rulebook().name()),
                                Html.text(changes),
                                audit.rulebook().rules().size()));
    }
}
