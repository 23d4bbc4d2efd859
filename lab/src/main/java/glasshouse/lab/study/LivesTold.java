package glasshouse.lab.study;

import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The table `lives` as the same person under two schemes, side by side.
record LivesTold(Results results) {
    /// More moments than this tire a reader: the first and last ones are kept.
    private static final int MOST_MOMENTS = 26;

    List<Block> blocks() {
        Optional<Table> lives = results.table("lives").filter(table -> table.size() > 0);
        if (lives.isEmpty()) {
            return List.of();
        }
        Table table = lives.get();
        Set<String> reasons = new LinkedHashSet<>(table.words("why"));
        var blocks = new ArrayList<Block>();
        for (String why : reasons) {
            int[] rows = table.rows("why", why);
            List<String> arms =
                    IntStream.of(rows).mapToObj(r -> table.text("scheme", r)).distinct().toList();
            if (arms.size() == 2) {
                String who =
                        "Person %s, of %s; of the people followed, the one who %s under %s."
                                .formatted(
                                        Figures.number(table.number("person", rows[0]), 0)
                                                .replace(",", ""),
                                        table.text("group", rows[0]),
                                        why.equals("purse differs most")
                                                ? "has the most different purse"
                                                : why,
                                        arms.getFirst());
                blocks.add(
                        new Block.TwoLives(
                                capital(why),
                                who,
                                life(table, rows, arms.getFirst()),
                                life(table, rows, arms.getLast())));
            }
        }
        return blocks;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Block.Life life(Table table, int[] all, String arm) {
        int[] rows =
                IntStream.of(all).filter(row -> table.text("scheme", row).equals(arm)).toArray();
        int last = rows[rows.length - 1];
        double score = table.number("score", last);
        String outcome =
                (Double.isNaN(score) ? "Not scored" : "Ends at " + Figures.number(score, 2))
                        + ", with "
                        + Figures.whole(table.number("savings", last))
                        + " euros.";
        var moments = new ArrayList<Block.Moment>();
        for (int i = 0; i < rows.length; i++) {
            boolean kept = i < MOST_MOMENTS / 2 || i >= rows.length - MOST_MOMENTS / 2;
            if (kept) {
                double at = table.number("score", rows[i]);
                moments.add(
                        new Block.Moment(
                                table.text("date", rows[i]),
                                table.text("what", rows[i]),
                                Double.isNaN(at) ? "" : Figures.number(at, at < 10 ? 2 : 0)));
            } else if (i == MOST_MOMENTS / 2) {
                int left = rows.length - MOST_MOMENTS;
                moments.add(new Block.Moment("", left + " more such moments", ""));
            }
        }
        return new Block.Life(arm, outcome, moments);
    }
}
