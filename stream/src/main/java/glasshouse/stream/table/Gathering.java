package glasshouse.stream.table;

import glasshouse.stream.person.Result;
import glasshouse.stream.person.Result.BandChange;
import glasshouse.stream.person.Result.Gone;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Published;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/// Gathers what a task says between two checkpoints, and hands it out with the second: of several
/// scores of a person the last, so that the table is written once a person and checkpoint.
final class Gathering implements CommittingSinkWriter<Result, Portion> {
    private final SortedMap<String, Result> last = new TreeMap<>();
    private final Set<ListMove> moves = new LinkedHashSet<>();

    @Override
    public void write(Result result, Context context) {
        switch (result) {
            case Published _, Gone _ -> last.put(result.person(), result);
            case ListMove move -> moves.add(move);
            case BandChange _ -> {}
        }
    }

    @Override
    public Collection<Portion> prepareCommit() {
        List<Result> all = new ArrayList<>(last.values());
        all.addAll(moves);
        last.clear();
        moves.clear();
        var portions = new ArrayList<Portion>();
        for (int from = 0; from < all.size(); from += Portion.MOST_RESULTS) {
            int to = Math.min(all.size(), from + Portion.MOST_RESULTS);
            portions.add(new Portion(all.subList(from, to)));
        }
        return portions;
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
}
