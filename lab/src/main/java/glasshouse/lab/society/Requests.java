package glasshouse.lab.society;

import java.util.Arrays;

/// What the people of a scene asked services for in a step, and what they were told.
final class Requests {
    private int[] places = new int[256];
    private byte[] offers = new byte[256];
    private byte[] outcomes = new byte[256];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int place, int offer, int outcome) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            offers = Arrays.copyOf(offers, 2 * size);
            outcomes = Arrays.copyOf(outcomes, 2 * size);
        }
        places[size] = place;
        offers[size] = (byte) offer;
        outcomes[size] = (byte) outcome;
        size++;
    }

    int size() {
        return size;
    }

    int place(int request) {
        return places[request];
    }

    /// The index of the offer.
    int offer(int request) {
        return offers[request];
    }

    /// The ordinal of the outcome.
    int outcome(int request) {
        return outcomes[request];
    }
}
