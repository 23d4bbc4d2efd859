package glasshouse.wire.value;

import glasshouse.event.Event;
import org.jspecify.annotations.Nullable;

/// Opaque names: persons, sources, ids, signals, references.
public final class Names {
    /// The signal under which files take an event back; its `reference` is that event's id.
    public static final String RETRACTION = "glasshouse.retraction";

    private Names() {}

    /// The text itself, if it may name something.
    ///
    /// Refused are texts that are empty, longer than [Event#MOST_NAME_LENGTH], or hold control
    /// characters or half a surrogate pair, which databases and files cannot keep.
    public static String check(String text, String what) throws Refused {
        int length = text.length();
        if (length == 0) {
            throw new Refused(EventCode.MISSING, what + " is empty; it must name something");
        }
        if (length > Event.MOST_NAME_LENGTH) {
            throw new Refused(
                    EventCode.BAD_NAME,
                    what
                            + " has "
                            + length
                            + " characters; at most "
                            + Event.MOST_NAME_LENGTH
                            + " are allowed: use a shorter id");
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                throw control(what, i);
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < length
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw control(what, i);
                }
                i++;
            }
        }
        return text;
    }

    /// Refuses an event of one person with themselves.
    public static void checkParties(String person, @Nullable String counterparty) throws Refused {
        if (person.equals(counterparty)) {
            throw new Refused(
                    EventCode.ONE_PARTY,
                    "person and counterparty are the same; the counterparty is somebody else, or"
                            + " left out");
        }
    }

    private static Refused control(String what, int index) {
        return new Refused(
                EventCode.BAD_NAME,
                what
                        + " holds a control character or half a character at position "
                        + (index + 1)
                        + "; names are printable text: remove it");
    }
}
