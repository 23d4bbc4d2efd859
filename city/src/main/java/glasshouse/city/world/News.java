package glasshouse.city.world;

import java.time.LocalDate;

/// Something that befell one person, worth telling to all. `score` and `change` are in points,
/// rounded; `about` is the title of a list or service; `cause` what had been reported of the person
/// that day and cost most, or empty.
public record News(
        long number,
        LocalDate date,
        int person,
        Kind kind,
        int score,
        int change,
        String about,
        String cause) {
    /// Of which sort, the most telling first.
    public enum Kind {
        BLACKLISTED,
        FELL,
        REFUSED,
        REDLISTED,
        FREED
    }
}
