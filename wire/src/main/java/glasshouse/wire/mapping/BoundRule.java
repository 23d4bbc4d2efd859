package glasshouse.wire.mapping;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.wire.value.ContentName;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Names;
import glasshouse.wire.value.Recurring;
import glasshouse.wire.value.Refused;
import glasshouse.wire.value.Times;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One kind of event that rows stand for, its fields bound to a table's columns.
///
/// With `emptyIsAbsent` an empty value is 0 and an empty id none, as in the standard columns.
record BoundRule(
        Map<Field, Term> terms,
        String defaultSource,
        boolean emptyIsAbsent,
        ContentName names,
        Recurring recurring) {
    /// The event of a row, or null where the rule's condition does not hold.
    @Nullable Entry entry(Row row) throws Refused {
        Term when = terms.get(Field.WHEN);
        if (when != null && !when.of(row).truth("when")) {
            return null;
        }
        String signal = recurring.text(required(row, Field.SIGNAL));
        @Nullable String stated = optional(row, Field.SOURCE);
        String source = stated == null ? defaultSource : recurring.text(stated);
        return signal.equals(Names.RETRACTION)
                ? retraction(row, source)
                : event(row, source, signal);
    }

    private Event event(Row row, String source, String signal) throws Refused {
        String person = required(row, Field.PERSON);
        @Nullable String counterparty = optional(row, Field.COUNTERPARTY);
        Names.checkParties(person, counterparty);
        @Nullable String reference = optional(row, Field.REFERENCE);
        long valueMicro = value(row);
        Instant happenedAt = requiredTime(row, Field.HAPPENED_AT);
        @Nullable Instant recorded = time(row, Field.RECORDED_AT);
        Instant recordedAt = recorded == null ? happenedAt : recorded;
        @Nullable String stated = emptyIsAbsent ? optional(row, Field.ID) : id(row);
        String id =
                stated != null
                        ? stated
                        : names.next(
                                source,
                                person,
                                counterparty,
                                signal,
                                reference,
                                valueMicro,
                                happenedAt,
                                recordedAt);
        return new Event(
                new EventName(source, id),
                person,
                counterparty,
                signal,
                valueMicro,
                happenedAt,
                recordedAt,
                reference);
    }

    private Retraction retraction(Row row, String source) throws Refused {
        @Nullable Instant recorded = time(row, Field.RECORDED_AT);
        return new Retraction(
                new EventName(source, required(row, Field.REFERENCE)),
                recorded == null ? requiredTime(row, Field.HAPPENED_AT) : recorded);
    }

    private @Nullable String id(Row row) throws Refused {
        return terms.containsKey(Field.ID) ? required(row, Field.ID) : null;
    }

    private String required(Row row, Field field) throws Refused {
        return Names.check(text(row, field), field.key());
    }

    private @Nullable String optional(Row row, Field field) throws Refused {
        if (!terms.containsKey(field)) {
            return null;
        }
        String text = text(row, field);
        return text.isEmpty() ? null : Names.check(text, field.key());
    }

    private long value(Row row) throws Refused {
        Term term = terms.get(Field.VALUE);
        if (term == null) {
            return 0;
        }
        if (term instanceof Term.Cell cell) {
            String text = row.text(cell.column());
            return text.isEmpty() && emptyIsAbsent ? 0 : Decimals.micro(text, Field.VALUE.key());
        }
        return switch (term.of(row)) {
            case Datum.Text text -> Decimals.micro(text.text(), Field.VALUE.key());
            case Datum datum ->
                    Decimals.rounded(datum.number(Field.VALUE.key()), Field.VALUE.key());
        };
    }

    private Instant requiredTime(Row row, Field field) throws Refused {
        @Nullable Instant time = time(row, field);
        if (time == null) {
            throw missing(field);
        }
        return time;
    }

    /// The time that the row states, or null where it states none.
    private @Nullable Instant time(Row row, Field field) throws Refused {
        Term term = terms.get(field);
        if (term == null) {
            return null;
        }
        if (term instanceof Term.Cell cell) {
            return rfc3339(row.text(cell.column()), field);
        }
        return switch (term.of(row)) {
            case Datum.Moment moment -> moment.instant();
            case Datum.Text text -> rfc3339(text.text(), field);
            case Datum.Amount _ ->
                    throw new Refused(
                            EventCode.BAD_TIME,
                            field.key()
                                    + " is a number; write epoch(…) for seconds since 1970 or"
                                    + " date(…, \"yyyyMMdd\")");
            case Datum.Truth _ ->
                    throw new Refused(
                            EventCode.NOT_COMPUTABLE, field.key() + " is a condition, not a time");
        };
    }

    private static @Nullable Instant rfc3339(String text, Field field) throws Refused {
        String stripped = text.strip();
        return stripped.isEmpty() ? null : Times.rfc3339(stripped, field.key());
    }

    private String text(Row row, Field field) throws Refused {
        Term term = terms.get(field);
        if (term == null) {
            throw missing(field);
        }
        return term instanceof Term.Cell cell
                ? row.text(cell.column())
                : term.of(row).text(field.key());
    }

    private static Refused missing(Field field) {
        return new Refused(EventCode.MISSING, field.key() + " is missing; every event needs one");
    }
}
