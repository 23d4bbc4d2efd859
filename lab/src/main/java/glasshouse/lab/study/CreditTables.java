package glasshouse.lab.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import glasshouse.lab.experiment.ResultHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the Federal Reserve's tables of scores and defaults by group (Report to the Congress on
/// Credit Scoring, 2007): of each score from 0 to 100 the share of a group at or below it and the
/// share that defaults, in per cent, and how many a group has.
final class CreditTables {
    private static final String SPREAD = "transrisk_cdf_by_race_ssa.csv";
    private static final String DEFAULTS = "transrisk_performance_by_race_ssa.csv";
    private static final String TOTALS = "totals.csv";
    private static final long MOST_BYTES = 1 << 20;
    private static final double PERCENT = 100;

    /// Per cent of the population in each 50 points from 300 up, as the paper's code has it.
    private static final double[] BANDS = {
        2.1, 4.2, 5.4, 6.5, 7.9, 9.6, 12.0, 13.8, 17.0, 15.8, 5.7
    };

    private static final double BAND_POINTS = 50;
    private static final double LOWEST = 300;

    private final Path folder;

    CreditTables(Path folder) {
        this.folder = folder;
    }

    /// The groups of these columns under these names.
    List<CreditGroup> groups(Map<String, String> columns) throws IOException {
        List<NamedCsvRecord> spread = read(SPREAD);
        List<NamedCsvRecord> defaults = read(DEFAULTS);
        List<NamedCsvRecord> totals = read(TOTALS);
        if (spread.size() != defaults.size() || spread.size() < 2 || totals.isEmpty()) {
            throw new IOException(
                    "%s has %s rows and %s %s; they list the same scores, two or more"
                            .formatted(SPREAD, spread.size(), DEFAULTS, defaults.size()));
        }
        var groups = new ArrayList<CreditGroup>();
        for (Map.Entry<String, String> column : columns.entrySet()) {
            double count = number(totals.getFirst(), column.getValue(), TOTALS);
            groups.add(group(column.getKey(), column.getValue(), count, spread, defaults));
        }
        return groups;
    }

    /// The SHA-256 of each table, by its name.
    Map<String, String> digests() throws IOException {
        var digests = new TreeMap<String, String>();
        for (String name : List.of(SPREAD, DEFAULTS, TOTALS)) {
            digests.put(name, ResultHash.ofText(Files.readString(folder.resolve(name))));
        }
        return digests;
    }

    private static CreditGroup group(
            String name,
            String column,
            double count,
            List<NamedCsvRecord> spread,
            List<NamedCsvRecord> defaults)
            throws IOException {
        int cells = spread.size();
        double[] score = new double[cells];
        double[] mass = new double[cells];
        double[] repays = new double[cells];
        double below = 0;
        for (int i = 0; i < cells; i++) {
            double percentile = number(spread.get(i), "Score", SPREAD);
            if (percentile != number(defaults.get(i), "Score", DEFAULTS)) {
                throw new IOException(
                        "row %s of %s and of %s are of different scores"
                                .formatted(i + 1, SPREAD, DEFAULTS));
            }
            double upTo = number(spread.get(i), column, SPREAD);
            if (upTo < below) {
                throw new IOException(
                        "the share of %s falls in row %s of %s; it adds up from score to score"
                                .formatted(column, i + 1, SPREAD));
            }
            score[i] = points(percentile);
            mass[i] = (upTo - below) / PERCENT;
            repays[i] = 1 - number(defaults.get(i), column, DEFAULTS) / PERCENT;
            below = upTo;
        }
        if (Math.abs(below - PERCENT) > 1e-9) {
            throw new IOException(
                    "the shares of %s in %s end at %s, not at 100"
                            .formatted(column, SPREAD, below));
        }
        return new CreditGroup(name, count, score, mass, repays);
    }

    /// A percentile score on the scale from 300 to 850: by the population's share of each band,
    /// linear within one.
    static double points(double percentile) {
        double below = 0;
        for (int band = 0; band < BANDS.length; band++) {
            if (percentile <= below + BANDS[band] || band == BANDS.length - 1) {
                double within = Math.clamp((percentile - below) / BANDS[band], 0, 1);
                return LOWEST + BAND_POINTS * (band + within);
            }
            below += BANDS[band];
        }
        throw new IllegalStateException("the last band ends the scale");
    }

    private List<NamedCsvRecord> read(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is no file of at most 1 MiB");
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (CsvParseException | java.io.UncheckedIOException damaged) {
            throw new IOException(file + " is not readable CSV", damaged);
        }
    }

    private static double number(NamedCsvRecord row, String column, String file)
            throws IOException {
        String where = "line " + row.getStartingLineNumber() + " of " + file;
        String text =
                row.findField(column)
                        .orElseThrow(() -> new IOException(where + " has no column " + column));
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value) && value >= 0) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            throw new IOException(where + " has no number under " + column, notOne);
        }
        throw new IOException(where + " has no number from 0 up under " + column);
    }
}
