package glasshouse.lab.compact;

import glasshouse.document.Node;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.lab.scene.Deed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which deeds each signal reports: `glasshouse/lab/reporting.yaml`.
public final class Reporting {
    private static final String FILE = "reporting.yaml";

    private final Map<String, List<Reported>> deeds;

    /// A deed, and how many units of the signal are in one of its own.
    public record Reported(Deed deed, int times) {}

    private Reporting(Map<String, List<Reported>> deeds) {
        this.deeds = deeds;
    }

    /// What ships.
    public static Reporting shipped() {
        var problems = new Problems();
        Node.Table table = Yaml.table(FILE, text(), "GH-LAB-000", problems);
        if (table == null) {
            throw new IllegalStateException(FILE + ": " + problems.inOrder());
        }
        var deeds = new HashMap<String, List<Reported>>();
        table.fields().forEach((signal, field) -> deeds.put(signal, reported(field.value())));
        return new Reporting(deeds);
    }

    /// The deeds that a signal reports; none: nobody here ever sends it.
    public List<Reported> of(String signal) {
        return deeds.getOrDefault(signal, List.of());
    }

    private static List<Reported> reported(Node node) {
        var found = new ArrayList<Reported>();
        switch (node) {
            case Node.Text text -> found.add(one(text.value()));
            case Node.Series series -> series.items().forEach(item -> found.addAll(reported(item)));
            case Node.Table table ->
                    throw new IllegalStateException(FILE + ": a deed at " + table.position());
        }
        return List.copyOf(found);
    }

    private static Reported one(String text) {
        int times = text.indexOf(" x ");
        String word = times < 0 ? text : text.substring(0, times);
        int units = times < 0 ? 1 : Integer.parseInt(text.substring(times + 3));
        for (Deed deed : Deed.values()) {
            if (deed.word().equals(word)) {
                return new Reported(deed, units);
            }
        }
        throw new IllegalStateException(FILE + ": there is no deed " + word);
    }

    private static String text() {
        try (InputStream in = Reporting.class.getResourceAsStream("/glasshouse/lab/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
