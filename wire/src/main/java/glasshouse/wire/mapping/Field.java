package glasshouse.wire.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a mapping says of an event, by its key in the file.
enum Field {
    WHEN("when"),
    SOURCE("source"),
    ID("id"),
    PERSON("person"),
    COUNTERPARTY("counterparty"),
    SIGNAL("signal"),
    VALUE("value"),
    HAPPENED_AT("happened-at"),
    RECORDED_AT("recorded-at"),
    REFERENCE("reference");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// The column of the standard table: `happened_at`.
    String column() {
        return key.replace('-', '_');
    }

    boolean isRequired() {
        return this == PERSON || this == SIGNAL || this == HAPPENED_AT;
    }

    /// A plain text here is the thing itself, not a column: signals and sources are words.
    boolean isWord() {
        return this == SIGNAL || this == SOURCE;
    }

    static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Field::key).toList();
    }
}
