package glasshouse.service;

import glasshouse.account.Readout;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the principal reasons: the characteristics that cost the person most points.
///
/// A binned characteristic costs the distance from its best attribute, and is named where the
/// attribute that applied has a reason; the others cost what they are below zero, since their
/// reason speaks of losses. What cost nothing is never named. The method is that of points lost
/// against the maximum (US Regulation B, 12 CFR 1002.9, commentary 9(b)(2)-5).
///
/// One per thread. What a characteristic cost and its place in the scheme are ranked as one number:
/// the cost above, and below it the place counted from the last, so that of equals the first is
/// heavier. The four greatest are kept by comparing all, since no processor could guess them.
final class Reasons {
    private static final int INDEX_BITS = 9;
    private static final int LAST_INDEX = (1 << INDEX_BITS) - 1;
    private static final long MOST_COST = Long.MAX_VALUE >> INDEX_BITS;

    /// The reasons of characteristics; null where the attribute has the reason.
    private final @Nullable Reason[] own;

    private final long[] best;
    private final boolean plain;

    Reasons(Scheme scheme, Service service) {
        int characteristics = scheme.characteristics().size();
        own = new Reason[characteristics];
        best = new long[characteristics];
        for (int i = 0; i < characteristics; i++) {
            Characteristic characteristic = scheme.characteristics().get(i);
            if (characteristic instanceof Characteristic.Binned window) {
                best[i] = attributes(window).mapToLong(Attribute::pointsMicro).max().orElseThrow();
            } else {
                own[i] = characteristic.reason();
            }
        }
        plain = characteristics <= LAST_INDEX && areUnique(scheme, service);
    }

    private static Stream<Attribute> attributes(Characteristic.Binned window) {
        return Stream.concat(window.attributes().stream(), Stream.of(window.missing()));
    }

    /// Whether no two reasons that might be given have one code.
    private static boolean areUnique(Scheme scheme, Service service) {
        Stream<@Nullable Reason> ofCharacteristics =
                scheme.characteristics().stream()
                        .flatMap(
                                each ->
                                        each instanceof Characteristic.Binned window
                                                ? attributes(window).map(Attribute::reason)
                                                : Stream.of(each.reason()));
        Set<String> codes = new HashSet<>();
        return Stream.concat(ofCharacteristics, service.rules().stream().map(Rule::reason))
                .filter(Objects::nonNull)
                .allMatch(reason -> codes.add(reason.code()));
    }

    /// The reasons of the account just read, the weightiest first, at most four; before them that
    /// of the rule that decided, if it has one.
    List<Reason> principal(@Nullable Reason ofRule, Readout readout) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        long greatest = 0;
        for (int i = 0; i < best.length; i++) {
            long cost = best[i] - readout.partialMicro(i);
            greatest = Math.max(greatest, cost);
            long rest = cost > 0 && of(i, readout) != null ? ranked(cost, i) : 0;
            long lighter = Math.min(first, rest);
            first = Math.max(first, rest);
            rest = Math.min(second, lighter);
            second = Math.max(second, lighter);
            lighter = Math.min(third, rest);
            third = Math.max(third, rest);
            fourth = Math.max(fourth, lighter);
        }
        if (!plain || greatest > MOST_COST) {
            return once(ofRule, readout);
        }
        return list(ofRule, readout, first, second, third, fourth);
    }

    private static long ranked(long cost, int index) {
        return (cost << INDEX_BITS) | (LAST_INDEX - index);
    }

    private Reason unranked(long ranked, Readout readout) {
        return Objects.requireNonNull(of(LAST_INDEX - (int) (ranked & LAST_INDEX), readout));
    }

    /// The reasons of those ranked, of which the last ones may be 0 for none.
    private List<Reason> list(
            @Nullable Reason ofRule,
            Readout readout,
            long first,
            long second,
            long third,
            long fourth) {
        if (first == 0) {
            return ofRule == null ? List.of() : List.of(ofRule);
        }
        Reason a = unranked(first, readout);
        if (second == 0) {
            return ofRule == null ? List.of(a) : List.of(ofRule, a);
        }
        Reason b = unranked(second, readout);
        if (third == 0) {
            return ofRule == null ? List.of(a, b) : List.of(ofRule, a, b);
        }
        Reason c = unranked(third, readout);
        if (ofRule != null) {
            return List.of(ofRule, a, b, c);
        }
        return fourth == 0 ? List.of(a, b, c) : List.of(a, b, c, unranked(fourth, readout));
    }

    /// The same step by step: for costs beyond what a rank can hold, and where two reasons may have
    /// one code, which is given once.
    private List<Reason> once(@Nullable Reason ofRule, Readout readout) {
        var reasons = new ArrayList<Reason>();
        if (ofRule != null) {
            reasons.add(ofRule);
        }
        IntStream.range(0, best.length)
                .boxed()
                .filter(i -> best[i] - readout.partialMicro(i) > 0)
                .sorted(Comparator.comparingLong(i -> readout.partialMicro(i) - best[i]))
                .map(i -> of(i, readout))
                .filter(Objects::nonNull)
                .forEach(
                        reason -> {
                            if (reasons.stream().noneMatch(r -> r.code().equals(reason.code()))) {
                                reasons.add(reason);
                            }
                        });
        return reasons.subList(0, Math.min(reasons.size(), Decision.MOST_REASONS));
    }

    private @Nullable Reason of(int index, Readout readout) {
        Reason reason = own[index];
        if (reason != null) {
            return reason;
        }
        Attribute attribute = readout.attribute(index);
        return attribute == null ? null : attribute.reason();
    }
}
