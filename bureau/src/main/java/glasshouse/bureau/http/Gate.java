package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.inquiry.AccessLog;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.bureau.organisation.Organisations;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Lets in whom a route names, and nobody else: without a proven caller 401, in another role or for
/// another person's data 403.
final class Gate {
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Bureau bureau;
    private final Rates rates;

    Gate(Tokens tokens, Bureau bureau, Rates rates) {
        this.tokens = tokens;
        this.bureau = bureau;
        this.rates = rates;
    }

    /// Answers by the route if its caller may use it.
    ServerResponse pass(Route.Guarded route, ServerRequest request) throws Exception {
        Caller caller = caller(request);
        Role role =
                route.roles().stream()
                        .filter(caller.roles()::contains)
                        .sorted()
                        .findFirst()
                        .orElseThrow(() -> notAllowed(route.roles()));
        if (role == Role.PERSON && !isOwn(caller, request)) {
            role = asAnother(route, caller);
        }
        if (role != Role.PERSON) {
            log(route, request, caller, role);
        }
        return route.answer().answer(new Call(request, caller, role));
    }

    /// Whoever else looks at a person's data is logged before they see it.
    private void log(Route.Guarded route, ServerRequest request, Caller caller, Role role) {
        String person = request.pathVariables().get("person");
        Optional<Member> member =
                person == null ? Optional.empty() : bureau.members().named(person);
        if (member.isPresent()) {
            String what = route.method() + " " + route.path();
            bureau.accessLog()
                    .append(
                            member.get().number(),
                            new AccessLog.Access(
                                    bureau.clock().instant(), caller.subject(), role.word(), what));
        }
    }

    private static boolean isOwn(Caller caller, ServerRequest request) {
        String person = request.pathVariables().get("person");
        return person == null || person.equals(caller.subject());
    }

    /// Somebody on the staff is also a person; another's data they see as staff only.
    private static Role asAnother(Route.Guarded route, Caller caller) {
        return route.roles().stream()
                .filter(role -> role != Role.PERSON && caller.roles().contains(role))
                .sorted()
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refused(
                                        Problem.NOT_YOURS,
                                        "A person's token opens the data of its own subject"
                                                + " only."));
    }

    private static Refused notAllowed(Set<Role> roles) {
        return new Refused(
                Problem.NOT_ALLOWED,
                "This is for the roles "
                        + String.join(", ", roles.stream().map(Role::word).sorted().toList())
                        + "; the token has none of them.");
    }

    /// The caller, proven, and not asking too often.
    Caller caller(ServerRequest request) {
        Caller caller;
        try {
            caller = proven(request);
        } catch (Refused refused) {
            if (refused.problem() == Problem.BAD_TOKEN) {
                rates.countWrongToken(
                        request.remoteAddress().map(InetSocketAddress::getHostString).orElse(""));
            }
            throw refused;
        }
        rates.count(caller);
        return caller;
    }

    private Caller proven(ServerRequest request) {
        String header = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (tokens.isEmpty()) {
            throw new Refused(
                    Problem.NO_TOKEN,
                    "No issuer of tokens is configured, so nobody can be let in; start with issuer"
                            + " and audience in the configuration, or with --dev to try things.");
        }
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Refused(
                    Problem.NO_TOKEN, "Send the header Authorization: Bearer and a token.");
        }
        String token = header.substring(BEARER.length()).strip();
        Optional<Caller> caller =
                token.startsWith(Organisations.KEY_PREFIX)
                        ? bureau.organisations().ofKey(token).map(Gate::caller)
                        : tokens.caller(token);
        return caller.orElseThrow(
                () ->
                        new Refused(
                                Problem.BAD_TOKEN,
                                "The token is damaged, has expired, or is not by the issuer and for"
                                        + " the audience configured; get a fresh one."));
    }

    /// What an organisation may do by its key alone.
    private static Caller caller(Organisation organisation) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (organisation.mayReport()) {
            roles.add(Role.FURNISHER);
        }
        if (organisation.mayAsk()) {
            roles.add(Role.RELYING_PARTY);
        }
        return new Caller(organisation.name(), roles, organisation.name());
    }
}
