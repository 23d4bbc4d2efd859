package glasshouse.scheme;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// One additive part of a score.
public sealed interface Characteristic {
    String name();

    String title();

    /// The adverse-action reason of the characteristic as a whole.
    Reason reason();

    /// Points that events bring and that fade; the sum is held within floor and ceiling at read-out
    /// (`Long.MIN_VALUE` and `Long.MAX_VALUE`: open).
    record Accrual(
            String name,
            String title,
            Reason reason,
            List<Accrued> signals,
            List<SharedLimit> sharedLimits,
            long floorMicro,
            long ceilingMicro)
            implements Characteristic {
        public Accrual {
            signals = List.copyOf(signals);
            sharedLimits = List.copyOf(sharedLimits);
        }
    }

    /// A window aggregate put through bins. `windowDays` 0: all time. `of` is the whole of a share.
    /// `missing` is the attribute where the measure has no value. With `counterparty` the events
    /// that name the person as counterparty are measured.
    record Binned(
            String name,
            String title,
            Reason reason,
            Measure measure,
            List<String> signals,
            List<String> of,
            boolean counterparty,
            int windowDays,
            List<Attribute> attributes,
            Attribute missing)
            implements Characteristic {
        public Binned {
            signals = List.copyOf(signals);
            of = List.copyOf(of);
            attributes = List.copyOf(attributes);
        }
    }

    /// What others' ratings come to, put through a curve from rating to points.
    record Rated(
            String name,
            String title,
            Reason reason,
            List<String> signals,
            RatingMethod method,
            long lowestMicro,
            long highestMicro,
            long priorMeanMicro,
            long priorWeightMicro,
            int halfLifeDays,
            int closeDays,
            boolean open,
            List<String> trusted,
            Curve points)
            implements Characteristic {
        public Rated {
            signals = List.copyOf(signals);
            trusted = List.copyOf(trusted);
        }
    }

    /// A pull towards the mean score of contacts at the last close, at most `mostMicro` either way.
    record Contacts(
            String name,
            String title,
            Reason reason,
            List<String> signals,
            long pullMicro,
            long mostMicro,
            int closeDays)
            implements Characteristic {
        public Contacts {
            signals = List.copyOf(signals);
        }
    }

    /// The signals that the characteristic reads, in the order of the scheme.
    default List<String> reads() {
        return switch (this) {
            case Accrual a -> a.signals().stream().map(Accrued::signal).toList();
            case Binned b ->
                    Stream.concat(b.signals().stream(), b.of().stream()).distinct().toList();
            case Rated r -> r.signals();
            case Contacts c -> c.signals();
        };
    }

    /// The signals that its points hang on: those that it reads, and those that confirm them.
    default List<String> hangsOn() {
        if (!(this instanceof Accrual accrual)) {
            return reads();
        }
        var confirming =
                accrual.signals().stream()
                        .map(Accrued::pending)
                        .filter(Objects::nonNull)
                        .map(Pending::confirmedBy);
        return Stream.concat(reads().stream(), confirming).distinct().toList();
    }
}
