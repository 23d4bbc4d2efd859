package glasshouse.lab.society;

import glasshouse.lab.compact.Reporting;
import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.RatingMethod;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is on sale under a scheme: for each good how much of it a seller reports in a week, what
/// that costs, and what buyers believe that it brings.
///
/// Points are what the scheme publishes of the amount, without limits and fades, and cost by the
/// point; ratings cost apiece, and are believed to weigh against the prior alone. What brings
/// nothing is not on sale.
final class Wares {
    /// What is sold, and what honest people do of the kind.
    enum Good {
        HOURS(Deed.FAKE_HOURS, Deed.VOLUNTEERED),
        PURCHASES(Deed.FAKE_PURCHASE, Deed.BOUGHT_LOYALLY),
        LIKES(Deed.BOUGHT_LIKES, Deed.LIKED),
        RATINGS(null, null);

        private final @Nullable Deed sold;
        private final @Nullable Deed honest;

        Good(@Nullable Deed sold, @Nullable Deed honest) {
            this.sold = sold;
            this.honest = honest;
        }

        /// None for ratings.
        Optional<Deed> sold() {
            return Optional.ofNullable(sold);
        }

        /// None for ratings.
        Optional<Deed> honest() {
            return Optional.ofNullable(honest);
        }
    }

    private final List<Good> goods = new ArrayList<>();
    private final Map<Good, Integer> amounts = new EnumMap<>(Good.class);
    private final Map<Good, Float> steps = new EnumMap<>(Good.class);
    private final Map<Good, Float> euros = new EnumMap<>(Good.class);
    private final float priorWeight;
    private final float highest;
    private final float lowest;
    private final float newcomer;

    Wares(Scheme scheme, Population.Gaming gaming) {
        Optional<Characteristic.Rated> rated = rated(scheme);
        priorWeight = rated.map(r -> r.priorWeightMicro() / (float) Micro.ONE).orElse(0f);
        highest = rated.map(r -> r.highestMicro() / (float) Micro.ONE).orElse(0f);
        lowest = rated.map(r -> r.lowestMicro() / (float) Micro.ONE).orElse(0f);
        boolean byStanding = rated.map(r -> r.method() == RatingMethod.STANDING).orElse(false);
        var scale = scheme.scale();
        float above = scale.initialMicro() - scale.floorMicro();
        newcomer = byStanding ? above / (scale.ceilingMicro() - scale.floorMicro()) : 1;
        for (Good good : Good.values()) {
            double amount = amount(gaming, good);
            if (amount > 0) {
                stock(scheme, gaming, good, amount, rated.isPresent());
            }
        }
    }

    /// The first characteristic of ratings of a scheme.
    static Optional<Characteristic.Rated> rated(Scheme scheme) {
        return scheme.characteristics().stream()
                .filter(Characteristic.Rated.class::isInstance)
                .map(Characteristic.Rated.class::cast)
                .findFirst();
    }

    private static double amount(Population.Gaming gaming, Good good) {
        return switch (good) {
            case HOURS -> gaming.hours();
            case PURCHASES -> gaming.purchases();
            case LIKES -> gaming.likes();
            case RATINGS -> gaming.ratings();
        };
    }

    private void stock(
            Scheme scheme, Population.Gaming gaming, Good good, double amount, boolean rated) {
        int most = good.sold().map(Deed::most).orElse(Integer.MAX_VALUE);
        int whole = Math.max(1, Math.min(most, (int) Math.round(amount)));
        long micro = good.sold().map(deed -> published(scheme, deed, whole)).orElse(0L);
        if (micro > 0 || (good == Good.RATINGS && rated)) {
            goods.add(good);
            amounts.put(good, whole);
            steps.put(good, micro / (float) scheme.scale().precisionMicro());
            double units = good == Good.RATINGS ? whole : micro / (double) Micro.ONE;
            euros.put(good, (float) (gaming.price() * units));
        }
    }

    /// What the scheme publishes that an amount of a deed brings, without limits and fades.
    private static long published(Scheme scheme, Deed deed, int amount) {
        Reporting reporting = Reporting.shipped();
        long micro = 0;
        for (Characteristic characteristic : scheme.characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    Award award = deed.asCounterparty() ? accrued.counterparty() : accrued.award();
                    for (Reporting.Reported reported : reporting.of(accrued.signal())) {
                        if (award != null && reported.deed() == deed) {
                            long value = Micro.of(deed.counted() ? 1 : amount) * reported.times();
                            micro += award.micro(value) * (deed.counted() ? amount : 1);
                        }
                    }
                }
            }
        }
        return micro;
    }

    /// In the order in which they are numbered.
    List<Good> goods() {
        return goods;
    }

    /// What a seller reports in a week.
    int amount(Good good) {
        return amounts.getOrDefault(good, 0);
    }

    /// What a week costs.
    float euros(Good good) {
        return euros.getOrDefault(good, 0f);
    }

    /// The score that a buyer believes to reach by some weeks of a good.
    int hoped(Good good, int score, int top, float weeks) {
        if (good == Good.RATINGS) {
            float given = weeks * amount(good);
            return score + Math.round((top - score) * given / (given + priorWeight));
        }
        return Math.min(top, score + Math.round(weeks * steps.getOrDefault(good, 0f)));
    }

    /// The best rating of the scheme, and the worst.
    float highest() {
        return highest;
    }

    float lowest() {
        return lowest;
    }

    /// What the rating of a name without a past weighs.
    float newcomer() {
        return newcomer;
    }
}
