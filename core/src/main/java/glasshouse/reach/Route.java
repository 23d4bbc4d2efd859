package glasshouse.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A draft written out: its steps for a person, and its events one by one.
final class Route {
    private static final int WEEK = 7;

    private final Course course;
    private final Draft draft;
    private final ZoneId zone;

    Route(Course course, Draft draft, ZoneId zone) {
        this.course = course;
        this.draft = draft;
        this.zone = zone;
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < draft.counts().length; i++) {
            if (draft.counts()[i] > 0) {
                steps.add(step(i));
            }
        }
        return steps;
    }

    private Step step(int index) {
        int[] days = days(index);
        Doing doing = course.doings().get(index);
        return new Step(
                doing.signal(),
                days.length,
                doing.valueMicro(),
                LocalDate.ofEpochDay(days[0]),
                LocalDate.ofEpochDay(days[days.length - 1]),
                mostInWeek(days),
                days.length * doing.hoursMicro(),
                days.length * doing.eurosMicro(),
                doing.stated(),
                doing.confirmedBy());
    }

    private int[] days(int index) {
        int count = draft.counts()[index];
        int[] days = new int[count];
        for (int k = 0; k < count; k++) {
            days[k] = course.day(index, k, count, draft.lastDay());
        }
        return days;
    }

    private static int mostInWeek(int[] days) {
        int most = 0;
        int from = 0;
        for (int i = 0; i < days.length; i++) {
            while (days[i] - days[from] >= WEEK) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    List<Hypothesis> events() {
        var events = new ArrayList<Hypothesis>();
        for (int i = 0; i < draft.counts().length; i++) {
            Doing doing = course.doings().get(i);
            int[] days = days(i);
            for (int k = 0; k < days.length; k++) {
                Instant noon =
                        LocalDate.ofEpochDay(days[k])
                                .atTime(LocalTime.NOON)
                                .atZone(zone)
                                .toInstant();
                String confirmedBy = doing.confirmedBy();
                String reference = confirmedBy == null ? "" : course.reference(i, k);
                String signal = doing.signal().name();
                events.add(Hypothesis.of(signal, doing.valueMicro(), noon, reference));
                if (confirmedBy != null) {
                    events.add(Hypothesis.of(confirmedBy, 0, noon, reference));
                }
            }
        }
        return events;
    }
}
