package glasshouse.lab.report;

import java.util.List;

/// A part of a report under a heading.
public record Section(String heading, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public Section(String heading, Block... blocks) {
        this(heading, List.of(blocks));
    }
}
