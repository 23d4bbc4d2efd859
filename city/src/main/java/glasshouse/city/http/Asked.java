package glasshouse.city.http;

import java.util.Map;

/// A request, read: its path with the parts that the route leaves open, and its fields (those of
/// the address and of a form together; a form's win).
public record Asked(
        String method,
        String path,
        Map<String, String> parts,
        Map<String, String> fields,
        Map<String, String> cookies,
        String languages) {
    private static final int MOST_LETTERS = 100;

    public Asked {
        parts = Map.copyOf(parts);
        fields = Map.copyOf(fields);
        cookies = Map.copyOf(cookies);
    }

    /// A part that the route's path leaves open, such as `person` in `/citizen/{person}`.
    public int person(String part, int people) throws Refused {
        String given = parts.getOrDefault(part, "");
        int person = whole(given);
        if (person < 0 || person >= people) {
            throw new Refused(404, "There are people 0 to " + (people - 1) + ".");
        }
        return person;
    }

    /// A field that must be a whole number within bounds.
    public int whole(String field, int least, int most) throws Refused {
        int value = whole(fields.getOrDefault(field, ""));
        if (value < least || value > most) {
            throw new Refused(
                    400, "%s is a whole number from %s to %s.".formatted(field, least, most));
        }
        return value;
    }

    /// A field; empty where there is none.
    public String word(String field) throws Refused {
        String given = fields.getOrDefault(field, "");
        if (given.length() > MOST_LETTERS) {
            throw new Refused(400, field + " has at most " + MOST_LETTERS + " letters.");
        }
        return given;
    }

    /// A field of several lines, with the line ends of this project.
    public String text(String field, int mostLetters) throws Refused {
        String given = fields.getOrDefault(field, "").replace("\r\n", "\n");
        if (given.length() > mostLetters) {
            throw new Refused(413, field + " has at most " + mostLetters + " letters.");
        }
        return given;
    }

    /// A number without sign of at most nine digits; -1 where it is none.
    private static int whole(String given) {
        return given.matches("[0-9]{1,9}") ? Integer.parseInt(given) : -1;
    }
}
