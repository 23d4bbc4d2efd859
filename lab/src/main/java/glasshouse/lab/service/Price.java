package glasshouse.lab.service;

import org.jspecify.annotations.Nullable;

/// What a kind of service costs by score, beside what everybody pays where no scheme decides.
public record Price(@Nullable Offer offer) {
    /// How far the price lies above the usual one (or, below zero, beneath it), in the service's
    /// unit.
    public float beyond(int score, int lists) {
        return offer == null ? 0 : offer.price(score, lists) - (float) offer.need().usual();
    }
}
