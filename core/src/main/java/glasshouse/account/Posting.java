package glasshouse.account;

import glasshouse.scheme.Award;

/// What one event of a signal adds to one slot of an account.
sealed interface Posting {
    /// Adds the occurrence, or with `sign` -1 takes it away again.
    void post(Account account, Occurrence occurrence, int sign);

    /// The slot that it adds to, or the first of two neighbouring ones.
    int slot();

    /// What is added there, as text; the same for two postings that differ in their slot only.
    default String meaning() {
        return toString().replaceFirst("slot=\\d+(, )?", "");
    }

    /// Points that keep their weight for good: one sum.
    record Total(int slot, Award award) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            account.add(Key.of(slot, 0), 0, sign * award.micro(occurrence.valueMicro));
        }
    }

    /// Points that halve and halve: one growing number.
    record Halving(int slot, Award award, Decay decay) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            decay.add(account, slot, occurrence.day, award.micro(occurrence.valueMicro), sign);
        }
    }

    /// Points summed by day.
    record Daily(int slot, Award award) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            long points = award.micro(occurrence.valueMicro);
            account.add(Key.of(slot, occurrence.day), 0, sign * points);
        }
    }

    /// Points under a limit: gains and losses of a day apart, in two neighbouring slots.
    record Limited(int slot, Award award) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            long points = award.micro(occurrence.valueMicro);
            int side = points > 0 ? slot : slot + 1;
            account.add(Key.of(side, occurrence.day), 0, sign * points);
        }
    }

    /// Points that wait for the event that confirms their reference: gains and losses apart.
    record Waiting(int slot, Award award) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            if (occurrence.reference != 0) {
                long points = award.micro(occurrence.valueMicro);
                int side = points > 0 ? slot : slot + 1;
                account.add(Key.of(side, occurrence.day), occurrence.reference, sign * points);
            }
        }
    }

    /// A confirmation of a reference.
    record Confirming(int slot) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            if (occurrence.reference != 0) {
                account.add(Key.of(slot, occurrence.day), occurrence.reference, sign);
            }
        }
    }

    /// A count of events, by day or for all time.
    record Count(int slot, boolean byDay) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            account.add(Key.of(slot, byDay ? occurrence.day : 0), 0, sign);
        }
    }

    /// A sum of values, by day or for all time.
    record Sum(int slot, boolean byDay) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            long value = sign * occurrence.valueMicro;
            account.add(Key.of(slot, byDay ? occurrence.day : 0), 0, value);
        }
    }

    /// A multiset of what [Tallied] names, by day or for all time.
    record Tally(int slot, boolean byDay, Tallied tallied) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            int day = byDay ? occurrence.day : 0;
            switch (tallied) {
                case VALUE -> account.add(Key.of(slot, day), occurrence.valueMicro, sign);
                case SOURCE -> account.add(Key.of(slot, day), occurrence.source, sign);
                case OTHER_PARTY -> {
                    if (occurrence.otherParty != 0) {
                        account.add(Key.of(slot, day), occurrence.otherParty, sign);
                    }
                }
                case LATEST -> {
                    long key = Key.of(slot, occurrence.day, occurrence.microsOfDay);
                    account.add(key, occurrence.valueMicro, sign);
                }
            }
        }
    }

    /// What a multiset tells apart.
    enum Tallied {
        VALUE,
        SOURCE,
        OTHER_PARTY,
        LATEST
    }

    /// A rating, held within its range: its count and sum in two neighbouring slots.
    record Rating(int slot, long lowestMicro, long highestMicro) implements Posting {
        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            long value = Math.clamp(occurrence.valueMicro, lowestMicro, highestMicro);
            account.add(Key.of(slot, 0), 0, sign);
            account.add(Key.of(slot + 1, 0), 0, sign * value);
        }
    }

    /// A rating whose weight halves: fading weight and fading sum in two neighbouring slots.
    record FadingRating(int slot, long lowestMicro, long highestMicro, Decay decay)
            implements Posting {
        /// The weight of one fresh rating.
        static final long ONE = 1_000_000L;

        @Override
        public void post(Account account, Occurrence occurrence, int sign) {
            long value = Math.clamp(occurrence.valueMicro, lowestMicro, highestMicro);
            decay.add(account, slot, occurrence.day, ONE, sign);
            decay.add(account, slot + 1, occurrence.day, value, sign);
        }
    }
}
