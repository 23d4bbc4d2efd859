package glasshouse.bureau.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/// Makes requests out of a service's own description: right ones, nearly right ones, and nonsense.
final class Scribbler {
    /// A stream of events has no end, so that nobody can wait for its answer; `NoticesTest` looks
    /// at it.
    private static final String ENDLESS = "/stream";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> WORDS =
            List.of(
                    "ann",
                    "bob",
                    "dev-furnisher",
                    "rival",
                    "loan",
                    "sources",
                    "services",
                    "1",
                    "0",
                    "-1",
                    "9223372036854775808",
                    "1e999",
                    "NaN",
                    "",
                    " ",
                    "..",
                    "../../etc/passwd",
                    "%",
                    "'; drop table entry; --",
                    "\u0000",
                    "\uFFFF",
                    "\u202Enna",
                    "é".repeat(300),
                    "a".repeat(5000),
                    "2026-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "2026-13-45",
                    "${jndi:ldap://x}",
                    "<script>alert(1)</script>",
                    "null",
                    "true",
                    "[]",
                    "{}");
    private static final List<String> MEDIA =
            List.of(
                    "application/json",
                    "application/x-ndjson",
                    "application/cloudevents+json",
                    "application/cloudevents-batch+json",
                    "text/plain",
                    "multipart/form-data",
                    "application/json;charset=utf-16",
                    "nonsense",
                    "*/*",
                    "");
    private static final List<String> BODIES =
            List.of(
                    "{\"sources\": [\"dev-furnisher\"], \"services\": [\"loan\"]}",
                    "{\"service\":\"loan\",\"person\":\"bob\",\"purpose\":\"granting a loan\"}",
                    "{\"service\": \"loan\"}",
                    "{\"event\":{\"source\":\"dev-furnisher\",\"id\":\"e\"},\"words\":\"no\"}",
                    "{\"decision\": 1, \"words\": \"no\"}",
                    "{\"upheld\": true, \"reply\": \"so be it\"}",
                    "{\"contexts\": [\"credit\"], \"purposes\": [], \"retentionDays\": 4000}",
                    """
                    {"specversion":"1.0","source":"dev-furnisher","id":"e","type":"loan.opened",\
                    "subject":"ann","time":"2026-01-02T10:00:00Z","data":{"value":1}}""",
                    "[" + "[".repeat(2000),
                    "{\"a\":".repeat(2000),
                    "\uD800",
                    "[1,2,3]",
                    "null",
                    "\"text\"",
                    "");

    private static final String VALUE = "\"[a-z-]+\"(?=[,}\\]])";

    private final Random random;
    private final List<Operation> operations = new ArrayList<>();

    /// Something that the description offers.
    record Operation(String method, String path, Set<String> roles, List<String> parameters) {}

    /// A request; `person` is the one whom its path names, if it names one.
    record Scribble(
            Operation operation,
            String method,
            String target,
            String person,
            String media,
            String encoding,
            byte[] body) {}

    Scribbler(JsonNode description, Random random) {
        this.random = random;
        description
                .get("paths")
                .propertyStream()
                .filter(path -> !path.getKey().endsWith(ENDLESS))
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .forEach(
                                                each ->
                                                        operations.add(
                                                                operation(
                                                                        path.getKey(),
                                                                        each.getKey(),
                                                                        each.getValue()))));
    }

    private static Operation operation(String path, String method, JsonNode described) {
        var roles = new TreeSet<String>();
        described.path("x-roles").forEach(role -> roles.add(role.asString()));
        var parameters = new ArrayList<String>();
        described
                .path("parameters")
                .forEach(
                        each -> {
                            if (each.get("in").asString().equals("query")) {
                                parameters.add(each.get("name").asString());
                            }
                        });
        return new Operation(method.toUpperCase(Locale.ROOT), path, roles, parameters);
    }

    int operations() {
        return operations.size();
    }

    Scribble next() {
        Operation operation = oneOf(operations);
        boolean heavy = operation.path().matches("/v1/(replay|verification)");
        if (heavy && random.nextInt(20) > 0) {
            return next();
        }
        var person = new StringBuilder();
        String path =
                VARIABLE.matcher(operation.path())
                        .replaceAll(
                                found -> {
                                    String word = random.nextInt(3) == 0 ? word() : usual();
                                    if (found.group(1).equals("person")) {
                                        person.append(word);
                                    }
                                    return encoded(word);
                                });
        var query = new StringBuilder();
        for (String each : operation.parameters()) {
            if (random.nextBoolean()) {
                query.append(query.isEmpty() ? '?' : '&').append(each).append('=');
                query.append(encoded(word()));
            }
        }
        String method =
                random.nextInt(30) == 0
                        ? oneOf(List.of("PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD"))
                        : operation.method();
        String encoding = oneOf(List.of("", "", "", "", "gzip", "br", "identity"));
        return new Scribble(
                operation,
                method,
                path + query,
                person.toString(),
                random.nextInt(4) == 0 ? oneOf(MEDIA) : oneOf(MEDIA.subList(0, 2)),
                encoding,
                body(encoding.equals("gzip") && random.nextInt(3) > 0));
    }

    private String usual() {
        return oneOf(WORDS.subList(0, 8));
    }

    private String word() {
        return oneOf(WORDS);
    }

    private <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /// Every byte but plain letters as %XX: also what no client would send.
    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(boolean zipped) {
        byte[] plain = mutated(oneOf(BODIES)).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            for (int i = 0; i < plain.length; i += 1 + random.nextInt(20)) {
                plain[i] = (byte) random.nextInt();
            }
        }
        if (!zipped) {
            return plain;
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] whole = bytes.toByteArray();
        return random.nextInt(4) == 0 ? Arrays.copyOf(whole, whole.length / 2) : whole;
    }

    /// A body with one of its values, or a piece of it, put otherwise.
    private String mutated(String body) {
        return switch (random.nextInt(6)) {
            case 0 -> body.replaceFirst(VALUE, '"' + escaped(word()) + '"');
            case 1 -> body.replaceFirst(VALUE, oneOf(List.of("1", "null", "{}")));
            case 2 -> body.substring(0, random.nextInt(body.length() + 1));
            case 3 -> body + oneOf(List.of("\n" + body, ",", "}", " ", "\u0000"));
            default -> body;
        };
    }

    private static String escaped(String word) {
        return Matcher.quoteReplacement(
                word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000"));
    }
}
