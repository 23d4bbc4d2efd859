package glasshouse.reach;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Fingerprint;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Micro;
import java.util.ArrayList;
import java.util.List;

/// A person's account carried into the coming year under what they might do.
///
/// An effort is one count for each doing: so many of its events from tomorrow to the last day,
/// evenly over the days on which it can be done. Owned by one thread; an evaluation costs a copy of
/// the account and a fold of the counted events.
final class Course {
    private static final long DAY_MICRO = 1_000_000;
    private static final long DAYS_PER_WEEK = 7;
    private static final long NOON_MICROS = 12L * 3600 * 1_000_000;

    /// The least time between two events of a doing: three a day are as often as is looked at.
    private static final long LEAST_GAP_MICRO = DAY_MICRO / 3;

    private final Plan plan;
    private final Account base;
    private final int today;
    private final List<Doing> doings;
    private final String source;
    private final long sourceMark;
    private final int[] confirmations;
    private final Account account = new Account();
    private final Occurrence occurrence = new Occurrence();
    private final Readout readout;
    private final int[][] year;

    Course(Plan plan, Account base, int today, int days, List<Doing> doings, String source) {
        this.plan = plan;
        this.base = base;
        this.today = today;
        this.doings = List.copyOf(doings);
        this.source = source;
        sourceMark = Fingerprint.of(source);
        readout = new Readout(plan);
        year = new int[doings.size()][];
        confirmations = new int[doings.size()];
        for (int i = 0; i < year.length; i++) {
            String confirmedBy = doings.get(i).confirmedBy();
            confirmations[i] = confirmedBy == null ? Plan.UNKNOWN : plan.signal(confirmedBy);
            year[i] = days(doings.get(i), days);
        }
    }

    List<Doing> doings() {
        return doings;
    }

    int today() {
        return today;
    }

    String source() {
        return source;
    }

    /// The days from tomorrow (1) on which a doing can be done and may bring something: at its
    /// pace, and no more often in a period than its limits reward.
    private int[] days(Doing doing, int days) {
        var found = new ArrayList<Integer>();
        int[][] used = new int[doing.limits().size()][2];
        long next = 0;
        int offset = 1;
        while (offset <= days) {
            if (mayCount(doing, today + offset, used)) {
                found.add(offset);
                next = Math.max(next, (offset - 1) * DAY_MICRO) + gapMicro(doing);
                offset = (int) (next / DAY_MICRO) + 1;
            } else {
                offset++;
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long gapMicro(Doing doing) {
        long gap = Math.ceilDiv(DAYS_PER_WEEK * DAY_MICRO * Micro.ONE, doing.perWeekMicro());
        return Math.max(gap, LEAST_GAP_MICRO);
    }

    /// Whether every limit rewards one more event on a day; counts it if so. `used` holds for each
    /// limit the last period and the events in it.
    private static boolean mayCount(Doing doing, int day, int[][] used) {
        for (int i = 0; i < used.length; i++) {
            Limit limit = doing.limits().get(i);
            boolean same = used[i][0] == Calendar.period(limit.period(), day);
            if (same && used[i][1] >= doing.most(limit)) {
                return false;
            }
        }
        for (int i = 0; i < used.length; i++) {
            int period = Calendar.period(doing.limits().get(i).period(), day);
            used[i][1] = used[i][0] == period ? used[i][1] + 1 : 1;
            used[i][0] = period;
        }
        return true;
    }

    /// The most events of a doing until a day.
    int most(int doing, int lastDay) {
        int[] days = year[doing];
        int count = 0;
        while (count < days.length && days[count] <= lastDay) {
            count++;
        }
        return count;
    }

    /// The epoch day of the event numbered `index` (from 0) of `count` of a doing until a day: the
    /// possible days thinned out evenly, the last one kept.
    int day(int doing, int index, int count, int lastDay) {
        int possible = most(doing, lastDay);
        int place = (int) ((index + 1L) * possible / count) - 1;
        return today + year[doing][place];
    }

    /// What ties an event to its confirmation.
    String reference(int doing, int index) {
        return source + "-" + doing + "-" + index;
    }

    /// Carries the account to a day under these counts and reads it there.
    void go(int[] counts, int lastDay) {
        account.clear();
        account.merge(base);
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < counts[i]; k++) {
                fold(i, k, day(i, k, counts[i], lastDay));
            }
        }
        read(lastDay);
    }

    private void fold(int doing, int index, int day) {
        Doing done = doings.get(doing);
        occurrence.asCounterparty = false;
        occurrence.signal = done.index();
        occurrence.valueMicro = done.valueMicro();
        occurrence.day = day;
        occurrence.microsOfDay = NOON_MICROS;
        occurrence.source = sourceMark;
        occurrence.otherParty = 0;
        boolean confirmed = confirmations[doing] != Plan.UNKNOWN;
        occurrence.reference = confirmed ? Fingerprint.of(reference(doing, index)) : 0;
        plan.add(account, occurrence);
        if (confirmed) {
            occurrence.signal = confirmations[doing];
            occurrence.valueMicro = 0;
            plan.add(account, occurrence);
        }
    }

    /// Reads the account, as it last was carried, so many days from now.
    void read(int day) {
        readout.read(account, today + day);
    }

    long scoreMicro() {
        return readout.scoreMicro();
    }

    long rawMicro() {
        return readout.rawMicro();
    }
}
