package glasshouse.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Admission;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.Retraction;
import glasshouse.score.Score;
import glasshouse.stream.form.FormType;
import glasshouse.stream.person.Result;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageForm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/// The whole job on a small cluster in this process says what the core says of the same entries.
class ScoringJobTest {
    private static final int DAY = (int) LocalDate.of(2026, 3, 31).toEpochDay();
    static final long NOW = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();
    static final Rhythm RHYTHM = Rhythm.of(Duration.ofDays(36_500), Duration.ZERO).until(DAY);

    @Test
    void theGoldenLedgerScoresAsInTheCore() throws Exception {
        SchemeTexts texts = Lender.texts();
        List<Entry> entries = Lender.entries();
        assertEquals(core(texts.plan(), entries), stream(texts, entries, 4));
    }

    @Test
    void orderCopiesConflictsAndRetractionsLeaveNoTrace() throws Exception {
        SchemeTexts texts = Lender.texts();
        List<Entry> entries = disturbed(Lender.entries());
        Collections.shuffle(entries, new Random(7));
        assertEquals(core(texts.plan(), entries), stream(texts, entries, 2));
        Collections.shuffle(entries, new Random(8));
        assertEquals(core(texts.plan(), entries), stream(texts, entries, 1));
    }

    /// Some events twice, some under a name with another content, some retracted.
    static List<Entry> disturbed(List<Entry> entries) {
        var disturbed = new ArrayList<>(entries);
        for (int i = 0; i < entries.size(); i++) {
            Event event = (Event) entries.get(i);
            switch (i % 7) {
                case 1 -> disturbed.add(event);
                case 3 ->
                        disturbed.add(
                                new Event(
                                        event.name(),
                                        event.person(),
                                        null,
                                        event.signal(),
                                        event.valueMicro() + 1,
                                        event.happenedAt(),
                                        event.recordedAt(),
                                        event.reference()));
                case 5 -> disturbed.add(new Retraction(event.name(), event.recordedAt()));
                default -> {}
            }
        }
        return disturbed;
    }

    /// Each person's score, band and partial scores on the day, from the core.
    static Map<String, String> core(Plan plan, List<Entry> entries) {
        var admission = new Admission();
        entries.forEach(admission::add);
        Map<String, Account> accounts = new TreeMap<>();
        var calendar = new Calendar(plan.scheme().header().zone());
        var occurrence = new Occurrence();
        for (Event event : admission.admissible()) {
            Account account = accounts.computeIfAbsent(event.person(), _ -> new Account());
            if (occurrence.see(plan, calendar, event, false)) {
                plan.add(account, occurrence);
            }
        }
        Map<String, String> scores = new TreeMap<>();
        var readout = new Readout(plan);
        accounts.forEach(
                (person, account) -> {
                    readout.read(account, DAY);
                    Score score = readout.score();
                    scores.put(person, score.scoreMicro() + " " + score.band().name());
                });
        return scores;
    }

    /// The same from the stream: what it published last of each person.
    private static Map<String, String> stream(
            SchemeTexts texts, List<Entry> entries, int parallelism) throws Exception {
        Map<String, String> scores = new TreeMap<>();
        var days = new TreeSet<LocalDate>();
        for (Result result : results(texts, entries, parallelism)) {
            switch (result) {
                case Result.Published score -> {
                    scores.put(score.person(), score.scoreMicro() + " " + score.band());
                    days.add(score.day());
                }
                case Result.Gone gone -> scores.remove(gone.person());
                case Result.BandChange _, Result.ListMove _ -> {}
            }
        }
        assertEquals(LocalDate.ofEpochDay(DAY), days.last());
        return scores;
    }

    private static List<Result> results(SchemeTexts texts, List<Entry> entries, int parallelism)
            throws Exception {
        List<Message> messages =
                entries.stream().<Message>map(each -> new Message.Read(each, NOW)).toList();
        var environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
        var source =
                environment
                        .fromData(messages, new FormType<>(new MessageForm()))
                        .assignTimestampsAndWatermarks(ScoringJob.watermarks(RHYTHM));
        ScoringJob.score(source, texts, RHYTHM).results().sinkTo(new Collected());
        environment.execute();
        return Collected.results();
    }
}
