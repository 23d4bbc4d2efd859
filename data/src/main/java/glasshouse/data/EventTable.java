package glasshouse.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The standard event columns of one columnar file, and how each is asked for in SQL.
record EventTable(Map<Field, Column> columns) {
    /// A standard column; required ones first.
    enum Field {
        PERSON("person", true),
        SIGNAL("signal", true),
        HAPPENED_AT("happened_at", true),
        VALUE("value", false),
        SOURCE("source", false),
        ID("id", false),
        COUNTERPARTY("counterparty", false),
        REFERENCE("reference", false),
        RECORDED_AT("recorded_at", false);

        private final String column;
        private final boolean required;

        Field(String column, boolean required) {
            this.column = column;
            this.required = required;
        }

        String column() {
            return column;
        }

        boolean isRequired() {
            return required;
        }

        boolean isTime() {
            return this == HAPPENED_AT || this == RECORDED_AT;
        }
    }

    /// How a column's values come to Java.
    enum Kind {
        /// UTF-8 text.
        TEXT("VARCHAR"),
        /// Microseconds since 1970.
        MICROS("TIMESTAMP"),
        /// Millionths.
        MICRO("DECIMAL(18,6)"),
        /// Whole units.
        WHOLE("BIGINT"),
        /// Binary floating point.
        FLOATING("DOUBLE");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    /// An expression and what it yields.
    record Column(String sql, Kind kind) {}

    /// The columns that a file has, by their type in DuckDB; problems say what is amiss.
    static EventTable of(Map<String, String> types, List<String> problems) {
        Map<Field, Column> columns = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            String type = types.get(field.column());
            if (type == null) {
                if (field.isRequired()) {
                    problems.add(
                            "column "
                                    + field.column()
                                    + " is missing; person, signal and happened_at are needed, or"
                                    + " a mapping that says where they are");
                }
                continue;
            }
            Optional<Kind> kind = kind(field, type);
            if (kind.isPresent()) {
                columns.put(field, new Column(sql(field, type, kind.get()), kind.get()));
            } else {
                problems.add(
                        "column %s is %s; allowed is %s"
                                .formatted(field.column(), type, allowed(field)));
            }
        }
        return new EventTable(columns);
    }

    private static Optional<Kind> kind(Field field, String type) {
        boolean text = type.equals("VARCHAR");
        boolean whole = type.matches("U?(TINYINT|SMALLINT|INTEGER)|BIGINT");
        if (field.isTime()) {
            return type.startsWith("TIMESTAMP") || type.equals("DATE")
                    ? Optional.of(Kind.MICROS)
                    : text ? Optional.of(Kind.TEXT) : Optional.empty();
        }
        if (field != Field.VALUE) {
            boolean textual = text || whole || type.matches("UBIGINT|HUGEINT|UUID");
            return textual ? Optional.of(Kind.TEXT) : Optional.empty();
        }
        if (whole) {
            return Optional.of(Kind.WHOLE);
        }
        if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            return Optional.of(Kind.FLOATING);
        }
        if (type.startsWith("DECIMAL(")) {
            return Optional.of(fitsMicro(type) ? Kind.MICRO : Kind.TEXT);
        }
        return text || type.matches("UBIGINT|U?HUGEINT")
                ? Optional.of(Kind.TEXT)
                : Optional.empty();
    }

    /// Whether every value of the decimal type is a whole number of millionths in 18 digits.
    private static boolean fitsMicro(String type) {
        String[] parts = type.substring("DECIMAL(".length(), type.length() - 1).split(",", -1);
        int width = Integer.parseInt(parts[0].strip());
        int scale = Integer.parseInt(parts[1].strip());
        return scale <= 6 && width - scale <= 12;
    }

    private static String sql(Field field, String type, Kind kind) {
        String name = Sql.name(field.column());
        return type.equals(kind.sql) ? name : "TRY_CAST(" + name + " AS " + kind.sql + ")";
    }

    private static String allowed(Field field) {
        return switch (field) {
            case HAPPENED_AT, RECORDED_AT -> "a timestamp, a date or text by RFC 3339";
            case VALUE -> "a decimal, an integer, a floating-point number or text";
            default -> "text or an integer";
        };
    }

    Optional<Column> column(Field field) {
        return Optional.ofNullable(columns.get(field));
    }

    /// A column that is there.
    Column present(Field field) {
        return Objects.requireNonNull(columns.get(field), field.column());
    }

    /// The fields that the file has, in the order of the function's arguments.
    List<Field> fields() {
        return List.copyOf(columns.keySet());
    }
}
