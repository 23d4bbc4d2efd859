package glasshouse.stream.topic;

import java.io.Serializable;
import java.util.List;

/// The topics of a run: events in; scores out, and beside them what else there is to say.
public record Topics(String in, String out) implements Serializable {
    public Topics {
        if (in.equals(out)) {
            throw new IllegalArgumentException("events and scores have topics of their own");
        }
    }

    /// Changes of bands and steps of lists, by person, in order.
    public String moves() {
        return out + ".moves";
    }

    /// What was set aside, as CloudEvents with the reason in headers.
    public String aside() {
        return out + ".aside";
    }

    /// What could not be read, as it came, with the reason in headers.
    public String dead() {
        return out + ".dead";
    }

    /// All that a run writes.
    public List<String> written() {
        return List.of(out, moves(), aside(), dead());
    }
}
