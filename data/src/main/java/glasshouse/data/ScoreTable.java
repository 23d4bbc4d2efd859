package glasshouse.data;

/// The scores of all persons of a run, in the order of their names' UTF-8 bytes.
///
/// A row is the published score and then the partial scores, in micro-points. Rows lie where their
/// shard folded them; the order is a column of codes.
public final class ScoreTable {
    static final long ABSENT = Long.MIN_VALUE;

    private final People people;
    private final long[][] rows;
    private final int width;
    private final int[] order;

    ScoreTable(People people, long[][] rows, int characteristics, int[] order) {
        this.people = people;
        this.rows = rows;
        this.order = order;
        width = width(characteristics);
    }

    static int width(int characteristics) {
        return 1 + characteristics;
    }

    /// Number of persons.
    public int size() {
        return order.length;
    }

    /// The person of a row.
    public String person(int row) {
        return people.name(order[row]);
    }

    /// The published score of a row.
    public long scoreMicro(int row) {
        return shard(row)[start(row)];
    }

    /// The partial score of a row for a characteristic, by its index in the scheme.
    public long partialMicro(int row, int characteristic) {
        return shard(row)[start(row) + 1 + characteristic];
    }

    /// The dictionary that has the name of a row's person, and the name's code there.
    Dictionary names(int row) {
        return people.dictionary(People.shard(order[row]));
    }

    int nameCode(int row) {
        return People.local(order[row]);
    }

    /// The array in which a row lies, from [#start] on.
    long[] shard(int row) {
        return rows[People.shard(order[row])];
    }

    int start(int row) {
        return People.local(order[row]) * width;
    }
}
