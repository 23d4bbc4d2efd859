package glasshouse.wire.audit;

import glasshouse.audit.Finding;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whom findings hit among the made-up people of a lab run, and how hard. `run` names the run in a
/// report.
public record Hits(String run, Map<Finding, Hit> byFinding) {
    public Hits {
        byFinding = Map.copyOf(byFinding);
    }

    /// No run was given.
    public static final Hits NONE = new Hits("", Map.of());

    /// The people of a group who are scored, at the end; and, over the whole run, the decisions of
    /// the services that a finding leads to, with those among them that were a no or a review.
    public record InGroup(String group, long people, long decisions, long notGranted) {
        double share() {
            return decisions == 0 ? 0 : 100.0 * notGranted / decisions;
        }
    }

    /// What the run says of one finding; `also` is a further sentence, or empty.
    public record Hit(List<InGroup> groups, String also) {
        public Hit {
            groups = List.copyOf(groups);
        }

        /// All groups together.
        public InGroup all() {
            return new InGroup(
                    "",
                    groups.stream().mapToLong(InGroup::people).sum(),
                    groups.stream().mapToLong(InGroup::decisions).sum(),
                    groups.stream().mapToLong(InGroup::notGranted).sum());
        }

        /// In words, with the figures of each group.
        public String sentence() {
            InGroup all = all();
            var parts = new ArrayList<String>();
            String text;
            if (all.decisions() > 0) {
                text =
                        String.format(
                                Locale.ROOT,
                                "%,d made-up people are scored; %,d of %,d decisions (%.1f %%) were"
                                        + " a no or a review: ",
                                all.people(),
                                all.notGranted(),
                                all.decisions(),
                                all.share());
                for (InGroup each : groups) {
                    parts.add(String.format(Locale.ROOT, "%s %.1f %%", each.group(), each.share()));
                }
            } else {
                text = String.format(Locale.ROOT, "%,d made-up people are scored: ", all.people());
                for (InGroup each : groups) {
                    parts.add(String.format(Locale.ROOT, "%s %,d", each.group(), each.people()));
                }
            }
            return text + String.join(", ", parts) + (also.isEmpty() ? "" : "; " + also);
        }
    }

    /// What the run says of a finding, if anything.
    public Optional<Hit> of(Finding finding) {
        return Optional.ofNullable(byFinding.get(finding));
    }

    static void json(JsonDocument json, Hit hit) throws IOException {
        json.text("says", hit.sentence());
        figures(json, hit.all());
        json.array(
                "groups",
                hit.groups(),
                each -> {
                    json.text("group", each.group());
                    figures(json, each);
                });
    }

    private static void figures(JsonDocument json, InGroup group) throws IOException {
        json.whole("people", group.people());
        json.whole("decisions", group.decisions());
        json.whole("notGranted", group.notGranted());
    }
}
