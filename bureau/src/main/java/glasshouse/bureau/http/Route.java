package glasshouse.bureau.http;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// One row of the table of routes: what is asked for, who may ask, and what answers.
///
/// The same rows make the router, the guard, the description at `/openapi.json` and the matrix of
/// roles that the tests try in full.
public sealed interface Route {
    HttpMethod method();

    String path();

    About about();

    /// What the description says: a sentence, the query's parameters, the media types taken and
    /// given (empty: none).
    record About(String summary, List<String> parameters, List<String> takes, List<String> gives) {
        public About {
            parameters = List.copyOf(parameters);
            takes = List.copyOf(takes);
            gives = List.copyOf(gives);
        }

        static About json(String summary, String... parameters) {
            return new About(summary, List.of(parameters), List.of(), List.of("application/json"));
        }

        About taking(String... media) {
            return new About(summary, parameters, List.of(media), gives);
        }

        About giving(String... media) {
            return new About(summary, parameters, takes, List.of(media));
        }
    }

    /// A route that anybody may use, without a token.
    record Open(HttpMethod method, String path, About about, ToAnybody answer) implements Route {}

    /// A route for these roles. Where the path has a `{person}`, a person may use it for their own
    /// data only.
    record Guarded(HttpMethod method, String path, Set<Role> roles, About about, ToCaller answer)
            implements Route {
        public Guarded {
            roles = Set.copyOf(roles);
        }
    }

    /// Answers anybody.
    @FunctionalInterface
    interface ToAnybody {
        ServerResponse answer(ServerRequest request) throws Exception;
    }

    /// Answers somebody who may ask.
    @FunctionalInterface
    interface ToCaller {
        ServerResponse answer(Call call) throws Exception;
    }
}
