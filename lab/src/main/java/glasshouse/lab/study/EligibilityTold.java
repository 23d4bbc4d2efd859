package glasshouse.lab.study;

import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Block.Bars;
import glasshouse.lab.report.Block.Caption;
import glasshouse.lab.report.Block.Scale;
import glasshouse.lab.report.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells which groups, and which of those where groups cross, a scheme's significant services would
/// let through, as far as chance can be told from it.
final class EligibilityTold {
    private final Optional<Table> rates;
    private final Optional<Table> gaps;
    private final List<String> arms;

    /// Of the most arms, the first and the last are told.
    private static final int MOST_ARMS = 6;

    EligibilityTold(Results results) {
        rates = results.table(Eligibility.TABLE);
        gaps = results.table(Eligibility.GAPS);
        List<String> all = rates.map(table -> table.words("scheme")).orElse(List.of());
        arms = all.size() > MOST_ARMS ? List.of(all.getFirst(), all.getLast()) : all;
    }

    /// Nothing where no significant service refuses anybody.
    List<Block> blocks() {
        if (rates.isEmpty() || gaps.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        var told = new ArrayList<String>();
        for (String arm : arms) {
            Optional<Integer> widest = widest(gaps.get(), arm);
            widest.ifPresent(row -> told.add(finding(gaps.get(), rates.get(), row)));
        }
        if (!told.isEmpty()) {
            blocks.add(new Block.Findings(told));
        }
        for (String arm : arms) {
            widest(gaps.get(), arm)
                    .ifPresent(
                            row ->
                                    blocks.add(
                                            chart(
                                                    rates.get(),
                                                    arm,
                                                    gaps.get().text("service", row),
                                                    gaps.get().text("by", row))));
        }
        return blocks;
    }

    /// The gap with the least ratio among those whose interval lies below 1.
    private static Optional<Integer> widest(Table gaps, String arm) {
        return IntStream.of(gaps.rows("scheme", arm))
                .boxed()
                .filter(row -> gaps.number("ratio-high", row) < 1)
                .min(Comparator.comparingDouble(row -> gaps.number("ratio", row)));
    }

    private static String finding(Table gaps, Table rates, int row) {
        String arm = gaps.text("scheme", row);
        String service = gaps.text("service", row);
        String people = gaps.text("people", row);
        String reference = gaps.text("reference", row);
        return """
        %s: the widest of %s gaps is that of %s. If all asked for it, %s of some (%s) would be \
        granted it, 95 %% interval %s to %s, and %s of others (%s): %s times as many, %s to %s."""
                .formatted(
                        arm,
                        Figures.whole(gaps.rows("scheme", arm).length),
                        service,
                        granted(rates, "granted", arm, service, people),
                        people,
                        granted(rates, "granted-low", arm, service, people),
                        granted(rates, "granted-high", arm, service, people),
                        granted(rates, "granted", arm, service, reference),
                        reference,
                        Figures.number(1 / gaps.number("ratio", row), 2),
                        Figures.number(1 / gaps.number("ratio-high", row), 2),
                        Figures.number(1 / gaps.number("ratio-low", row), 2));
    }

    private static String granted(
            Table rates, String column, String arm, String service, String people) {
        int row = rates.rows("scheme", arm, "service", service, "people", people)[0];
        return Figures.percent(rates.number(column, row));
    }

    private static Block chart(Table rates, String arm, String service, String by) {
        int[] rows = rates.rows("scheme", arm, "service", service, "by", by);
        return new Block.BarChart(
                new Caption(
                        "Who would be granted %s: %s".formatted(service, arm),
                        "Of those who are scored, if all asked at the end; places that are few are"
                                + " not given out. Lines are 95 % intervals of a bootstrap over"
                                + " the people followed.",
                        by,
                        "share of people"),
                Scale.PERCENT,
                IntStream.of(rows)
                        .mapToObj(row -> rates.text("people", row).replaceAll("\\w+: ", ""))
                        .toList(),
                List.of(
                        new Bars(
                                "everybody",
                                rates.numbers("granted", rows),
                                rates.numbers("granted-low", rows),
                                rates.numbers("granted-high", rows)),
                        new Bars(
                                "the diligent",
                                rates.numbers("diligent", rows),
                                rates.numbers("diligent-low", rows),
                                rates.numbers("diligent-high", rows))));
    }
}
