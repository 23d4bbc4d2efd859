package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.http.Route.About;
import glasshouse.bureau.http.Route.Guarded;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.notice.Notices.Notice;
import glasshouse.bureau.notice.Webhook;
import glasshouse.bureau.notice.Webhook.Owner;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/// People are told what concerns them, relying parties what was put right: when they ask, in a
/// stream, or where they say.
final class NoticeRoutes {
    private static final Set<Role> OWN = Set.of(Role.PERSON);
    private static final Set<Role> ASKING = Set.of(Role.RELYING_PARTY);
    private static final String EXAMPLE = "{\"url\": \"https://example.org/told\"}";
    private static final int MOST_STREAMS = 1000;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long BEAT_MILLIS = 15_000;

    private final Bureau bureau;
    private final AtomicInteger streams = new AtomicInteger();

    NoticeRoutes(Bureau bureau) {
        this.bureau = bureau;
    }

    List<Route> routes() {
        Function<Call, Owner> person = call -> Owner.person(Callers.member(bureau, call).number());
        Function<Call, Owner> organisation =
                call -> Owner.organisation(Callers.organisation(bureau, call).name());
        return List.of(
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/notices",
                        OWN,
                        About.json("What the person was told, the newest first"),
                        call ->
                                Routes.json(
                                        Letters.noticed(
                                                bureau.notices()
                                                        .latest(
                                                                Callers.member(bureau, call)
                                                                        .number())))),
                new Guarded(
                        HttpMethod.GET,
                        "/v1/people/{person}/notices/stream",
                        OWN,
                        About.json("The same as it happens, as server-sent events")
                                .giving("text/event-stream"),
                        this::stream),
                put("/v1/people/{person}/webhook", OWN, "Be sent notices there", person),
                get("/v1/people/{person}/webhook", OWN, person),
                delete("/v1/people/{person}/webhook", OWN, person),
                put("/v1/webhook", ASKING, "Be sent corrections there", organisation),
                get("/v1/webhook", ASKING, organisation),
                delete("/v1/webhook", ASKING, organisation));
    }

    private Route put(String path, Set<Role> roles, String summary, Function<Call, Owner> owner) {
        String more = " as they happen; the reply has the secret that signs them, this once";
        return new Guarded(
                HttpMethod.PUT,
                path,
                roles,
                About.json(summary + more).taking("application/json"),
                call -> register(call, owner.apply(call)));
    }

    private Route get(String path, Set<Role> roles, Function<Call, Owner> owner) {
        return new Guarded(
                HttpMethod.GET,
                path,
                roles,
                About.json("Where that is, and how it goes"),
                call -> Routes.json(state(bureau.webhooks().of(owner.apply(call)))));
    }

    private Route delete(String path, Set<Role> roles, Function<Call, Owner> owner) {
        return new Guarded(
                HttpMethod.DELETE,
                path,
                roles,
                About.json("Be sent nothing any more"),
                call -> {
                    bureau.webhooks().remove(owner.apply(call));
                    return Routes.json(state(Optional.empty()));
                });
    }

    /// A webhook as it is asked for.
    record Asked(@Nullable String url) {}

    private ServerResponse register(Call call, Owner owner) throws IOException {
        String asked = Bodies.json(call.request(), Asked.class, EXAMPLE).url();
        URI url;
        try {
            url = URI.create(String.valueOf(asked));
        } catch (IllegalArgumentException notOne) {
            throw notThere();
        }
        if (!bureau.webhooks().destination().allows(url)) {
            throw notThere();
        }
        byte[] secret = bureau.webhooks().register(owner, url, bureau.clock().instant());
        return Routes.json(
                JsonDocument.of(
                        json ->
                                json.text("url", url)
                                        .text("secret", HexFormat.of().formatHex(secret))));
    }

    private static Refused notThere() {
        return new Refused(
                Problem.BAD_REQUEST,
                "url is an https address on the open Internet whose name resolves: " + EXAMPLE);
    }

    private static String state(Optional<Webhook> webhook) {
        return JsonDocument.of(
                json -> {
                    if (webhook.isPresent()) {
                        json.text("url", webhook.get().url())
                                .whole("told", webhook.get().told())
                                .whole("failures", webhook.get().failures());
                        if (webhook.get().failures() > 0) {
                            json.instant("nextAt", webhook.get().nextAt());
                        }
                    }
                });
    }

    private ServerResponse stream(Call call) {
        Member member = Callers.member(bureau, call);
        String last = call.request().headers().firstHeader("Last-Event-ID");
        if (last != null && !last.matches("\\d{1,18}")) {
            throw new Refused(Problem.BAD_REQUEST, "Last-Event-ID is the number of a notice.");
        }
        long after = last == null ? bureau.notices().last() : Long.parseLong(last);
        if (streams.incrementAndGet() > MOST_STREAMS) {
            streams.decrementAndGet();
            throw new Refused(Problem.BUSY, "Too many streams are open.");
        }
        return ServerResponse.sse(
                sse -> {
                    var stream = new Stream(member, sse, after);
                    var _ = Thread.ofVirtual().name("stream").start(stream::run);
                },
                LONGEST.plusMinutes(1));
    }

    /// One who listens, until they go, are erased, or a quarter of an hour has passed: then they
    /// ask again from the last number.
    private final class Stream {
        private final Member member;
        private final ServerResponse.SseBuilder sse;
        private long told;

        Stream(Member member, ServerResponse.SseBuilder sse, long after) {
            this.member = member;
            this.sse = sse;
            told = after;
        }

        void run() {
            long end = System.nanoTime() + LONGEST.toNanos();
            try {
                long heard = -1;
                while (System.nanoTime() < end && isOpen()) {
                    List<Notice> found = bureau.notices().after(member.number(), told);
                    for (Notice each : found) {
                        sse.id(Long.toString(each.number()))
                                .event("notice")
                                .data(Letters.notice(each).strip());
                        told = each.number();
                    }
                    if (found.isEmpty()) {
                        sse.comment("still here").send();
                    }
                    heard = bureau.bell().await(heard, BEAT_MILLIS);
                }
                sse.complete();
            } catch (IOException gone) {
                // The listener left.
            } catch (LedgerDown failure) {
                sse.error(failure);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                streams.decrementAndGet();
            }
        }

        private boolean isOpen() {
            return !bureau.bell().isClosed() && bureau.members().numbered(member.number()) != null;
        }
    }
}
