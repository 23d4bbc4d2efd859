package glasshouse.lab.service;

import org.jspecify.annotations.Nullable;

/// What a kind of service costs by score, beside what everybody pays where no scheme decides.
public final class Price {
    private final float[] beyond;
    private final int scores;

    Price(@Nullable Offer offer) {
        beyond = offer == null ? new float[0] : offer.beyondUsual();
        scores = offer == null ? 0 : offer.scores();
    }

    /// How far the price lies above the usual one (or, below zero, beneath it), in the service's
    /// unit.
    public float beyond(int score, int lists) {
        return beyond.length == 0 ? 0 : beyond[lists * scores + score];
    }
}
