package glasshouse.city.world;

import java.time.LocalDate;
import java.util.List;

/// A town at the end of a day, for as many as want to look at it.
///
/// `scores` are in published steps above the floor, -1 where a person is not scored; `marks` are
/// bits: [#BLACK], [#RED], [#JOBLESS], [#OWING]. Neither is written to again.
public record Snapshot(
        int days,
        LocalDate date,
        short[] scores,
        byte[] marks,
        List<Integer> inBand,
        List<Integer> onList,
        int members,
        double mean,
        List<Count> counts,
        List<News> news) {
    /// On a blacklist.
    public static final int BLACK = 1;

    /// On a red list.
    public static final int RED = 2;

    /// Without work.
    public static final int JOBLESS = 4;

    /// In debt.
    public static final int OWING = 8;

    public Snapshot {
        inBand = List.copyOf(inBand);
        onList = List.copyOf(onList);
        counts = List.copyOf(counts);
        news = List.copyOf(news);
    }
}
