package glasshouse.wire.mapping;

import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Refused;
import java.math.BigDecimal;
import java.time.Instant;

/// What a term of an expression comes to. Text counts as a number where one is needed.
sealed interface Datum {
    record Text(String text) implements Datum {}

    record Amount(BigDecimal number) implements Datum {}

    record Truth(boolean truth) implements Datum {}

    record Moment(Instant instant) implements Datum {}

    default BigDecimal number(String what) throws Refused {
        return switch (this) {
            case Text text -> Decimals.number(text.text().strip(), what);
            case Amount number -> number.number();
            case Truth _ -> throw not("a number", "a condition", what);
            case Moment _ -> throw not("a number", "a time", what);
        };
    }

    default String text(String what) throws Refused {
        return switch (this) {
            case Text text -> text.text();
            case Amount number -> plain(number.number());
            case Truth _ -> throw not("text", "a condition", what);
            case Moment _ -> throw not("text", "a time", what);
        };
    }

    default boolean truth(String what) throws Refused {
        return switch (this) {
            case Truth truth -> truth.truth();
            case Text _ -> throw not("a condition", "text", what);
            case Amount _ -> throw not("a condition", "a number", what);
            case Moment _ -> throw not("a condition", "a time", what);
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.toPlainString();
    }

    private static Refused not(String wanted, String found, String what) {
        return new Refused(
                EventCode.NOT_COMPUTABLE,
                what
                        + " needs "
                        + wanted
                        + " and found "
                        + found
                        + "; mend the mapping's expression");
    }
}
