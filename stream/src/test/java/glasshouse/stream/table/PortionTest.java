package glasshouse.stream.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glasshouse.stream.person.Result;
import glasshouse.stream.person.Result.BandChange;
import glasshouse.stream.person.Result.Gone;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Move;
import glasshouse.stream.person.Result.Published;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.Test;

class PortionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final String VERSION_ONE =
            "02010003616e6efec002b00904666169720202010473686f700131010103626f62";
    private static final SinkWriter.Context NOW =
            new SinkWriter.Context() {
                @Override
                public long currentWatermark() {
                    return 0;
                }

                @Override
                public Long timestamp() {
                    return 0L;
                }
            };

    @Test
    void aPortionInACheckpointStaysReadable() throws IOException {
        var serializer = new PortionSerializer();
        var portion = new Portion(List.of(score("ann", 600), new Gone("bob")));
        byte[] bytes = serializer.serialize(portion);
        assertEquals(portion, serializer.deserialize(1, bytes));
        assertEquals(VERSION_ONE, HexFormat.of().formatHex(bytes));
    }

    @Test
    void aPortionOfANewerReleaseIsRefused() {
        assertThrows(
                IOException.class, () -> new PortionSerializer().deserialize(2, new byte[] {0}));
    }

    @Test
    void ofSeveralScoresOfAPersonTheLastIsHandedOut() throws Exception {
        var step = new ListMove("ann", DAY, "prepay", Move.NOTICED);
        try (var gathering = new Gathering()) {
            gathering.write(score("bob", 500), NOW);
            gathering.write(score("ann", 600), NOW);
            gathering.write(new BandChange("ann", DAY, "low", "fair"), NOW);
            gathering.write(step, NOW);
            gathering.write(score("ann", 610), NOW);
            gathering.write(new Gone("bob"), NOW);
            assertEquals(
                    List.of(new Portion(List.of(score("ann", 610), new Gone("bob"), step))),
                    List.copyOf(gathering.prepareCommit()));
            assertEquals(List.of(), List.copyOf(gathering.prepareCommit()));
        }
    }

    @Test
    void muchIsHandedOutInSeveralPortions() throws Exception {
        try (var gathering = new Gathering()) {
            for (int i = 0; i < 2 * Portion.MOST_RESULTS + 1; i++) {
                gathering.write(score("p" + i, 600), NOW);
            }
            assertEquals(
                    List.of(Portion.MOST_RESULTS, Portion.MOST_RESULTS, 1),
                    gathering.prepareCommit().stream().map(each -> each.results().size()).toList());
        }
    }

    @Test
    void aPortionBeyondTheMostDoesNotExist() {
        List<Result> many =
                IntStream.rangeClosed(0, Portion.MOST_RESULTS)
                        .<Result>mapToObj(i -> new Gone("p" + i))
                        .toList();
        assertThrows(IllegalArgumentException.class, () -> new Portion(many));
    }

    private static Published score(String person, long score) {
        return new Published(person, DAY, score, "fair", List.of(1L, -1L), "shop", "1");
    }
}
