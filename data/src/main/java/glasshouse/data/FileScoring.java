package glasshouse.data;

import glasshouse.account.Plan;
import glasshouse.event.Entry;
import glasshouse.scheme.Band;
import glasshouse.wire.EventHandler;
import glasshouse.wire.EventReader;
import glasshouse.wire.Rejection;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.value.CountedOccurrences;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Occurrences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Scores everybody in files of events: Parquet on all threads, whatever [EventReader] reads, and
/// Parquet rows through a mapping, on one.
public final class FileScoring {
    private static final String CONFLICT =
            "another event with other content came under the same source and id, so all copies are"
                    + " set aside; correct the id, or send one content only";

    private final Plan plan;
    private final Moment moment;
    private final int threads;
    private final @Nullable Mapping mapping;
    private final Consumer<Rejection> rejects;
    private final Progress progress;
    private final Occurrences occurrences = new CountedOccurrences();
    private final AtomicLong records = new AtomicLong();
    private long bytesBefore;
    private long bytesInAll;
    private final List<Span> spans = new ArrayList<>();
    private long nextRow;
    private long read;
    private long rejected;

    /// Rows of one file, in the numbering of the whole run.
    private record Span(String file, long firstRow) {}

    /// Is told now and then how far a run is, on any thread: the records read, and the share of all
    /// bytes, from 0 to 1.
    @FunctionalInterface
    public interface Progress {
        void at(long records, double share);
    }

    /// Prepares a run. `rejects` is told of every refused record, one call at a time.
    public FileScoring(
            Plan plan,
            Moment moment,
            int threads,
            @Nullable Mapping mapping,
            Consumer<Rejection> rejects,
            Progress progress) {
        this.plan = plan;
        this.moment = moment;
        this.threads = threads;
        this.mapping = mapping;
        this.rejects = rejects;
        this.progress = progress;
    }

    /// What a run came to: `accepted + rejected + duplicates = read`; `conflicts` are among the
    /// rejected. Bands in the order of the scheme, with the number of persons in each. `asOf` is
    /// null where the newest event was asked for and there is none. `unread`: the numbers of
    /// events, among those accepted and duplicates, of signals that the scheme does not have.
    public record Summary(
            long read,
            long accepted,
            long rejected,
            long duplicates,
            long conflicts,
            long persons,
            Map<String, Long> bands,
            @Nullable Instant asOf,
            Map<String, Long> unread,
            ScoreTable scores) {}

    /// Whether a file is read as Parquet.
    public static boolean isParquet(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /// Reads the files and scores everybody in them. Once a run; the scores are to be closed.
    public Summary score(List<Path> files) throws UnreadableException {
        var scoring = new Scoring(plan, moment, threads);
        boolean done = false;
        try {
            read(scoring, files);
            Summary summary = summary(scoring.finish(this::setAside));
            done = true;
            return summary;
        } finally {
            if (!done) {
                scoring.close();
            }
        }
    }

    private void read(Scoring scoring, List<Path> files) throws UnreadableException {
        bytesInAll = files.stream().mapToLong(FileScoring::size).sum();
        List<Path> others = new ArrayList<>();
        for (Path file : files) {
            if (!isParquet(file)) {
                others.add(file);
            } else if (mapping == null) {
                parquet(scoring, file);
            } else {
                try (var taker = new EntryTaker(scoring)) {
                    new MappedParquet(file, mapping, occurrences).read(open(taker, name(file)));
                }
                bytesBefore += size(file);
            }
        }
        text(scoring, others);
    }

    private void parquet(Scoring scoring, Path file) throws UnreadableException {
        String name = name(file);
        spans.add(new Span(name, nextRow));
        long rows = Math.max(1, ParquetEvents.rowCount(file));
        long recordsBefore = records.get();
        ParquetEvents.Intook intook =
                new ParquetEvents(
                                scoring,
                                file,
                                nextRow,
                                more -> {
                                    long now = records.addAndGet(more);
                                    report(size(file) * ((double) (now - recordsBefore) / rows));
                                })
                        .read();
        bytesBefore += size(file);
        nextRow += intook.rows();
        read += intook.rows();
        rejected += intook.rejects().size();
        intook.rejects().forEach(name, rejects);
    }

    private void text(Scoring scoring, List<Path> files) throws UnreadableException {
        if (files.isEmpty()) {
            return;
        }
        var reader = new EventReader(mapping, occurrences);
        for (Path file : files) {
            try (var taker = new EntryTaker(scoring)) {
                reader.read(List.of(file), open(taker, name(file)));
            }
            bytesBefore += size(file);
        }
    }

    private void report(double bytesOfFile) {
        double share = bytesInAll == 0 ? 1 : (bytesBefore + bytesOfFile) / bytesInAll;
        progress.at(records.get(), Math.min(1, share));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unknown) {
            // Reading the file will say what is wrong with it.
            return 0;
        }
    }

    /// Rows are told back by number: a line of this file is its number plus those of the files
    /// before.
    private EventHandler open(EntryTaker taker, String name) {
        long before = nextRow;
        spans.add(new Span(name, before));
        return new EventHandler() {
            @Override
            public void accepted(Entry entry) {
                accepted(entry, 1);
            }

            @Override
            public void accepted(Entry entry, long line) {
                long row = before + line - 1;
                taker.take(entry, row);
                nextRow = row + 1;
                read++;
                records.incrementAndGet();
            }

            @Override
            public void rejected(Rejection rejection) {
                read++;
                rejected++;
                rejects.accept(rejection);
                records.incrementAndGet();
            }

            @Override
            public void progress(long readBytes, long totalBytes) {
                report((double) readBytes);
            }
        };
    }

    private void setAside(long row) {
        Span found = spans.getFirst();
        for (Span span : spans) {
            if (span.firstRow() <= row) {
                found = span;
            }
        }
        long line = row - found.firstRow() + 1;
        rejects.accept(new Rejection(found.file(), line, EventCode.CONFLICT.code(), CONFLICT, ""));
    }

    private Summary summary(Scoring.Outcome outcome) {
        Map<String, Long> bands = new LinkedHashMap<>();
        List<Band> named = plan.scheme().bands();
        for (int i = 0; i < named.size(); i++) {
            bands.merge(named.get(i).name(), outcome.bandCounts().get(i), Long::sum);
        }
        long refused = rejected + outcome.conflicting();
        return new Summary(
                read,
                read - refused - outcome.duplicates(),
                refused,
                outcome.duplicates(),
                outcome.conflicting(),
                outcome.scores().size(),
                bands,
                outcome.asOf(),
                outcome.unread(),
                outcome.scores());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
