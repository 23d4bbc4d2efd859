package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import glasshouse.event.Event;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.mapping.MappingReader;
import glasshouse.wire.mapping.MappingResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The mappings of `mappings/` on lines of the forms that the published files have.
final class ShippedMappingsTest {
    @Test
    void cdnowLinesThatAreAlikeAreDifferentPurchases() throws Exception {
        String line = " 00004 0001 19970118  2   29.73\r\n";
        Collected found = read("cdnow", "CDNOW_sample.txt", line + line);
        assertEquals(
                List.of(
                        "purchase 00004 - 29.73 1997-01-18T05:00:00Z",
                        "purchase 00004 - 29.73 1997-01-18T05:00:00Z"),
                lines(found));
        assertEquals(2, found.ids().size());
        assertEquals("cdnow", found.entries.getFirst().name().source());
    }

    @Test
    void taiwanRowsStandForUpToSixMonths() throws Exception {
        String text =
                """
                ID,LIMIT_BAL,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6,BILL_AMT1
                7,5e+05,2,0,-1,-2,-2,3,367965
                8,20000,-2,-2,-2,-2,-2,-2,0
                """;
        Collected found = read("taiwan-default", "taiwan.csv", text);
        assertEquals(
                List.of(
                        "card.paid-late 7 - 2 2005-09-30T04:00:00Z",
                        "card.revolved 7 - 0 2005-08-31T04:00:00Z",
                        "card.paid-duly 7 - 0 2005-07-31T04:00:00Z",
                        "card.paid-late 7 - 3 2005-04-30T04:00:00Z"),
                lines(found));
        assertEquals("7-2005-09", found.entries.getFirst().name().id());
    }

    @Test
    void bitcoinOtcRatingsHaveTwoParties() throws Exception {
        Collected found =
                read("bitcoin-otc", "soc.csv", "6,2,4,1289241911.72836\n2,6,-10,1289241941\n");
        assertEquals(
                List.of(
                        "trade.rated 6 2 4 2010-11-08T18:45:11.728360Z",
                        "trade.rated 2 6 -10 2010-11-08T18:45:41Z"),
                lines(found));
    }

    @Test
    void filmtrustFilmsAreRatedByUsers() throws Exception {
        Collected found = read("filmtrust", "ratings.csv", "user,item,rating\n1050,215,3.5\n");
        assertEquals(
                List.of("film.rated user-1050 film-215 3.5 2011-06-01T00:00:00Z"), lines(found));
    }

    private static List<String> lines(Collected found) {
        assertEquals(List.of(), found.rejections);
        return found.events().stream().map(ShippedMappingsTest::line).toList();
    }

    private static String line(Event event) {
        String counterparty = event.counterparty() == null ? "-" : event.counterparty();
        return event.signal()
                + " "
                + event.person()
                + " "
                + counterparty
                + " "
                + glasshouse.scheme.Micro.format(event.valueMicro())
                + " "
                + event.happenedAt();
    }

    private static Collected read(String mapping, String name, String text) throws Exception {
        var found = new Collected();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        new EventReader(mapping(mapping))
                .read(new ByteArrayInputStream(bytes), name, EventFormat.of(name), found);
        return found;
    }

    static Mapping mapping(String name) throws Exception {
        String file = name + ".yaml";
        String text = Files.readString(Path.of("..", "mappings", file));
        return assertInstanceOf(MappingResult.Valid.class, MappingReader.read(file, text))
                .mapping();
    }
}
