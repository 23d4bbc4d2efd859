package glasshouse.wire.mapping;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/// What expressions may name besides columns: constants and enumerations; and the zone of local
/// dates.
record Scope(ZoneId zone, Map<String, Datum> constants, Map<String, Map<String, Datum>> enums) {
    static final Scope PLAIN = new Scope(ZoneOffset.UTC, Map.of(), Map.of());

    Scope {
        constants = Map.copyOf(constants);
        enums = Map.copyOf(enums);
    }
}
