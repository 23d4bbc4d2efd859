package glasshouse.bureau.http;

import java.util.Set;

/// Who calls, as their token or key proves: the subject, the roles they may act in, and for
/// furnishers and relying parties the organisation (empty for others).
public record Caller(String subject, Set<Role> roles, String organisation) {
    public Caller {
        roles = Set.copyOf(roles);
    }
}
