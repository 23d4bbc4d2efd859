package glasshouse.city.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.city.ShippedFiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class CityTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ShippedFiles SCHEMES = new ShippedFiles();

    private static City city() {
        return new City(1_500, 7, SCHEMES.find("sesame-2017"));
    }

    /// The first frame that is as wanted.
    private static Frame until(City city, Predicate<Frame> wanted) throws InterruptedException {
        Frame frame = city.frame();
        long last = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.test(frame)) {
            assertTrue(System.nanoTime() < last, "in time");
            frame = city.after(frame.number(), PATIENCE);
        }
        return frame;
    }

    private static int days(Frame frame) {
        return frame.towns().getFirst().snapshot().days();
    }

    @Test
    void timeStandsStillWhenPausedAndADayIsADay() throws InterruptedException {
        try (var city = city()) {
            city.pace(Pace.PAUSE);
            int before = days(until(city, frame -> frame.pace() == Pace.PAUSE));
            city.nextDay();
            assertEquals(before + 1, days(until(city, frame -> days(frame) > before)));
        }
    }

    @Test
    void aTownThatIsFoundedLaterLivesTheSameDaysAgain() throws InterruptedException {
        try (var city = city()) {
            city.pace(Pace.YEAR);
            until(city, frame -> days(frame) >= 60);
            city.pace(Pace.PAUSE);
            Frame first = until(city, frame -> frame.pace() == Pace.PAUSE);
            city.rules(List.of(Optional.empty(), SCHEMES.find("sesame-2017")));
            Frame both = until(city, f -> f.founding() > first.founding() && !f.catchingUp());
            assertEquals(days(first), days(both));
            assertEquals(City.NONE, both.towns().getFirst().rules());
            assertArrayEquals(
                    first.towns().getFirst().snapshot().scores(),
                    both.towns().getLast().snapshot().scores());
            city.again();
            Frame again = until(city, f -> f.founding() > both.founding());
            assertEquals(0, days(again));
        }
    }

    @Test
    void whatHappensIsCountedAndTold() throws InterruptedException {
        try (var city = city()) {
            city.pace(Pace.YEAR);
            Frame frame = until(city, f -> days(f) >= 200);
            Snapshot town = frame.towns().getFirst().snapshot();
            assertEquals(1_500, town.members());
            assertEquals(1_500, town.inBand().stream().mapToInt(i -> i).sum());
            assertEquals(days(frame) / 28, town.counts().size());
            assertFalse(town.news().isEmpty());
            assertTrue(town.news().size() <= Journal.KEPT);
            assertNotEquals(1, Arrays.hashCode(town.scores()));
        }
    }

    @Test
    void homesAreRankedByIncomeWithinTheirNeighbourhood() {
        try (var city = city()) {
            var second = Arrays.copyOfRange(city.homes().rank(), 1_024, 1_500);
            Arrays.sort(second);
            for (int i = 0; i < second.length; i++) {
                assertEquals(i, second[i]);
            }
        }
    }
}
