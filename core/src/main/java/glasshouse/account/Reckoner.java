package glasshouse.account;

import glasshouse.account.Part.Lane;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Folds a person's occurrences straight into the score of one known day: what a batch of events
/// comes to where nobody will ask for the account.
///
/// An [Account] can be read on any later day, merged and forgotten from; for that it is sparse and
/// sorted. Here the day is known and every event comes once, so each amount goes to a fixed cell of
/// a dense column, already weighted where the weight depends on the event's day alone. The scores
/// are those of [Readout], bit for bit.
///
/// Columns, by slot of the plan: `cells` a count, a sum, an extreme or a day; `wides` a weighted
/// sum; `digits` the digits of fading sums, side by side. One per thread; adding and reading
/// allocate nothing but for growth. Benchmark: W1.
public final class Reckoner {
    private static final Award NOTHING = new Award.PerEvent(0);

    private final int day;
    private final Scale scale;
    private final long[] bandsFrom;
    private final Part[] parts;
    private final Step[][] forPerson;
    private final Step[][] forCounterparty;
    private final long[] cells;
    private final Wide[] wides;
    private final LimitedRows[] limited;
    private final Fadings fadings;
    private final Wide sum = new Wide();
    private final long[] partials;
    private long scoreMicro;

    private Reckoner(Plan plan, int day, Step[][] forPerson, Step[][] forCounterparty) {
        this.day = day;
        this.forPerson = forPerson;
        this.forCounterparty = forCounterparty;
        scale = plan.scheme().scale();
        bandsFrom = plan.scheme().bands().stream().mapToLong(band -> band.fromMicro()).toArray();
        parts = plan.parts().toArray(new Part[0]);
        partials = new long[parts.length];
        cells = new long[plan.slots() + 1];
        wides = new Wide[plan.slots()];
        Arrays.setAll(wides, _ -> new Wide());
        limited = new LimitedRows[parts.length];
        Arrays.setAll(limited, _ -> new LimitedRows());
        fadings = new Fadings(plan, day);
    }

    /// A reckoner of scores on an epoch day; empty where the plan has kinds of characteristics that
    /// only an account can tell: pending points, last values, distinct parties, fading ratings.
    public static Optional<Reckoner> of(Plan plan, int day) {
        int signals = plan.scheme().signals().size();
        List<Part> parts = plan.parts();
        var forPerson = new Step[signals][];
        var forCounterparty = new Step[signals][];
        for (int signal = 0; signal < signals; signal++) {
            Step @Nullable [] own = Step.of(plan.postings(signal, false), parts, day);
            Step @Nullable [] other = Step.of(plan.postings(signal, true), parts, day);
            if (own == null || other == null) {
                return Optional.empty();
            }
            forPerson[signal] = own;
            forCounterparty[signal] = other;
        }
        return Optional.of(new Reckoner(plan, day, forPerson, forCounterparty));
    }

    /// Starts on the next person.
    public void clear() {
        Arrays.fill(cells, 0);
        for (Wide wide : wides) {
            wide.clear();
        }
        for (LimitedRows rows : limited) {
            rows.clear();
        }
        fadings.clear();
    }

    /// Adds an occurrence that happened on this reckoner's day or earlier.
    public void add(int signal, boolean asCounterparty, long valueMicro, int happenedDay) {
        for (Step step : (asCounterparty ? forCounterparty : forPerson)[signal]) {
            int slot = step.slot();
            Award award = step.award() == null ? NOTHING : step.award();
            switch (step.kind()) {
                case TOTAL -> cells[slot] += award.micro(valueMicro);
                case HALVING -> fadings.add(slot, happenedDay, award.micro(valueMicro));
                case DAILY -> {
                    Weights weights = step.weights();
                    if (weights != null) {
                        long weight = weights.at(day - happenedDay);
                        wides[slot].addProduct(award.micro(valueMicro), weight);
                    }
                }
                case LIMITED ->
                        limited[step.part()].add(step.lane(), happenedDay, award.micro(valueMicro));
                case RATING -> {
                    cells[slot]++;
                    cells[slot + 1] += Math.clamp(valueMicro, step.low(), step.high());
                }
                case COUNT, SUM, EXTENT, LEAST, GREATEST -> {
                    if (happenedDay >= step.oldestDay()) {
                        measure(step.kind(), slot, valueMicro, happenedDay);
                    }
                }
            }
        }
    }

