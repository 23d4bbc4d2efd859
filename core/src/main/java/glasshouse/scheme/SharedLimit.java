package glasshouse.scheme;

import java.util.List;

/// A limit that several signals of one accrual share; they fade and expire alike.
public record SharedLimit(List<String> signals, Limit limit) {
    public SharedLimit {
        signals = List.copyOf(signals);
    }
}
