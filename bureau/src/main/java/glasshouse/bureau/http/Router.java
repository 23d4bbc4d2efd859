package glasshouse.bureau.http;

import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.ledger.BusyException;
import glasshouse.bureau.meter.Meters;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPatternParser;

/// Turns the table of routes into a router. What no row names needs a caller all the same and is
/// then not found, so that a stranger learns nothing about what there is.
final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Route> routes;
    private final Gate gate;
    private final Intake intake;
    private final Meters meters;

    Router(List<Route> routes, Gate gate, Intake intake, Meters meters) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
        this.intake = intake;
        this.meters = meters;
    }

    RouterFunction<ServerResponse> function() {
        var router = RouterFunctions.route();
        for (Route route : routes) {
            router.route(
                    RequestPredicates.method(route.method())
                            .and(RequestPredicates.path(route.path())),
                    request ->
                            measured(
                                    route.method().name(),
                                    route.path(),
                                    () -> answer(route, request)));
        }
        router.route(
                RequestPredicates.all(),
                request -> measured("any", "elsewhere", () -> elsewhere(request)));
        return router.build();
    }

    private ServerResponse measured(String method, String path, Supplier<ServerResponse> answer) {
        long begun = System.nanoTime();
        ServerResponse response = answer.get();
        long nanos = System.nanoTime() - begun;
        meters.answered(method, path, response.statusCode().value(), nanos);
        return response;
    }

    private ServerResponse answer(Route route, ServerRequest request) {
        try (Intake.Share _ = intake.open(request)) {
            return switch (route) {
                case Route.Open open -> open.answer().answer(request);
                case Route.Guarded guarded -> gate.pass(guarded, request);
            };
        } catch (Refused refused) {
            return refusal(refused);
        } catch (BusyException busy) {
            return retry(
                    Problem.BUSY, "The ledger has as much to write as it can hold; repeat it.", 1);
        } catch (LedgerDown down) {
            return retry(
                    Problem.UNAVAILABLE, "Nothing was changed, or it is not known; repeat it.", 1);
        } catch (IOException damaged) {
            return Problem.BAD_REQUEST.because(
                    "The body ends early, or is not compressed as its header says; send it whole.");
        } catch (Exception defect) {
            return defect(route, defect);
        }
    }

    private ServerResponse elsewhere(ServerRequest request) {
        try {
            Caller _ = gate.caller(request);
        } catch (Refused refused) {
            return refusal(refused);
        }
        var offered =
                routes.stream()
                        .filter(
                                route ->
                                        isAt(route, request)
                                                && !route.method().equals(request.method()))
                        .map(route -> route.method().name())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (offered.isEmpty()) {
            return Problem.NOT_FOUND.because("There is no such path; /openapi.json names them.");
        }
        String allowed = String.join(", ", offered);
        return Problem.WRONG_METHOD
                .response("")
                .header(HttpHeaders.ALLOW, allowed)
                .body(Problem.WRONG_METHOD.body("Offered are " + allowed + "."));
    }

    /// A predicate of the router would keep the variables of each path that it tries beside those
    /// of the next.
    private static boolean isAt(Route route, ServerRequest request) {
        return PathPatternParser.defaultInstance
                .parse(route.path())
                .matches(request.requestPath().pathWithinApplication());
    }

    private static ServerResponse refusal(Refused refused) {
        Problem problem = refused.problem();
        if (problem.status() == 429) {
            return retry(problem, refused.detail(), refused.retrySeconds());
        }
        var response = problem.response(refused.detail());
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.body(problem.body(refused.detail()));
    }

    private static ServerResponse retry(Problem problem, String detail, long seconds) {
        return problem.response(detail)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(problem.body(detail));
    }

    /// The message of an exception may quote somebody's data: only its kind and place are logged.
    private static ServerResponse defect(Route route, Exception defect) {
        var where = new StringBuilder();
        for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
            where.append(cause.getClass().getName()).append(' ');
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("glasshouse")) {
                    where.append(frame).append(' ');
                }
            }
        }
        HttpMethod method = route.method();
        LOG.error("{} {} failed: {}", method, route.path(), where);
        return Problem.DEFECT.because(
                "This is a defect of the bureau; its log says where. Whether the request had an"
                        + " effect is not known; repeating it is safe for events.");
    }
}
