package glasshouse.lab.experiment;

import glasshouse.data.ParquetTable;
import glasshouse.wire.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run's folder: `run.json`, a copy of the experiment as `experiment.yaml`, a Parquet file for
/// each table, `report.html`, and in the end `manifest.json`, without which the run has not ended.
public final class RunFolder {
    public static final String EXPERIMENT = "experiment.yaml";
    public static final String REPORT = "report.html";
    private static final String PARQUET = ".parquet";

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /// What the folder says of its run.
    public RunRecord record() throws IOException {
        return RunRecord.read(folder);
    }

    /// Whether a run has ended here.
    public boolean isEnded() {
        return Files.isRegularFile(folder.resolve(Manifest.NAME));
    }

    /// Whether something lies here that no lab run wrote.
    boolean isForeign() throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> !file.endsWith(FolderLock.NAME))
                    && !Files.isRegularFile(inside(RunRecord.NAME));
        }
    }

    Path inside(String name) {
        return folder.resolve(name);
    }

    /// The folder of a run that begins: made where there is none, rid of what an earlier run left.
    void begin(RunRecord record, String experiment) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(inside(Manifest.NAME));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RunFolder::isTable).toList()) {
                Files.delete(file);
            }
        }
        Files.deleteIfExists(inside(REPORT));
        record.write(folder);
        Files.writeString(inside(EXPERIMENT), experiment);
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(PARQUET) && Files.isRegularFile(file);
    }

    /// Writes what came of a run; the manifest last.
    void end(RunRecord record, Results results, String report) throws IOException {
        var written = new ArrayList<Path>();
        for (Table table : RunTables.all(results)) {
            Path file = inside(table.name() + PARQUET);
            ParquetTable.write(table.columns(), file);
            written.add(file);
        }
        written.add(Files.writeString(inside(REPORT), report));
        record.write(folder);
        written.add(inside(RunRecord.NAME));
        written.add(inside(EXPERIMENT));
        Manifest.of(folder, record.heading().name(), written).write(folder);
    }

    /// The measures of a run that has ended, and its own table where it has one.
    public Results answer() throws IOException {
        var tables = new ArrayList<Table>();
        for (String name : List.of(Table.MEASURES, Table.ROWS)) {
            Optional<Table> table = table(name);
            table.ifPresent(tables::add);
        }
        return RunTables.results(tables);
    }

    /// A table of a run that has ended, as the run wrote it.
    public Optional<Table> table(String name) throws IOException {
        Path file = inside(name + PARQUET);
        if (!isEnded() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return switch (Manifest.verify(file)) {
            case Manifest.Verdict.Verified _ ->
                    Optional.of(new Table(name, ParquetTable.read(file)));
            case Manifest.Verdict.Refused(String reason) ->
                    throw new IOException(file + " is not what the run wrote: " + reason);
        };
    }
}
