package glasshouse.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.account.Plan;
import glasshouse.document.Problem;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The shipped schemes compile, keep to the facts of their sources, and those that must not run on
/// people cannot be made to.
class ShippedSchemesTest {
    private static final Path SCHEMES = Path.of("../schemes");
    private static final Library LIBRARY = ShippedSchemesTest::shipped;

    /// Synthetic because its points are guessed, not because a law forbids one of its paths.
    private static final String LAWFUL = "schufa-2026";

    @Test
    void everyShippedSchemeCompilesUnderItsOwnName() throws IOException {
        var wrong = new StringBuilder();
        for (String name : names()) {
            switch (compile(name + ".yaml", text(name))) {
                case Compilation.Compiled(Scheme scheme) -> {
                    assertEquals(name, scheme.header().name());
                    assertNotNull(Plan.of(scheme), "it fits into an account");
                }
                case Compilation.Refused(List<Problem> problems) ->
                        problems.forEach(problem -> wrong.append(problem).append('\n'));
            }
        }
        assertEquals("", wrong.toString());
    }

    @Test
    void noSchemeForSyntheticPeopleTurnsLiveByThatWord() throws IOException {
        int tried = 0;
        for (String name : names()) {
            if (scheme(name).header().realm() == Realm.SYNTHETIC && !name.equals(LAWFUL)) {
                tried++;
                assertFalse(objections(name).isEmpty(), name);
            }
        }
        assertTrue(tried >= 7, "the synthetic schemes of the table of real schemes");
        assertTrue(objections(LAWFUL).isEmpty(), "the audit finds questions in it, and no fail");
    }

    @Test
    void theReportedSchemeIsRefusedForEachOfItsReasons() {
        List<Problem> objections = objections("sesame-2017");
        cited(objections, "special category", "GDPR Art. 9");
        cited(objections, "what people say", "Art. 11");
        cited(objections, "criminal convictions", "GDPR Art. 10");
        cited(objections, "scores of others", "AI Act Art. 5(1)(c)");
        cited(objections, "criticism.posted → speech → train-ticket", "AI Act Art. 5(1)(c)");
        cited(objections, "shown to everybody", "GDPR");
        cited(objections, "without having agreed", "GDPR");
    }

    @Test
    void nosediveIsRefusedForWhatItTakesFromPeople() {
        List<Problem> objections = objections("nosedive");
        cited(objections, "photo.rated → stars → hospital", "AI Act Art. 5(1)(c)");
        cited(objections, "photo.rated → stars → list arrested → liberty", "AI Act Art. 5(1)(c)");
        cited(objections, "shown to everybody", "GDPR");
    }

    @Test
    void partsOfCreditScoresWeighWhatIsPublished() {
        assertEquals(Micro.of(550), span(scheme("fico"), ""));
        assertEquals(Micro.of(550), most(scheme("fico")));
        assertEquals(Micro.of(999 - 100), most(scheme("schufa-2026")));
        assertEquals(12, scheme("schufa-2026").characteristics().size());
        assertEquals(Micro.of(210), span(scheme("zhima-2015"), "history"));
        assertEquals(Micro.of(150), span(scheme("zhima-2015"), "capacity"));
        assertEquals(Micro.of(120), span(scheme("zhima-2015"), "behaviour"));
        assertEquals(Micro.of(90), span(scheme("zhima-2015"), "identity"));
        assertEquals(Micro.of(30), span(scheme("zhima-2015"), "connections"));
        assertEquals(Micro.of(120), span(scheme("zhima-2015-swapped"), "capacity"));
        assertEquals(Micro.of(150), span(scheme("zhima-2015-swapped"), "behaviour"));
    }

