package glasshouse.compiler;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Signal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What can only be said once the whole scheme is read.
final class SchemeChecks {
    private final Reading reading;
    private final Map<String, Signal> signals;
    private final Map<String, Characteristic> characteristics;

    SchemeChecks(
            Reading reading,
            Map<String, Signal> signals,
            Map<String, Characteristic> characteristics) {
        this.reading = reading;
        this.signals = signals;
        this.characteristics = characteristics;
    }

    void check() {
        if (!reading.knowsSignals || reading.problems.has(Code.UNKNOWN_SIGNAL.id())) {
            return; // What is misspelt is not read under its right name either.
        }
        Set<String> read = new HashSet<>();
        for (Characteristic characteristic : characteristics.values()) {
            read.addAll(characteristic.hangsOn());
        }
        for (String signal : signals.keySet()) {
            if (!read.contains(signal)) {
                reading.report(
                        Code.UNUSED_SIGNAL,
                        reading.positions.getOrDefault(
                                "signals." + signal, glasshouse.document.Position.NOWHERE),
                        "no characteristic reads the signal "
                                + signal
                                + "; use it in one or remove it: what is not needed is not"
                                + " collected");
            }
        }
    }
}