    private void measure(Step.Kind kind, int slot, long valueMicro, int happenedDay) {
        switch (kind) {
            case COUNT -> cells[slot]++;
            case SUM -> cells[slot] += valueMicro;
            case EXTENT -> {
                // Days from 1, so that 0 is none.
                long mark = happenedDay + 1L;
                cells[slot] = cells[slot] == 0 ? mark : Math.min(cells[slot], mark);
                cells[slot + 1] = Math.max(cells[slot + 1], mark);
            }
            case LEAST -> {
                boolean first = cells[slot + 1]++ == 0;
                cells[slot] = first ? valueMicro : Math.min(cells[slot], valueMicro);
            }
            case GREATEST -> {
                boolean first = cells[slot + 1]++ == 0;
                cells[slot] = first ? valueMicro : Math.max(cells[slot], valueMicro);
            }
            case TOTAL, HALVING, DAILY, LIMITED, RATING ->
                    throw new IllegalStateException("measured are windows only");
        }
    }

    /// Reads the score out.
    public void read() {
        long total = scale.initialMicro();
        for (int i = 0; i < parts.length; i++) {
            partials[i] = partial(i);
            total += partials[i];
        }
        scoreMicro = scale.publish(total);
    }

    private long partial(int index) {
        return switch (parts[index]) {
            case Part.Accrual accrual ->
                    Math.clamp(
                            points(accrual, limited[index]),
                            accrual.characteristic().floorMicro(),
                            accrual.characteristic().ceilingMicro());
            case Part.Binned window -> {
                long measured = measured(window.characteristic(), window.slot());
                yield window.bins().at(measured).pointsMicro();
            }
            case Part.Rated rated -> {
                long count = Micro.of(cells[rated.slot()]);
                yield RatedReader.points(rated.characteristic(), count, cells[rated.slot() + 1]);
            }
            case Part.Closed _ -> 0;
        };
    }

    private long points(Part.Accrual accrual, LimitedRows rows) {
        sum.clear();
        for (Lane lane : accrual.lanes()) {
            int slot = lane.slot();
            switch (lane.store()) {
                case TOTAL -> sum.addProduct(cells[slot], Weights.ONE);
                case HALVING -> fadings.read(slot, sum);
                case DAILY -> sum.add(wides[slot]);
                case LIMITED, WAITING -> {}
            }
        }
        rows.settle(accrual, day, sum);
        return sum.points();
    }

    private long measured(Characteristic.Binned binned, int slot) {
        long first = cells[slot];
        long second = cells[slot + 1];
        return switch (binned.measure()) {
            case COUNT -> Micro.of(first);
            case SUM -> first;
            case MEAN -> first == 0 ? Bins.MISSING : Micro.divide(second, Micro.of(first));
            case SHARE -> second == 0 ? Bins.MISSING : Micro.divide(first, second);
            case MIN, MAX -> second == 0 ? Bins.MISSING : first;
            case TIME_SINCE_FIRST -> first == 0 ? Bins.MISSING : Micro.of(day + 1 - first);
            case TIME_SINCE_LAST -> second == 0 ? Bins.MISSING : Micro.of(day + 1 - second);
            case LAST, DISTINCT_SOURCES, DISTINCT_COUNTERPARTIES ->
                    throw new IllegalStateException("only an account tells " + binned.measure());
        };
    }

    /// The published score last read, in micro-points.
    public long scoreMicro() {
        return scoreMicro;
    }

    /// The partial score of a characteristic, by its index in the scheme.
    public long partialMicro(int characteristic) {
        return partials[characteristic];
    }

    /// The index in the scheme of the band of the last score.
    public int bandIndex() {
        int found = 0;
        while (found + 1 < bandsFrom.length && scoreMicro >= bandsFrom[found + 1]) {
            found++;
        }
        return found;
    }
}
