package glasshouse.detection;

import java.util.Arrays;

/// What sources reported of one signal, in columns: the source, the person, the value.
public final class Reports {
    private int size;
    private int[] sources = new int[64];
    private int[] persons = new int[64];
    private double[] values = new double[64];

    /// Adds a report; sources and people are numbers from 0.
    public Reports add(int source, int person, double value) {
        if (source < 0 || person < 0 || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a report has a source, a person and a value");
        }
        if (size == sources.length) {
            sources = Arrays.copyOf(sources, size * 2);
            persons = Arrays.copyOf(persons, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        sources[size] = source;
        persons[size] = person;
        values[size++] = value;
        return this;
    }

    int size() {
        return size;
    }

    int source(int report) {
        return sources[report];
    }

    int person(int report) {
        return persons[report];
    }

    double value(int report) {
        return values[report];
    }
}
