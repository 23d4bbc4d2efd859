package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

final class MainTest {
    private record Ran(int exitCode, String out, String err) {}

    private static Ran run(String... arguments) {
        return run(terminal -> Main.commandLine(terminal).execute(arguments));
    }

    private static Ran run(ToIntFunction<Terminal> command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        int exitCode = command.applyAsInt(terminal);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    @Test
    void helpGoesToStandardOutput() {
        Ran ran = run("--help");
        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().startsWith("Usage: glasshouse "), ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void versionIsTheOneBuilt() {
        Ran ran = run("--version");
        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().matches("glasshouse \\d+\\.\\d+\\.\\d+\\S*\\R"), ran.out());
    }

    @Test
    void aMissingCommandIsAUsageError() {
        Ran ran = run();
        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("A command is missing"), ran.err());
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        Ran ran = run("--nonsense");
        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("--nonsense"), ran.err());
    }

    @Test
    void checkWithNothingButFilesSaysTheSameWithAndWithoutTheParser() {
        for (String[] arguments :
                List.of(
                        new String[] {"check", "lender", "housing"},
                        new String[] {"check", "src/test/wrong/party.yaml", "nowhere.yaml"})) {
            assertEquals(run(arguments), run(terminal -> Main.run(terminal, arguments)));
        }
    }

    @Test
    void checkIsParsedWhereThereIsMoreThanFiles() {
        Ran ran = run(terminal -> Main.run(terminal, "check", "lender", "--format", "json"));
        assertTrue(ran.out().startsWith("{"), ran.out());
        assertEquals(2, run(terminal -> Main.run(terminal, "check")).exitCode());
    }
}
