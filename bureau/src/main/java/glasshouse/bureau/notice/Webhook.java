package glasshouse.bureau.notice;

import java.net.URI;
import java.time.Instant;

/// Where a person or a relying party is told, and how far they were. `person` is 0 and
/// `organisation` empty where it is the other's.
public record Webhook(
        long number,
        long person,
        String organisation,
        URI url,
        byte[] secret,
        long told,
        int failures,
        Instant nextAt) {
    /// Whose it is: a person by number, or a relying party by name.
    public record Owner(long person, String organisation) {
        public static Owner person(long number) {
            return new Owner(number, "");
        }

        public static Owner organisation(String name) {
            return new Owner(0, name);
        }

        boolean isPerson() {
            return organisation.isEmpty();
        }
    }

    Webhook told(long last) {
        return new Webhook(number, person, organisation, url, secret, last, 0, nextAt);
    }
}
