package glasshouse.city.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A row of the table of routes: a method, a path, and what answers. `{name}` in a path stands for
/// one part of it.
public record Route(String method, String path, Reply reply) {
    /// Answers a request.
    @FunctionalInterface
    public interface Reply {
        Answer to(Asked asked) throws Refused, InterruptedException;
    }

    public static Route get(String path, Reply reply) {
        return new Route("GET", path, reply);
    }

    public static Route post(String path, Reply reply) {
        return new Route("POST", path, reply);
    }

    /// The open parts of a path that this route answers; empty where it is another's.
    Optional<Map<String, String>> match(String asked) {
        String[] mine = path.split("/", -1);
        String[] theirs = asked.split("/", -1);
        if (mine.length != theirs.length) {
            return Optional.empty();
        }
        var parts = new HashMap<String, String>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].startsWith("{")) {
                parts.put(mine[i].substring(1, mine[i].length() - 1), theirs[i]);
            } else if (!mine[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }
}