    @Test
    void theTwinOfRongchengKeepsItsInputsAndLosesItsPunishments() {
        Scheme classic = scheme("rongcheng-classic");
        Scheme twin = scheme("rongcheng-2021");
        assertTrue(twin.signals().containsAll(classic.signals()));
        assertTrue(twin.services().stream().allMatch(service -> service.advantageOnly()));
        assertFalse(classic.services().stream().allMatch(service -> service.advantageOnly()));
        assertEquals(Micro.of(-10), points(classic, "credit.in-arrears"));
        assertEquals(Micro.of(-20), points(classic, "bill.utility.paid-late"));
        assertEquals(Micro.of(-30), points(classic, "counterfeits.made"));
        assertEquals(Micro.of(-40), points(classic, "fundraising.illegal"));
        assertEquals(Micro.of(-50), points(classic, "heating.tampered"));
        assertEquals(Micro.of(-50), points(classic, "contract.breach-judged"));
        assertEquals(Micro.of(-60), points(classic, "utilities.stolen"));
        assertEquals(Micro.of(-100), points(twin, "equipment.destroyed"));
    }

    /// The points of an event of a signal with the value 1.
    private static long points(Scheme scheme, String signal) {
        for (Characteristic characteristic : scheme.characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    if (accrued.signal().equals(signal) && accrued.award() != null) {
                        return accrued.award().micro(Micro.ONE);
                    }
                }
            }
        }
        return fail("nothing reads " + signal);
    }

    /// What lies between the least and the most points of the characteristics of a name (empty:
    /// all).
    private static long span(Scheme scheme, String name) {
        return scheme.characteristics().stream()
                .filter(characteristic -> name.isEmpty() || characteristic.name().equals(name))
                .mapToLong(characteristic -> most(characteristic) - least(characteristic))
                .sum();
    }

    private static long most(Scheme scheme) {
        return scheme.characteristics().stream().mapToLong(ShippedSchemesTest::most).sum();
    }

    private static long most(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> accrual.ceilingMicro();
            case Characteristic.Binned binned ->
                    attributes(binned).mapToLong(Attribute::pointsMicro).max().orElseThrow();
            case Characteristic.Rated rated -> rated.points().knots().getLast().yMicro();
            case Characteristic.Contacts contacts -> contacts.mostMicro();
        };
    }

    private static long least(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> accrual.floorMicro();
            case Characteristic.Binned binned ->
                    attributes(binned).mapToLong(Attribute::pointsMicro).min().orElseThrow();
            case Characteristic.Rated rated -> rated.points().knots().getFirst().yMicro();
            case Characteristic.Contacts contacts -> -contacts.mostMicro();
        };
    }

    private static Stream<Attribute> attributes(Characteristic.Binned binned) {
        return Stream.concat(binned.attributes().stream(), Stream.of(binned.missing()));
    }

    private static void cited(List<Problem> objections, String said, String citation) {
        Optional<Problem> found =
                objections.stream().filter(problem -> problem.message().contains(said)).findFirst();
        assertTrue(found.isPresent(), () -> "nothing about " + said + " in " + objections);
        String cites = found.get().citation();
        assertNotNull(cites, said);
        assertTrue(cites.contains(citation), cites);
    }

    /// What keeps a scheme from running on people, when nothing but its realm is changed.
    private static List<Problem> objections(String name) {
        String live = "scheme: tried\nversion: 1\nrealm: live\nextends: " + name + "\n";
        return switch (compile("tried.yaml", live)) {
            case Compilation.Compiled(_) -> List.of();
            case Compilation.Refused(List<Problem> problems) -> {
                assertTrue(
                        problems.stream()
                                .allMatch(
                                        problem ->
                                                problem.code().equals(Code.REALM.id())
                                                        && problem.citation() != null),
                        problems::toString);
                yield problems;
            }
        };
    }

    private static Scheme scheme(String name) {
        return switch (compile(name + ".yaml", text(name))) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused(List<Problem> problems) -> fail(name + ": " + problems);
        };
    }

    private static Compilation compile(String file, String text) {
        return SchemeCompiler.compile(file, text, LIBRARY);
    }

    private static Optional<Library.Source> shipped(String name, String from) {
        return Optional.of(new Library.Source(name + ".yaml", text(name)));
    }

    private static String text(String name) {
        try {
            return Files.readString(SCHEMES.resolve(name + ".yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(SCHEMES)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }
}
