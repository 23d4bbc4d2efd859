package glasshouse.bureau.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Shared;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The whole service is killed (SIGKILL) at random moments under load and started again; nothing
/// that was acknowledged is lost or counted twice, and every score is right.
///
/// The judge knows nothing of the fold: it keeps the events that were acknowledged, and reckons
/// scores from the words of the scheme, in floating point, to within a point. Twice is usual;
/// `-Dglasshouse.drill.kills=300` drills for long.
final class KillDrillTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int KILLS = Integer.getInteger("glasshouse.drill.kills", 2);
    private static final int WRITERS = 3;
    private static final int EVENTS_A_REQUEST = 20;
    private static final int MOST_MILLIS_BETWEEN = 1500;
    private static final List<String> PERSONS = List.of("p0", "p1", "p2", "p3");

    private final Map<String, Late> sent = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final Set<String> decisions = new ConcurrentSkipListSet<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void whatWasAcknowledgedOutlivesBeingKilled() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (Site site = new Site(Shared.folder(), PERSONS)) {
            for (String person : PERSONS) {
                String body = "{\"sources\":[\"dev-furnisher\"],\"services\":[\"loan\"]}";
                String path = "/v1/people/" + person + "/enrolment";
                assertTrue(site.post(path, variable(person), "application/json", body).isPresent());
            }
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                for (int i = 0; i < WRITERS; i++) {
                    var own = new Random(seed + i);
                    writers.execute(() -> write(site, own));
                }
                var pause = new CountDownLatch(1);
                for (int kill = 0; kill < KILLS; kill++) {
                    long millis = 200L + random.nextInt(MOST_MILLIS_BETWEEN);
                    boolean _ = pause.await(millis, TimeUnit.MILLISECONDS);
                    site.kill();
                    site.startAgain();
                }
                boolean _ = pause.await(500, TimeUnit.MILLISECONDS);
                stop.set(true);
            }
            judge(site, "seed " + seed);
        }
    }

    private static String variable(String person) {
        return person.toUpperCase(Locale.ROOT);
    }

    /// Sends events, some of them again and again, and asks for decisions.
    private void write(Site site, Random random) {
        while (!stop.get()) {
            int request = requests.incrementAndGet();
            var ids = new ArrayList<String>();
            var lines = new StringBuilder();
            for (int i = 0; i < EVENTS_A_REQUEST; i++) {
                boolean again = i > 0 && random.nextInt(4) == 0;
                String id =
                        again
                                ? "e" + (1 + random.nextInt(request)) + "-0"
                                : "e" + request + "-" + i;
                Late late =
                        sent.computeIfAbsent(
                                id,
                                _ ->
                                        new Late(
                                                PERSONS.get(random.nextInt(PERSONS.size())),
                                                1 + random.nextInt(3),
                                                LocalDate.of(2026, 1, 1)
                                                        .minusDays(random.nextInt(900))));
                ids.add(id);
                lines.append(line(id, late)).append('\n');
            }
            site.post("/v1/events", "FURNISHER", "application/x-ndjson", lines.toString())
                    .map(JSON::readTree)
                    .filter(reply -> reply.get("rejected").asInt() == 0)
                    .filter(reply -> reply.get("conflicts").asInt() == 0)
                    .ifPresent(_ -> acknowledged.addAll(ids));
            String person = PERSONS.get(random.nextInt(PERSONS.size()));
            String question =
                    "{\"service\":\"loan\",\"person\":\"%s\",\"purpose\":\"granting a loan\"}"
                            .formatted(person);
            site.post("/v1/decisions", "RELYING_PARTY", "application/json", question)
                    .map(JSON::readTree)
                    .ifPresent(reply -> decisions.add(person + ":" + reply.get("decision")));
        }
    }

    private static String line(String id, Late late) {
        return """
        {"specversion":"1.0","source":"dev-furnisher","id":"%s","type":"instalment.paid-late",\
        "subject":"%s","time":"%sT12:00:00Z","data":{"value":%s}}"""
                .formatted(id, late.person(), late.day(), late.days());
    }

    private void judge(Site site, String seed) {
        var kept = new TreeSet<String>();
        var found = new TreeSet<String>();
        for (String person : PERSONS) {
            var events =
                    JSON.readTree(
                                    site.get("/v1/people/" + person + "/export", variable(person))
                                            .orElseThrow())
                            .get("events");
            var lates = new ArrayList<Late>();
            for (var each : events) {
                String id = each.get("id").asString();
                assertTrue(kept.add(id), seed + ": recorded twice: " + id);
                assertTrue(each.get("counts").asBoolean(), seed + ": does not count: " + id);
                lates.add(Objects.requireNonNull(sent.get(id)));
            }
            var score =
                    JSON.readTree(
                            site.get("/v1/people/" + person + "/score", variable(person))
                                    .orElseThrow());
            assertEquals(Late.score(lates), score.get("score").asDouble(), 1.0, seed);
            JSON.readTree(
                            site.get("/v1/people/" + person + "/decisions", variable(person))
                                    .orElseThrow())
                    .get("decisions")
                    .forEach(each -> found.add(person + ":" + each.get("decision")));
        }
        assertTrue(acknowledged.size() > EVENTS_A_REQUEST, seed + ": too little happened");
        var lost = new TreeSet<>(acknowledged);
        lost.removeAll(kept);
        assertEquals(Set.of(), lost, seed + ": acknowledged and lost");
        var lostDecisions = new TreeSet<>(decisions);
        lostDecisions.removeAll(found);
        assertEquals(Set.of(), lostDecisions, seed + ": decisions lost");
        for (String check : List.of("/v1/verification", "/v1/replay")) {
            String report = site.get(check, "AUDITOR").orElseThrow();
            assertEquals(0, JSON.readTree(report).get("differenceCount").asInt(), report);
        }
    }
}
