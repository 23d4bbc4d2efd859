package glasshouse.city.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.city.ShippedFiles;
import glasshouse.scheme.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BookTest {
    @Test
    void aWordAgainstTheSchemeHasAReason() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Book.Entry(
                                1, "loan", 3, Outcome.REFUSED, Book.Word.LET_IN, Book.Ground.NONE));
    }

    @Test
    void whoIsTurnedAwayIsRefusedFromTheNextDayOnAndOthersAreNot() throws InterruptedException {
        try (var city = new City(1_024, 1, new ShippedFiles().find("sesame-2017"))) {
            city.live(30);
            Set<Integer> waiting = new HashSet<>();
            for (Desk.Visit visit : city.desk("job").orElseThrow().queue()) {
                waiting.add(visit.person());
                assertTrue(
                        city.decide("job", visit.person(), Book.Word.TURN_AWAY, Book.Ground.HOUSE));
            }
            assertFalse(waiting.isEmpty());
            city.live(700);
            int told = 0;
            for (Desk.Dealt dealt : city.desk("job").orElseThrow().dealt()) {
                assertTrue(waiting.contains(dealt.entry().person()));
                for (Outcome outcome : dealt.since()) {
                    assertEquals(Outcome.REFUSED, outcome);
                    told++;
                }
            }
            assertTrue(told > 0, "nobody came back");
        }
    }

    @Test
    void aDeskThatNoTownHasKeepsNoBook() throws InterruptedException {
        try (var city = new City(200, 1, Optional.empty())) {
            city.live(1);
            assertFalse(city.decide("job", 1, Book.Word.FOLLOW, Book.Ground.NONE));
            assertTrue(city.desk("job").isEmpty());
        }
    }
}
