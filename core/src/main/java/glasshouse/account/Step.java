package glasshouse.account;

import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one occurrence of a signal does to one cell of a [Reckoner]; a [Posting] made flat.
///
/// `part` and `lane` say where the rows of a limited lane belong; `oldestDay` is the first day of
/// the window; ratings are held within `low` and `high`.
record Step(
        Kind kind,
        int slot,
        int part,
        int lane,
        int oldestDay,
        @Nullable Award award,
        @Nullable Decay decay,
        @Nullable Weights weights,
        long low,
        long high) {
    enum Kind {
        TOTAL,
        HALVING,
        DAILY,
        LIMITED,
        COUNT,
        SUM,
        EXTENT,
        LEAST,
        GREATEST,
        RATING
    }

    /// The steps of a signal's postings, or null where one of them needs an account.
    static Step @Nullable [] of(Posting[] postings, List<Part> parts, int day) {
        List<Step> steps = new ArrayList<>();
        for (Posting posting : postings) {
            Step step = of(posting, parts, day);
            if (step == null) {
                return null;
            }
            steps.add(step);
        }
        return steps.toArray(new Step[0]);
    }

    private static @Nullable Step of(Posting posting, List<Part> parts, int day) {
        return switch (posting) {
            case Posting.Total total -> points(Kind.TOTAL, total.slot(), total.award(), parts);
            case Posting.Halving fading ->
                    points(Kind.HALVING, fading.slot(), fading.award(), parts);
            case Posting.Daily daily -> points(Kind.DAILY, daily.slot(), daily.award(), parts);
            case Posting.Limited limited ->
                    points(Kind.LIMITED, limited.slot(), limited.award(), parts);
            case Posting.Count count -> windowed(Kind.COUNT, count.slot(), parts, day);
            case Posting.Sum sum -> windowed(Kind.SUM, sum.slot(), parts, day);
            case Posting.Tally tally -> windowed(Kind.LEAST, tally.slot(), parts, day);
            case Posting.Rating rating ->
                    new Step(
                            Kind.RATING,
                            rating.slot(),
                            0,
                            0,
                            0,
                            null,
                            null,
                            null,
                            rating.lowestMicro(),
                            rating.highestMicro());
            case Posting.Waiting _, Posting.Confirming _, Posting.FadingRating _ -> null;
        };
    }

    private static @Nullable Step points(Kind kind, int slot, Award award, List<Part> parts) {
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part) instanceof Part.Accrual accrual) {
                Part.Lane[] lanes = accrual.lanes();
                for (int lane = 0; lane < lanes.length; lane++) {
                    if (lanes[lane].slot() == slot) {
                        Decay decay = lanes[lane].decay();
                        Weights weights = lanes[lane].weights();
                        return new Step(kind, slot, part, lane, 0, award, decay, weights, 0, 0);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Step windowed(Kind plain, int slot, List<Part> parts, int day) {
        for (Part part : parts) {
            if (part instanceof Part.Binned binned
                    && (binned.slot() == slot || binned.slot() + 1 == slot)) {
                Characteristic.Binned what = binned.characteristic();
                Kind kind =
                        switch (what.measure()) {
                            case COUNT, SUM, MEAN, SHARE -> plain;
                            case TIME_SINCE_FIRST, TIME_SINCE_LAST -> Kind.EXTENT;
                            case MIN -> Kind.LEAST;
                            case MAX -> Kind.GREATEST;
                            case LAST, DISTINCT_SOURCES, DISTINCT_COUNTERPARTIES -> null;
                        };
                return kind == null
                        ? null
                        : new Step(kind, slot, 0, 0, binned.oldest(day), null, null, null, 0, 0);
            }
        }
        return null;
    }
}
