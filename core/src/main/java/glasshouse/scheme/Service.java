package glasshouse.scheme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a relying party offers: its context, effect and rules. `significant`: the decision has
/// legal or similarly significant effects on the person. `automated`: no human decides before it
/// takes effect. `advantageOnly`: nobody is worse off than without the scheme.
public record Service(
        String name,
        String title,
        String context,
        String purpose,
        Effect effect,
        String unit,
        boolean significant,
        boolean automated,
        boolean advantageOnly,
        @Nullable Quota quota,
        List<Rule> rules) {
    public Service {
        rules = List.copyOf(rules);
    }
}
