package glasshouse.lab.report;

import java.util.List;

/// A report: what was asked, sections in order, and the facts by which anybody can run it again.
///
/// @param source where the model comes from, or empty
public record Report(
        String title, String question, String source, List<Section> sections, List<Fact> facts) {
    public Report {
        sections = List.copyOf(sections);
        facts = List.copyOf(facts);
    }

    /// A line of the imprint, such as `Seed`, `7`.
    public record Fact(String label, String value) {}
}
