package glasshouse.bureau.ledger;

import java.util.Locale;

/// What became of a fact that was submitted.
public enum Fate {
    /// Recorded; an event among them counts unless it is taken back.
    ACCEPTED,
    /// Known already, with the same content; nothing was recorded.
    DUPLICATE,
    /// Recorded beside another content under the same name: neither counts.
    CONFLICT,
    /// Refused: a person named has not enrolled, or has not allowed the source.
    NOT_ALLOWED,
    /// Refused: by the bureau's clock it has not happened yet.
    FUTURE;

    /// The word in metrics.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
