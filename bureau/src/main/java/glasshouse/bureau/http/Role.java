package glasshouse.bureau.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In what role somebody comes. Tokens write it in lower case with hyphens: `relying-party`.
public enum Role {
    /// The one who is scored; sees and steers what is their own.
    PERSON,
    /// An organisation that reports events of its declared contexts.
    FURNISHER,
    /// An organisation that asks for decisions for its declared purposes.
    RELYING_PARTY,
    /// Settles disputes.
    STEWARD,
    /// Reads everything and changes nothing.
    AUDITOR,
    /// Keeps the service running; sees nobody's data.
    OPERATOR;

    /// The word in tokens, logs and the API.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The role of a word; empty where there is none.
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
