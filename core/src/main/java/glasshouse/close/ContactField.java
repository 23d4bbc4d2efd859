package glasshouse.close;

import glasshouse.account.Plan;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scale;
import java.util.Arrays;

/// A made-up society whose own scores stand still while its contacts pull: what contacts do by
/// themselves, measured. Floating point in measures only.
///
/// The pulling is that of [Closes], of a plan whose one closed characteristic is of contacts.
public final class ContactField {
    private final Closes closes;
    private final Scale scale;
    private final int contacts;
    private final int restDay;
    private final Encounters encounters;
    private final int[] starts;
    private final int[] others;

    /// Ties are from `from[i]` to `to[i]`, all of one signal of the plan, without values.
    public ContactField(Plan plan, int people, int[] from, int[] to) {
        closes = new Closes(plan);
        scale = plan.scheme().scale();
        int found = -1;
        int days = 0;
        int signal = -1;
        for (int i = 0; i < plan.scheme().characteristics().size(); i++) {
            if (plan.scheme().characteristics().get(i) instanceof Characteristic.Contacts each) {
                found = i;
                days = each.closeDays();
                signal = plan.signal(each.signals().getFirst());
            }
        }
        if (found < 0) {
            throw new IllegalArgumentException("the scheme has no contacts");
        }
        contacts = found;
        int anchor = (int) plan.scheme().header().validFrom().toEpochDay();
        restDay = anchor + 2 * Closes.HORIZON * days;
        var builder = new Encounters.Builder(people);
        for (int i = 0; i < from.length; i++) {
            builder.add(from[i], to[i], signal, 0, 0);
        }
        encounters = builder.build();
        starts = new int[people + 1];
        others = rows(from, to);
    }

    private int[] rows(int[] from, int[] to) {
        for (int i = 0; i < from.length; i++) {
            starts[from[i] + 1]++;
            starts[to[i] + 1]++;
        }
        for (int p = 1; p < starts.length; p++) {
            starts[p] += starts[p - 1];
        }
        int[] next = starts.clone();
        var rows = new int[2 * from.length];
        for (int i = 0; i < from.length; i++) {
            rows[next[from[i]]++] = to[i];
            rows[next[to[i]]++] = from[i];
        }
        return rows;
    }

    /// Everybody's published scores at rest, by their own scores.
    public long[] scores(long[] ownMicro) {
        Closed closed = closes.of(encounters, (person, _) -> ownMicro[person], _ -> -1, restDay);
        var scores = new long[ownMicro.length];
        for (int p = 0; p < scores.length; p++) {
            scores[p] = scale.publish(ownMicro[p] + closed.partialMicro(contacts, p));
        }
        return scores;
    }

    /// Number of ties of a person; one that is there twice counts twice.
    public int ties(int person) {
        return starts[person + 1] - starts[person];
    }

    /// How many ties lie between a person and everybody; -1 where no ties lead there.
    public int[] distances(int person) {
        var distances = new int[starts.length - 1];
        Arrays.fill(distances, -1);
        var queue = new int[distances.length];
        queue[0] = person;
        distances[person] = 0;
        for (int next = 0, end = 1; next < end; next++) {
            int p = queue[next];
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                if (distances[others[i]] < 0) {
                    distances[others[i]] = distances[p] + 1;
                    queue[end++] = others[i];
                }
            }
        }
        return distances;
    }

    /// How alike in score those are who are tied: Pearson's correlation over both ends of all ties
    /// (Newman, "Mixing Patterns in Networks", Physical Review E 67, 2003); `NaN` where all are
    /// alike.
    public double assortativity(long[] scores) {
        double n = others.length;
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (int p = 0; p + 1 < starts.length; p++) {
            double x = scores[p] / 1e6;
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                sum += x;
                squares += x * x;
                products += x * (scores[others[i]] / 1e6);
            }
        }
        double variance = squares / n - sum / n * (sum / n);
        return variance < 1e-12 ? Double.NaN : (products / n - sum / n * (sum / n)) / variance;
    }
}
