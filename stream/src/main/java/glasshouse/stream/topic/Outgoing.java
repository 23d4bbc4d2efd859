package glasshouse.stream.topic;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A message that goes out: to which topic, under which key, with what value; without a value it
/// takes the one before under its key away.
public record Outgoing(
        String topic, byte[] key, byte @Nullable [] value, Map<String, String> headers) {
    public Outgoing {
        headers = Map.copyOf(new TreeMap<>(headers));
    }
}
