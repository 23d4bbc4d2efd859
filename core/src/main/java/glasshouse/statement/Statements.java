package glasshouse.statement;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.close.Closes;
import glasshouse.close.Everyone;
import glasshouse.event.Event;
import glasshouse.leaflet.BinWords;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import glasshouse.statement.Line.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes statements under one scheme.
///
/// The score comes from the fold, as everywhere; the lines come from the events one by one, by a
/// second reckoning. What remains between them is the rounding of the lines and of the published
/// step, and it is held to that: more would mean that the two disagree, and is refused as a defect.
public final class Statements {
    /// What one weight may be off by: a weight from a table against the same from a growing number.
    private static final int WEIGHT_BITS = 28;

    private final Plan plan;
    private final Scheme scheme;

    public Statements(Plan plan) {
        this.plan = plan;
        scheme = plan.scheme();
    }

    /// The statement of a person at an instant, from the events that count: the person's, or those
    /// of everybody where the scheme [needs closes](Plan#needsCloses).
    public Statement of(String person, Collection<Event> admissible, Instant asOf) {
        Ledger ledger = Ledger.of(person, admissible, asOf);
        int day = new Calendar(scheme.header().zone()).day(asOf);
        Account account = ledger.fold(plan);
        var readout = new Readout(plan);
        readout.read(account, day);
        Everyone everyone = plan.needsCloses() ? Everyone.of(plan, admissible, asOf) : null;
        if (everyone != null) {
            everyone.complete(readout, person);
        }
        var lines = new ArrayList<Line>();
        lines.add(Line.of(Kind.OPENING, "", scheme.scale().initialMicro(), "Initial score"));
        long slack = scheme.scale().precisionMicro();
        for (int i = 0; i < scheme.characteristics().size(); i++) {
            int before = lines.size();
            lines.addAll(lines(i, ledger, day, readout, everyone));
            slack += slack(lines.subList(before, lines.size()));
        }
        bounds(lines, readout);
        long left = readout.scoreMicro() - sum(lines);
        if (Math.abs(left) > slack) {
            throw new IllegalStateException(
                    "statement and score differ by %s points".formatted(Micro.format(left)));
        }
        if (left != 0) {
            lines.add(Line.of(Kind.ROUNDING, "", left, "Rounding to the published step"));
        }
        return new Statement(
                scheme.header().name(),
                scheme.header().version(),
                person,
                asOf,
                readout.scoreMicro(),
                scheme.bands().get(readout.bandIndex()),
                lines);
    }

    private List<Line> lines(
            int index, Ledger ledger, int day, Readout readout, @Nullable Everyone everyone) {
        Characteristic characteristic = scheme.characteristics().get(index);
        String name = characteristic.name();
        long partial = readout.partialMicro(index);
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> {
                var lines = new AccrualLines(scheme, accrual, ledger, day).lines();
                long bound = partial - readout.unboundedMicro(index);
                if (bound != 0) {
                    Kind kind = bound > 0 ? Kind.FLOOR : Kind.CEILING;
                    String text =
                            bound > 0
                                    ? "Never below " + Micro.format(accrual.floorMicro())
                                    : "Never above " + Micro.format(accrual.ceilingMicro());
                    lines.add(Line.of(kind, name, bound, text + " points together"));
                }
                yield lines;
            }
            case Characteristic.Binned binned ->
                    List.of(attribute(binned, readout.attribute(index), partial));
            case Characteristic.Rated rated ->
                    new RatingLines(
                                    plan,
                                    index,
                                    ledger,
                                    day,
                                    Closes.closes(rated) ? everyone : null)
                            .lines(partial);
            case Characteristic.Contacts contacts ->
                    List.of(Line.of(Kind.CONTACTS, name, partial, contacts.title()));
        };
    }

    /// What was measured, and the reason that the scheme gives for what it brings.
    private Line attribute(
            Characteristic.Binned binned, @Nullable Attribute attribute, long partial) {
        String first = binned.signals().getFirst();
        String unit =
                scheme.signals().stream()
                        .filter(signal -> signal.name().equals(first))
                        .map(Signal::unit)
                        .findFirst()
                        .orElse("");
        Attribute applied = attribute == null ? binned.missing() : attribute;
        String measured = BinWords.of(binned, applied, unit);
        Reason reason = applied.reason();
        String text =
                reason == null
                        ? Character.toUpperCase(measured.charAt(0)) + measured.substring(1)
                        : reason.text() + ": " + measured;
        return Line.of(Kind.ATTRIBUTE, binned.name(), partial, text);
    }

    /// What the floor or ceiling of the scale does.
    private void bounds(List<Line> lines, Readout readout) {
        Scale scale = scheme.scale();
        long raw = readout.rawMicro();
        long held = Math.clamp(raw, scale.floorMicro(), scale.ceilingMicro());
        if (held > raw) {
            lines.add(Line.of(Kind.FLOOR, "", held - raw, "Lowest score of the scale"));
        } else if (held < raw) {
            lines.add(Line.of(Kind.CEILING, "", held - raw, "Highest score of the scale"));
        }
    }

    private static long slack(List<Line> lines) {
        long slack = 1;
        for (Line line : lines) {
            slack += 1 + (Math.abs(line.thenMicro()) >> WEIGHT_BITS);
        }
        return slack;
    }

    private static long sum(List<Line> lines) {
        return lines.stream().mapToLong(Line::pointsMicro).reduce(0, Math::addExact);
    }
}
