package glasshouse.audit;

import java.util.ArrayList;
import java.util.List;

/// A way from a behaviour to a person's life: signal, characteristic, what lies between (a list),
/// service. What a path does not reach is empty.
public record Path(String signal, String characteristic, List<String> through, String service) {
    public Path {
        through = List.copyOf(through);
    }

    static Path to(String characteristic) {
        return new Path("", characteristic, List.of(), "");
    }

    static Path of(String signal, String characteristic) {
        return new Path(signal, characteristic, List.of(), "");
    }

    static Path service(String service) {
        return new Path("", "", List.of(), service);
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        parts.add(signal);
        parts.add(characteristic);
        parts.addAll(through);
        parts.add(service);
        parts.removeIf(String::isEmpty);
        return String.join(" → ", parts);
    }
}
