package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Findings;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/// An auditor, or who runs the bureau, has it prove itself.
final class AuditRoutes {
    private static final Set<Role> CHECKERS = Set.of(Role.AUDITOR, Role.OPERATOR);

    private final Bureau bureau;

    AuditRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        return List.of(
                new Guarded(
                        HttpMethod.GET,
                        "/v1/verification",
                        CHECKERS,
                        About.json("Check every digest and the whole chain of the ledger"),
                        _ -> Routes.json(Findings.json(bureau.verify()))),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/replay",
                        CHECKERS,
                        About.json("Take every score and every decision again"),
                        _ -> Routes.json(Findings.json(bureau.replay()))));
    }
}
