package glasshouse.service;

import glasshouse.service.Lists.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One person's way onto lists and off them, moved on day by day by [#close].
///
/// Its state is two days for each list, [#noticed] and [#entered], so that a host may keep it
/// between two days.
public final class ListCourse {
    /// No day.
    public static final int NEVER = -1;

    private final ListRules rules;
    private final int[] noticed;
    private final int[] entered;
    private final List<Entry> past = new ArrayList<>();
    private long on;

    /// The course of somebody who is on no list.
    public ListCourse(ListRules rules) {
        this.rules = rules;
        noticed = new int[rules.size()];
        entered = new int[rules.size()];
        Arrays.fill(noticed, NEVER);
        Arrays.fill(entered, NEVER);
    }

    /// Goes on from the days that were kept, one for each list.
    public void restore(int[] noticedDays, int[] enteredDays) {
        System.arraycopy(noticedDays, 0, noticed, 0, noticed.length);
        System.arraycopy(enteredDays, 0, entered, 0, entered.length);
        past.clear();
        see();
    }

    /// The day on which notice of a list was given, or [#NEVER].
    public int noticed(int list) {
        return noticed[list];
    }

    /// The day since which the person is on a list, or [#NEVER].
    public int entered(int list) {
        return entered[list];
    }

    /// The lists that the person is on, as bits in the order of the scheme.
    public long on() {
        return on;
    }

    /// Closes a day on which the person stood thus; the lists in `standing` are set here.
    public void close(int day, Standing standing) {
        standing.lists = on;
        for (int i = 0; i < rules.size(); i++) {
            if (entered[i] != NEVER) {
                int expires = rules.listing(i).expiresDays();
                boolean lapsed = expires > 0 && day - entered[i] >= expires;
                if (lapsed || rules.leaves(i, standing)) {
                    past.add(entry(i, LocalDate.ofEpochDay(day)));
                    entered[i] = NEVER;
                    noticed[i] = NEVER;
                }
            } else if (!rules.enters(i, standing)) {
                noticed[i] = NEVER;
            } else {
                noticed[i] = noticed[i] == NEVER ? day : noticed[i];
                if (day - noticed[i] >= rules.listing(i).noticeDays()) {
                    entered[i] = day;
                }
            }
        }
        see();
    }

    private void see() {
        on = 0;
        for (int i = 0; i < entered.length; i++) {
            on |= entered[i] != NEVER ? 1L << i : 0;
        }
    }

    /// Every stretch on a list since the course began or was restored; the open ones last.
    List<Entry> entries() {
        var entries = new ArrayList<>(past);
        for (int i = 0; i < entered.length; i++) {
            if (entered[i] != NEVER) {
                entries.add(entry(i, LocalDate.MAX));
            }
        }
        return entries;
    }

    /// The lists of which there is notice, with the day on which the person will be on them.
    List<Entry> noticed() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < noticed.length; i++) {
            if (noticed[i] != NEVER && entered[i] == NEVER) {
                LocalDate since = LocalDate.ofEpochDay(noticed[i]);
                entries.add(
                        new Entry(
                                rules.listing(i).name(),
                                since,
                                since.plusDays(rules.listing(i).noticeDays()),
                                LocalDate.MAX));
            }
        }
        return entries;
    }

    private Entry entry(int list, LocalDate until) {
        return new Entry(
                rules.listing(list).name(),
                LocalDate.ofEpochDay(noticed[list]),
                LocalDate.ofEpochDay(entered[list]),
                until);
    }
}
