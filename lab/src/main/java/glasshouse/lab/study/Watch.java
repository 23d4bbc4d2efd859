package glasshouse.lab.study;

import glasshouse.detection.Bursts;
import glasshouse.detection.DenseBlocks;
import glasshouse.detection.Finding;
import glasshouse.detection.OddSources;
import glasshouse.detection.Reciprocity;
import glasshouse.detection.Reports;
import glasshouse.detection.SharedAttributes;
import glasshouse.lab.study.Bazaar.Row;
import glasshouse.rating.Ratings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The core's detectors, looking at a marketplace every 28 days from the beginning of an attack on,
/// and once more at the end of the year: whom each found first on which day.
enum Watch {
    DENSE_BLOCK("dense block"),
    RECIPROCITY("reciprocity"),
    BURST("burst"),
    SHARED_ATTRIBUTE("shared attribute"),
    SOURCE("odd source");

    private static final int EVERY = 28;

    private final String label;

    Watch(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// The day on which each person was first found; who was not is not there.
    Map<Integer, Integer> found(Plot plot, List<Row> rows, int days) {
        var found = new HashMap<Integer, Integer>();
        Ratings ratings = plot.ratings(rows);
        int day = plot.start();
        while (day < days) {
            day = Math.min(days, day + EVERY);
            for (Finding finding : look(plot, ratings.before(day), rows, day)) {
                for (int person : finding.members()) {
                    found.putIfAbsent(person, day);
                }
            }
        }
        return found;
    }

    private List<Finding> look(Plot plot, Ratings ratings, List<Row> rows, int day) {
        return switch (this) {
            case DENSE_BLOCK -> DenseBlocks.in(ratings);
            case RECIPROCITY -> Reciprocity.in(ratings);
            case BURST -> Bursts.in(ratings);
            case SHARED_ATTRIBUTE -> SharedAttributes.in(ratings, plot.devices());
            case SOURCE -> OddSources.in(reports(rows, day));
        };
    }

    /// What sources reported since the last look.
    private static Reports reports(List<Row> rows, int day) {
        var reports = new Reports();
        for (Row row : rows) {
            if (row.day() < day && row.day() >= day - EVERY) {
                reports.add(row.source(), row.rated(), row.stars());
            }
        }
        return reports;
    }
}
