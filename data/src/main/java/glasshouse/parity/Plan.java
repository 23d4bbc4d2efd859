package glasshouse.parity;

import java.util.Comparator;
import java.util.List;

/// How decisions are looked at.
///
/// `intersections` are rows of attributes whose groups are crossed; `better` says which end of the
/// score means yes, `favourable` whether a yes is good for the person. Groups of fewer than
/// `fewest` people are counted, but not compared.
public record Plan(
        String name,
        List<Attribute> attributes,
        List<List<Integer>> intersections,
        boolean highIsYes,
        boolean yesIsFavourable,
        long fewest,
        int resamples,
        long seed) {
    public Plan {
        attributes = List.copyOf(attributes);
        intersections = List.copyOf(intersections);
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("there is no attribute to group people by");
        }
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples: " + resamples);
        }
    }

    /// What people are grouped by; `order` names its groups in the order of the mapping, as far as
    /// it does, `reference` the group that others are compared with, empty for the one that fares
    /// best.
    public record Attribute(String name, List<String> order, String reference) {
        public Attribute {
            order = List.copyOf(order);
        }

        int compare(String one, String other) {
            int place = order.indexOf(one);
            int otherPlace = order.indexOf(other);
            if (place < 0 || otherPlace < 0) {
                return place == otherPlace ? one.compareTo(other) : place < 0 ? 1 : -1;
            }
            return Integer.compare(place, otherPlace);
        }
    }

    /// The order of people by some of their traits.
    Comparator<List<String>> order(List<Integer> by) {
        return (one, other) -> {
            for (int i = 0; i < by.size(); i++) {
                int order = attributes.get(by.get(i)).compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /// Whether a score means yes at a threshold.
    public boolean isYes(double score, double threshold) {
        return highIsYes ? score >= threshold : score <= threshold;
    }
}
