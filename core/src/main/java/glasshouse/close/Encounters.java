package glasshouse.close;

import java.util.Arrays;

/// Events of two parties in columns: who acted, towards whom, of which signal of the plan, with
/// what value, on which day. People are numbers from 0. 24 bytes a row.
public final class Encounters {
    private final int people;
    private final int size;
    private final int[] persons;
    private final int[] counterparties;
    private final int[] signals;
    private final int[] days;
    private final long[] valuesMicro;

    private Encounters(Builder builder) {
        people = builder.people;
        size = builder.size;
        persons = builder.persons;
        counterparties = builder.counterparties;
        signals = builder.signals;
        days = builder.days;
        valuesMicro = builder.valuesMicro;
    }

    /// Number of people, whether or not they met anybody.
    public int people() {
        return people;
    }

    /// Number of encounters.
    public int size() {
        return size;
    }

    int person(int row) {
        return persons[row];
    }

    int counterparty(int row) {
        return counterparties[row];
    }

    int signal(int row) {
        return signals[row];
    }

    int day(int row) {
        return days[row];
    }

    long valueMicro(int row) {
        return valuesMicro[row];
    }

    /// Collects encounters of a known number of people.
    public static final class Builder {
        private final int people;
        private int size;
        private int[] persons = new int[64];
        private int[] counterparties = new int[64];
        private int[] signals = new int[64];
        private int[] days = new int[64];
        private long[] valuesMicro = new long[64];

        public Builder(int people) {
            this.people = people;
        }

        /// Adds one; `signal` is its index in the plan.
        public void add(int person, int counterparty, int signal, long valueMicro, int day) {
            if (size == persons.length) {
                int capacity = size * 2;
                persons = Arrays.copyOf(persons, capacity);
                counterparties = Arrays.copyOf(counterparties, capacity);
                signals = Arrays.copyOf(signals, capacity);
                days = Arrays.copyOf(days, capacity);
                valuesMicro = Arrays.copyOf(valuesMicro, capacity);
            }
            persons[size] = person;
            counterparties[size] = counterparty;
            signals[size] = signal;
            days[size] = day;
            valuesMicro[size++] = valueMicro;
        }

        public Encounters build() {
            return new Encounters(this);
        }
    }
}
