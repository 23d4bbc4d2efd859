package glasshouse.bureau.edition;

import glasshouse.account.Plan;
import glasshouse.scheme.Scheme;
import java.time.Instant;

/// An edition under its number here, made ready to fold; `withdrawn`: its proposal was taken back.
public record Published(
        int number, Instant at, String by, boolean withdrawn, Edition edition, Plan plan) {
    public Scheme scheme() {
        return plan.scheme();
    }

    public String version() {
        return scheme().header().version();
    }
}
