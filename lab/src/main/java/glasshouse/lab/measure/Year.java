package glasshouse.lab.measure;

import glasshouse.lab.history.History;
import glasshouse.lab.society.Tally;
import glasshouse.lab.society.Tally.Count;
import java.util.List;

/// The last year of a history, or all of it where it is shorter: flows summed, stocks as of the
/// last count. Rates are brought to a year.
final class Year {
    private final History history;
    private final List<History.Count> counts;
    private final int groups;
    private final double years;

    /// Counts of a year.
    private static final int COUNTS = 13;

    Year(History history) {
        this(history, COUNTS);
    }

    private Year(History history, int most) {
        this.history = history;
        List<History.Count> all = history.counts();
        counts = all.subList(Math.max(0, all.size() - most), all.size());
        groups = history.world().population().groups().size();
        years = counts.size() / (double) COUNTS;
    }

    /// All of a history, in the place of its last year.
    static Year whole(History history) {
        return new Year(history, Integer.MAX_VALUE);
    }

    int groups() {
        return groups;
    }

    String group(int index) {
        return history.world().population().groups().get(index).name();
    }

    /// A flow over the year, of one group.
    double flow(int group, Count count) {
        long sum = counts.stream().mapToLong(each -> each.tally().get(group, count)).sum();
        return sum / (double) count.perUnit();
    }

    /// A flow per person and year.
    double perPerson(int group, Count count) {
        return flow(group, count) / (people(group) * years);
    }

    /// People of a group.
    double people(int group) {
        return last().get(group, Count.PEOPLE);
    }

    /// A stock as of the last count.
    double stock(int group, Count count) {
        return last().get(group, count) / (double) count.perUnit();
    }

    Tally last() {
        return counts.getLast().tally();
    }

    /// Decisions of the year with an outcome, about the diligent (or the others) of a group.
    long decided(int group, int offer, int outcome, boolean diligent) {
        return counts.stream()
                .mapToLong(each -> each.tally().decidedOf(group, offer, outcome, diligent))
                .sum();
    }

    long decided(int group, int offer, int outcome) {
        return decided(group, offer, outcome, true) + decided(group, offer, outcome, false);
    }

    /// Defaults of the year of people whose score lay in a band.
    long defaulted(int group, int band) {
        return counts.stream().mapToLong(each -> each.tally().defaultedIn(group, band)).sum();
    }

    /// People in a band, on average over the year's counts.
    double inBand(int group, int band) {
        return counts.stream().mapToLong(each -> each.tally().inBandOf(group, band)).sum()
                / (double) counts.size();
    }

    double years() {
        return years;
    }
}
