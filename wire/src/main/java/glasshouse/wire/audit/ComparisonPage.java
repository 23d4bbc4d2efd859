package glasshouse.wire.audit;

import glasshouse.audit.Audit;
import glasshouse.audit.AuditComparison;
import glasshouse.audit.Finding;
import glasshouse.audit.Verdict;
import glasshouse.wire.result.Html;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A change of scheme as a page: what the audit says before and after, to whom it does what among
/// the people of a lab run, and which findings it mends and brings.
public final class ComparisonPage {
    private final AuditComparison comparison;
    private final Sources sources;
    private final Shift shift;
    private final StringBuilder page = new StringBuilder();

    private ComparisonPage(AuditComparison comparison, Sources sources, Shift shift) {
        this.comparison = comparison;
        this.sources = sources;
        this.shift = shift;
    }

    public static String html(AuditComparison comparison, Sources sources, Shift shift) {
        return new ComparisonPage(comparison, sources, shift).html();
    }

    private String html() {
        String before = comparison.before().scheme().header().title();
        String after = comparison.after().scheme().header().title();
        page.append(
                """
                <header>
                <p class="kind">Audit of a change</p>
                <h1>From “%s” to “%s”</h1>
                </header>
                """
                        .formatted(Html.text(before), Html.text(after)));
        page.append("<div class=\"sides\">\n");
        side("Before", comparison.before());
        side("After", comparison.after());
        page.append("</div>\n");
        people();
        findings("What the change mends", comparison.lost());
        findings("What the change brings", comparison.gained());
        changed();
        page.append("<footer>\n");
        comparison
                .after()
                .rulebook()
                .notes()
                .values()
                .forEach(note -> page.append("<p>" + Html.text(note) + "</p>\n"));
        page.append("</footer>\n");
        return AuditDocument.of("Audit: from " + before + " to " + after, page);
    }

    private void side(String name, Audit audit) {
        page.append(
                """
                <section class="answer %s">
                <h2>%s</h2>
                <p>%s</p>
                <ul class="counts"><li class="fail"><b>%d</b> not allowed</li>\
                <li class="needs-human"><b>%d</b> to be answered</li></ul>
                </section>
                """
                        .formatted(
                                audit.verdict().written(),
                                name,
                                Html.text(audit.scheme().header().title()),
                                audit.with(Verdict.FAIL).size(),
                                audit.with(Verdict.NEEDS_HUMAN).size()));
    }

    private void people() {
        if (shift.rows().isEmpty()) {
            return;
        }
        page.append(
                """
                <section class="part">
                <h2>To whom</h2>
                <p>The same made-up people with the same luck under the one scheme and under the \
                other, in the lab run “%s”. What differs was caused by the change.</p>
                <table class="shift">
                """
                        .formatted(Html.text(shift.run())));
        Set<String> groups = new LinkedHashSet<>();
        shift.rows().forEach(row -> groups.add(row.group()));
        page.append("<thead><tr><th scope=\"col\">before → after</th>");
        for (String group : groups) {
            String name = group.isEmpty() ? "everybody" : group;
            page.append("<th scope=\"col\">").append(Html.text(name)).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (Shift.Kind kind : Shift.Kind.values()) {
            row(kind, groups);
        }
        page.append("</tbody>\n</table>\n</section>\n");
    }

    private void row(Shift.Kind kind, Set<String> groups) {
        Map<String, Shift.Row> cells = new LinkedHashMap<>();
        shift.rows().stream()
                .filter(row -> row.kind() == kind)
                .forEach(row -> cells.put(row.group(), row));
        if (cells.isEmpty()) {
            return;
        }
        page.append("<tr><th scope=\"row\">").append(Html.text(kind.words())).append("</th>");
        for (String group : groups) {
            Shift.Row cell = cells.get(group);
            page.append(cell == null ? "<td></td>" : cell(cell));
        }
        page.append("</tr>\n");
    }

    private static String cell(Shift.Row row) {
        String verdict = row.better() ? "better" : row.worse() ? "worse" : "";
        return "<td data-group=\"%s\">%s → %s<span class=\"%s\">%s</span></td>"
                .formatted(
                        Html.text(row.group().isEmpty() ? "everybody" : row.group()),
                        row.kind().shown(row.before()),
                        row.kind().shown(row.after()),
                        verdict.isEmpty() ? "same" : verdict,
                        verdict.isEmpty() ? "as before" : verdict);
    }

    private void findings(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding);
        }
        page.append("<section class=\"part\">\n<h2>%s</h2>\n".formatted(title));
        byRule.values().forEach(this::rule);
        page.append("</section>\n");
    }

    private void rule(List<Finding> found) {
        Finding first = found.getFirst();
        page.append(
                """
                <section class="rule %s">
                <h3>%s</h3>
                <p class="plain">%s</p>
                <ul>
                """
                        .formatted(
                                first.verdict().written(),
                                Html.text(first.title()),
                                Html.text(first.citation())));
        for (Finding finding : found) {
            page.append(
                    "<li>%s. <small>%s, line %d</small></li>\n"
                            .formatted(
                                    Html.text(finding.sentence()),
                                    Html.text(sources.name(finding.position())),
                                    finding.position().line()));
        }
        page.append("</ul>\n</section>\n");
    }

    private void changed() {
        List<AuditComparison.Change> changed =
                comparison.kept().stream().filter(AuditComparison.Change::isChange).toList();
        int same = comparison.kept().size() - changed.size();
        page.append("<section class=\"part\">\n<h2>What stays</h2>\n<ul>\n");
        for (AuditComparison.Change each : changed) {
            Finding after = each.after();
            String verdict =
                    each.before().verdict() == after.verdict()
                            ? ""
                            : "%s becomes %s; "
                                    .formatted(
                                            each.before().verdict().written(),
                                            after.verdict().written());
            page.append(
                    "<li>%s, %s: %s%d paths go, %d come</li>\n"
                            .formatted(
                                    Html.text(after.title()),
                                    Html.text(after.subject()),
                                    verdict,
                                    each.gonePaths().size(),
                                    each.newPaths().size()));
        }
        page.append("</ul>\n<p>%d findings stay as they are.</p>\n</section>\n".formatted(same));
    }
}
