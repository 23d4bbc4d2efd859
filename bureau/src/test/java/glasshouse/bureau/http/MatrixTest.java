package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Shared;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every route in every role, as the table of routes has them.
final class MatrixTest {
    @Test
    void everyRoleOpensWhatItsRowSaysAndNothingElse() {
        try (Client client =
                Client.of(Shared.edition("examples/lender/lender.yaml"), InstantSource.system())) {
            var wrong = new ArrayList<String>();
            int tried = 0;
            for (Route route : Routes.of(client.serving().bureau())) {
                String path =
                        route.path().replaceAll("\\{person}", "me").replaceAll("\\{\\w+}", "1");
                String method = route.method().name();
                Set<Role> may =
                        switch (route) {
                            case Route.Open _ -> Set.of(Role.values());
                            case Route.Guarded guarded -> guarded.roles();
                        };
                boolean open = route instanceof Route.Open;
                int stranger = client.call(method, path, "").status();
                if (open == (stranger == 401)) {
                    wrong.add(method + " " + path + " without a token: " + stranger);
                }
                for (Role role : Role.values()) {
                    String subject =
                            switch (role) {
                                case PERSON -> "me";
                                case FURNISHER -> DevelopmentTokens.FURNISHER;
                                case RELYING_PARTY -> DevelopmentTokens.RELYING_PARTY;
                                case STEWARD, AUDITOR, OPERATOR -> "staff";
                            };
                    Reply reply = client.call(method, path, client.token(role, subject));
                    boolean refused = reply.status() == 401 || reply.status() == 403;
                    if (refused == may.contains(role) || reply.status() >= 500) {
                        wrong.add(method + " " + path + " as " + role + ": " + reply.status());
                    }
                    tried++;
                }
                if (may.equals(Set.of(Role.PERSON)) && path.contains("/me")) {
                    Reply other = client.call(method, path, client.token(Role.PERSON, "another"));
                    assertEquals("GH-BUREAU-004", other.at("code"), path);
                }
            }
            assertEquals(List.of(), wrong);
            assertTrue(tried >= 6 * 20, "tried " + tried);
        }
    }

    @Test
    void theDescriptionNamesEveryRoute() {
        try (Client client =
                Client.of(Shared.edition("examples/lender/lender.yaml"), InstantSource.system())) {
            var paths = client.get("/openapi.json", "").json().get("paths");
            for (Route route : Routes.of(client.serving().bureau())) {
                var operation =
                        paths.get(route.path()).get(route.method().name().toLowerCase(Locale.ROOT));
                assertNotEquals("", operation.get("summary").asString());
            }
        }
    }

    @Test
    void thePageNamesEveryRouteAndLoadsNothingFromElsewhere() {
        try (Client client =
                Client.of(Shared.edition("examples/lender/lender.yaml"), InstantSource.system())) {
            String page = client.get("/api", "").body();
            for (Route route : Routes.of(client.serving().bureau())) {
                assertTrue(page.contains("</b>" + route.path() + "</h3>"), route.path());
            }
            assertFalse(page.contains("<script") || page.contains("//"), "from elsewhere");
        }
    }
}
