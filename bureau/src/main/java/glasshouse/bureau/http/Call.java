package glasshouse.bureau.http;

import org.springframework.web.servlet.function.ServerRequest;

/// A request by somebody who may make it, and the role in which they do.
public record Call(ServerRequest request, Caller caller, Role role) {
    /// A variable of the path.
    public String path(String name) {
        return request.pathVariable(name);
    }
}
