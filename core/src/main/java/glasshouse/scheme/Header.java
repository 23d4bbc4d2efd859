package glasshouse.scheme;

import java.time.LocalDate;
import java.time.ZoneId;

/// What identifies a scheme: its name and version, the day from which it is in force, the time zone
/// whose days it counts, its realm.
public record Header(
        String name,
        String version,
        String title,
        String description,
        Realm realm,
        LocalDate validFrom,
        ZoneId zone) {}
