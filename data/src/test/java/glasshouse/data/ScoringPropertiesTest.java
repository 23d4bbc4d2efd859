package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.account.Plan;
import glasshouse.event.Entry;
import glasshouse.score.Score;
import glasshouse.testkit.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ScoringPropertiesTest {
    private static final List<Plan> PLANS =
            List.of(Plan.of(Worlds.plain()), Plan.of(Worlds.rich()), Plan.of(Worlds.closed()));

    @Test
    void scoresAreThoseOfThePlainTwinInAnyOrderOnAnyThreads() {
        Property.check(
                "file scoring is its plain twin",
                150,
                choices -> {
                    Plan plan = choices.oneOf(PLANS);
                    Moment moment = Worlds.moment(choices);
                    List<Entry> entries = Worlds.entries(choices);
                    Twin twin = Twin.score(plan, moment, entries);
                    List<Entry> shuffled = Worlds.shuffled(choices, entries);
                    int threads = choices.intBetween(1, 3);
                    assertEquals(twin, engine(plan, moment, shuffled, threads));
                });
    }

    private static Twin engine(Plan plan, Moment moment, List<Entry> entries, int threads) {
        var scoring = new Scoring(plan, moment, threads);
        List<EntryTaker> takers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            takers.add(new EntryTaker(scoring));
        }
        for (int i = 0; i < entries.size(); i++) {
            takers.get(i % threads).take(entries.get(i), i);
        }
        takers.forEach(EntryTaker::close);
        var conflicts = new AtomicLong();
        Scoring.Outcome outcome = scoring.finish(_ -> conflicts.incrementAndGet());
        assertEquals(outcome.conflicting(), conflicts.get());
        try (ScoreTable _ = outcome.scores()) {
            return twin(plan, outcome);
        }
    }

    static Twin twin(Plan plan, Scoring.Outcome outcome) {
        return new Twin(
                scores(plan, outcome.scores()), outcome.duplicates(), outcome.conflicting());
    }

    static Map<String, Score> scores(Plan plan, ScoreTable table) {
        Map<String, Score> scores = new HashMap<>();
        int count = plan.scheme().characteristics().size();
        for (int row = 0; row < table.size(); row++) {
            List<Long> partials = new ArrayList<>();
            long raw = plan.scheme().scale().initialMicro();
            for (int i = 0; i < count; i++) {
                partials.add(table.partialMicro(row, i));
                raw += table.partialMicro(row, i);
            }
            long score = table.scoreMicro(row);
            scores.put(
                    table.person(row), new Score(score, raw, plan.scheme().band(score), partials));
        }
        return scores;
    }
}
