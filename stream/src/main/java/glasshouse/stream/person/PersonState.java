package glasshouse.stream.person;

import java.util.List;
import java.util.Optional;

/// What the stream keeps of one person.
///
/// Events of days that are closed are in `settled`; those of later days in `open`, one account a
/// day, so that a day can be closed as if nothing later had come. The score of now is read from all
/// of them together: accounts merge without a trace.
///
/// `layout` names the plan that the accounts were folded under; `closedDay` is the last day closed
/// and `timerDay` the day at whose beginning a timer waits, [#NONE] where there is none; `events`
/// counts what the person is a party of and what counts. Lists have two days each, of notice and of
/// entry.
public record PersonState(
        int layout,
        int closedDay,
        int timerDay,
        long events,
        Optional<Last> last,
        List<ListDays> lists,
        byte[] settled,
        List<OpenDay> open) {
    /// No day.
    public static final int NONE = -1;

    public PersonState {
        lists = List.copyOf(lists);
        open = List.copyOf(open);
    }

    /// What was published last.
    public record Last(int day, long scoreMicro, int band) {
        public Last {
            if (day < 0 || band < 0) {
                throw new IllegalArgumentException("a score is published of a day, in a band");
            }
        }
    }

    /// How the person stands with one list.
    public record ListDays(int noticed, int entered) {}

    /// The account of the events of one day that is not closed yet.
    public record OpenDay(int day, byte[] account) {}
}
