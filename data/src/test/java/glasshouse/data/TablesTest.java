package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.account.Calendar;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// The columns against their plain twins.
final class TablesTest {
    private static final List<String> PIECES =
            List.of("", "a", "b", "é", "person-", "-of-some-length", "\u0000", "𝒳", "zz");

    private static String text(Choices choices) {
        return String.join("", choices.listOf(0, 8, c -> c.oneOf(PIECES)));
    }

    @Test
    void aDictionaryIsAMapFromTextsToNumbers() {
        Property.check(
                "a dictionary is a map",
                200,
                choices -> {
                    var memory = new Memory();
                    var dictionary = new Dictionary(memory);
                    Map<String, Integer> map = new HashMap<>();
                    try (Arena arena = Arena.ofConfined()) {
                        for (String text : choices.listOf(0, 300, TablesTest::text)) {
                            int code = code(dictionary, text, arena);
                            assertEquals(map.computeIfAbsent(text, _ -> map.size()), code);
                            assertEquals(text, dictionary.text(code));
                        }
                    }
                    assertEquals(map.size(), dictionary.size());
                    memory.close();
                });
    }

    private static int code(Dictionary dictionary, String text, Arena arena) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long head = Texts.head(bytes, bytes.length);
        long tail = tail(bytes, arena);
        assertEquals(Texts.hash(text), Texts.hash(head, tail));
        assertEquals(Texts.secondHash(text), Texts.secondHash(head, tail));
        assertEquals(text, Texts.toString(head, tail));
        return dictionary.code(head, tail, Texts.hash(head, tail));
    }

    private static long tail(byte[] bytes, Arena arena) {
        if (bytes.length <= Texts.MOST_INLINE) {
            return Texts.inlineTail(bytes, bytes.length);
        }
        MemorySegment copy = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        return copy.address();
    }

    @Test
    void personsAreInTheOrderOfTheirBytes() {
        Property.check(
                "persons are in the order of their bytes",
                200,
                choices -> {
                    var memory = new Memory();
                    var people = new People(memory);
                    var door = new People.Door(people, Batch.MOST);
                    var column = new People.Column(Batch.MOST);
                    List<String> names = choices.listOf(0, 200, TablesTest::text);
                    names = names.stream().distinct().toList();
                    var codes = new int[Batch.MOST];
                    try (Arena arena = Arena.ofConfined()) {
                        for (int i = 0; i < names.size(); i++) {
                            byte[] bytes = names.get(i).getBytes(StandardCharsets.UTF_8);
                            column.set(i, Texts.head(bytes, bytes.length), tail(bytes, arena));
                        }
                        door.codes(column, names.size(), codes);
                    }
                    int[] order = Arrays.copyOf(codes, names.size());
                    order = PersonOrder.sorted(people, order, 2, TablesTest::inTurn);
                    List<String> sorted = new ArrayList<>();
                    for (int code : order) {
                        sorted.add(people.name(code));
                    }
                    assertEquals(names.stream().sorted(TablesTest::byBytes).toList(), sorted);
                    memory.close();
                });
    }

    private static void inTurn(List<Callable<Boolean>> tasks) {
        for (Callable<Boolean> task : tasks) {
            try {
                task.call();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
    }

    private static int byBytes(String a, String b) {
        return Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyControlCharactersAndOddLengthsAreNotPlain() {
        Property.check(
                "plain names",
                300,
                choices -> {
                    String text = text(choices) + (choices.bool() ? "\u007f" : "");
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    boolean plain =
                            !text.isEmpty()
                                    && bytes.length <= 256
                                    && text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
                    try (Arena arena = Arena.ofConfined()) {
                        long head = Texts.head(bytes, bytes.length);
                        assertEquals(plain, Texts.isPlainName(head, tail(bytes, arena)));
                    }
                });
    }

    @Test
    void daysAreThoseOfTheCalendar() {
        List<String> zones =
                List.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/St_Johns",
                        "Asia/Kathmandu",
                        "Pacific/Apia");
        Property.check(
                "days are those of the calendar",
                300,
                choices -> {
                    ZoneId zone = ZoneId.of(choices.oneOf(zones));
                    var days = new Days(zone);
                    var calendar = new Calendar(zone);
                    for (int i = 0; i < 20; i++) {
                        long micros = choices.longBetween(0, 7_258_118_399_999_999L);
                        assertEquals(calendar.day(micros), days.day(micros));
                        assertEquals(calendar.microsOfDay(micros), days.microsOfDay(micros));
                    }
                });
    }
}
