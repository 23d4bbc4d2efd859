package glasshouse.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.account.Calendar;
import glasshouse.account.Fixture;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import glasshouse.scheme.Scheme;
import glasshouse.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A statement adds up, and its two reckonings agree.
class StatementPropertiesTest {
    @Test
    void linesAddUpToTheScoreOfTheFold() {
        Property.check(
                "statement",
                3000,
                choices -> {
                    Scheme scheme = Fixture.scheme(choices);
                    Plan plan = Plan.of(scheme);
                    List<Event> events = Fixture.events(choices);
                    Instant asOf = Fixture.START.plus(Duration.ofDays(choices.intBetween(0, 6000)));
                    Statement statement = new Statements(plan).of(Fixture.PERSON, events, asOf);
                    var readout = new Readout(plan);
                    Ledger ledger = Ledger.of(Fixture.PERSON, events, asOf);
                    readout.read(ledger.fold(plan), new Calendar(scheme.header().zone()).day(asOf));
                    assertEquals(readout.scoreMicro(), statement.scoreMicro());
                });
    }
}
