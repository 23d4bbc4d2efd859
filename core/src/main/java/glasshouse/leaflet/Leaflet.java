package glasshouse.leaflet;

import glasshouse.scheme.Scheme;
import java.util.List;

/// A scheme in plain words: chapters of sections of sentences and rows.
public record Leaflet(String title, String subtitle, List<Chapter> chapters) {
    public Leaflet {
        chapters = List.copyOf(chapters);
    }

    /// The leaflet of a scheme.
    public static Leaflet of(Scheme scheme) {
        return new LeafletWriter(scheme).write();
    }

    /// One subject, such as what counts.
    public record Chapter(String title, List<String> sentences, List<Section> sections) {
        public Chapter {
            sentences = List.copyOf(sentences);
            sections = List.copyOf(sections);
        }
    }

    /// One thing within it: a characteristic, a service, a list. The title may be empty.
    public record Section(String title, List<String> sentences, List<Row> rows) {
        public Section {
            sentences = List.copyOf(sentences);
            rows = List.copyOf(rows);
        }
    }

    /// What leads to what: a behaviour and its points, a case and its outcome. `colour` is that of
    /// a band, else empty.
    public record Row(String what, String effect, Tone tone, List<String> notes, String colour) {
        public Row {
            notes = List.copyOf(notes);
        }

        Row(String what, String effect, Tone tone, List<String> notes) {
            this(what, effect, tone, notes, "");
        }
    }

    /// Whether a row is good for a person.
    public enum Tone {
        GAIN,
        LOSS,
        PLAIN
    }
}
