package glasshouse.lab.experiment;

/// An experiment: what is asked, and the study that answers it.
public record Experiment(Heading heading, Kind kind, Settings settings, Study study, String text) {
    /// What a reader is told first. `name` is a word, such as `delayed-impact`; `question` is what
    /// was asked; `source` is where the model comes from, or empty.
    public record Heading(String name, String title, String question, String source) {}
}
