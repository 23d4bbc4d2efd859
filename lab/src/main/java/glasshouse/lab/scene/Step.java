package glasshouse.lab.scene;

import java.time.LocalDate;

/// One step: the days that it takes, ended by the close on `day` (an epoch day). Everything that
/// happens in a step is reported on its last day.
public record Step(int index, int days, int day) {
    /// Step `index` of steps of `days`, the first of which closes `days - 1` after `first`.
    public static Step of(int index, int days, LocalDate first) {
        return new Step(index, days, (int) first.toEpochDay() + (index + 1) * days - 1);
    }

    public LocalDate date() {
        return LocalDate.ofEpochDay(day);
    }

    /// Which close of its month this is, from 0.
    public int ordinalInMonth() {
        return (date().getDayOfMonth() - 1) / days;
    }

    /// How many closes every month has.
    public int ordinals() {
        return 28 / days;
    }

    /// Whether this is the first close of its month.
    public boolean opensMonth() {
        return ordinalInMonth() == 0;
    }

    /// Whether this is the first close of its year.
    public boolean opensYear() {
        return date().getDayOfYear() <= days;
    }

    /// Whether this is the first close of its week.
    public boolean opensWeek() {
        return days > 1 || date().getDayOfWeek().getValue() == 1;
    }

    /// Steps in a year, on average.
    public double perYear() {
        return 365.25 / days;
    }

    /// Weeks that a step takes.
    public float weeks() {
        return days / 7f;
    }
}
