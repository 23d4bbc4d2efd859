package glasshouse.fold;

import glasshouse.account.Plan;
import glasshouse.compiler.Library;
import glasshouse.data.FileScoring;
import glasshouse.data.Moment;
import glasshouse.data.ScoreTable;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The golden ledger: the example lender and its events, and what file scoring says of them.
final class Golden {
    /// The day of which scores are asked.
    static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private static final Path LENDER = Path.of("..", "examples", "lender");
    private static final Path EVENTS = LENDER.resolve("events.ndjson");

    private Golden() {}

    static SchemeTexts texts() {
        try {
            String text = Files.readString(LENDER.resolve("lender.yaml"));
            return switch (SchemeTexts.gather(
                    new Library.Source("lender.yaml", text), Library.EMPTY)) {
                case SchemeTexts.Result.Ready(SchemeTexts ready) -> ready;
                case SchemeTexts.Result.Refused(var problems) ->
                        throw new AssertionError(problems.toString());
            };
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /// Score in millionths and band of each person, as of the day.
    static Map<String, String> files(Plan plan) throws Exception {
        Instant asOf = DAY.plusDays(1).atStartOfDay(plan.scheme().header().zone()).toInstant();
        ScoreTable table =
                new FileScoring(
                                plan,
                                Moment.asOf(asOf.minusMillis(1)),
                                1,
                                null,
                                rejection -> {
                                    throw new AssertionError(rejection.reason());
                                },
                                (_, _) -> {})
                        .score(List.of(EVENTS))
                        .scores();
        Map<String, String> scores = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            long score = table.scoreMicro(row);
            scores.put(table.person(row), score + " " + plan.scheme().band(score).name());
        }
        return scores;
    }

    /// The events as a topic holds them.
    static List<Message> messages() throws IOException {
        var reader = new MessageReader();
        var messages = new ArrayList<Message>();
        for (String line : Files.readAllLines(EVENTS)) {
            long now = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();
            messages.add(reader.read(line.getBytes(StandardCharsets.UTF_8), "golden", now));
        }
        return messages;
    }
}
