package glasshouse.city.world;

import java.util.List;
import java.util.Locale;

/// How a visitor has somebody live: one choice in each field of life. The first choice of each is
/// to leave it to the person.
public record Conduct(Bills bills, Travel travel, Help help, Shop shop, Voice voice) {
    /// As the person would do of themselves.
    public static final Conduct OWN =
            new Conduct(Bills.OWN, Travel.OWN, Help.OWN, Shop.OWN, Voice.OWN);

    /// A field of life with its choices, for forms.
    public record Field(String name, List<String> choices) {}

    /// What falls due.
    public enum Bills {
        OWN,
        IN_TIME,
        LATE
    }

    /// How they get about.
    public enum Travel {
        OWN,
        BUS,
        CAR
    }

    /// Unpaid work for others.
    public enum Help {
        OWN,
        WEEKLY,
        BOUGHT,
        NONE
    }

    /// What they buy.
    public enum Shop {
        OWN,
        LOCAL,
        IMPORTS
    }

    /// What they say in public.
    public enum Voice {
        OWN,
        PRAISE,
        CRITICISE,
        SILENT
    }

    /// All fields, in the order in which forms ask for them.
    public static List<Field> fields() {
        return List.of(
                new Field("bills", words(Bills.values())),
                new Field("travel", words(Travel.values())),
                new Field("help", words(Help.values())),
                new Field("shop", words(Shop.values())),
                new Field("voice", words(Voice.values())));
    }

    /// The choice that was made in a field.
    public String choice(String field) {
        return switch (field) {
            case "bills" -> word(bills);
            case "travel" -> word(travel);
            case "help" -> word(help);
            case "shop" -> word(shop);
            default -> word(voice);
        };
    }

    private static List<String> words(Enum<?>[] values) {
        return List.of(values).stream().map(Conduct::word).toList();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A choice by its word; its own where the word is none.
    public static <E extends Enum<E>> E choose(E[] values, String word) {
        for (E value : values) {
            if (word(value).equals(word)) {
                return value;
            }
        }
        return values[0];
    }
}
