package glasshouse.account;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Limit;
import org.jspecify.annotations.Nullable;

/// One characteristic laid out in slots, ready to fold into and to read from.
sealed interface Part {
    Characteristic characteristic();

    /// Points that fade. Lanes hold one signal and role each.
    record Accrual(Characteristic.Accrual characteristic, Lane[] lanes, Shared[] shared)
            implements Part {}

    /// How a lane keeps its points.
    enum Store {
        TOTAL,
        HALVING,
        DAILY,
        LIMITED,
        WAITING
    }

    /// One signal's points within an accrual. `slot` is the first of its slots; a waiting lane has
    /// its confirmations in `confirmations`.
    record Lane(
            int slot,
            Store store,
            Weights weights,
            @Nullable Decay decay,
            Limit[] limits,
            int confirmations,
            int withinDays) {}

    /// A limit over several lanes.
    record Shared(int[] lanes, Limit limit) {}

    /// A window aggregate. `slot` holds what is measured, the slot after it the second half (the
    /// sum of a mean, the whole of a share).
    record Binned(Characteristic.Binned characteristic, int slot, Bins bins) implements Part {
        /// The first day of the window that ends on a day.
        int oldest(int day) {
            int days = characteristic.windowDays();
            return days == 0 ? 0 : Math.max(0, day - days + 1);
        }
    }

    /// Ratings that fold: count and sum, or fading weight and fading sum.
    record Rated(Characteristic.Rated characteristic, int slot, @Nullable Decay decay)
            implements Part {}

    /// What only a close over all people can tell; it reads out as the host's last close says.
    record Closed(Characteristic characteristic) implements Part {}
}
