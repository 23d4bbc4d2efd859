package glasshouse.data;

/// The scores of all persons of a run, in the order of their names' UTF-8 bytes; in memory outside
/// the heap until it is closed.
///
/// Rows lie where their shard folded them; the order is a column of codes.
public final class ScoreTable implements AutoCloseable {
    private final Memory memory;
    private final People people;
    private final ScoreRows rows;
    private final int[] order;

    ScoreTable(Memory memory, People people, ScoreRows rows, int[] order) {
        this.memory = memory;
        this.people = people;
        this.rows = rows;
        this.order = order;
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
        return Memory.get(address(row));
    }

    /// The partial score of a row for a characteristic, by its index in the scheme.
    public long partialMicro(int row, int characteristic) {
        return Memory.get(address(row) + (1L + characteristic) * Long.BYTES);
    }

    /// The dictionary that has the name of a row's person, and the name's code there.
    Dictionary names(int row) {
        return people.dictionary(People.shard(order[row]));
    }

    int nameCode(int row) {
        return People.local(order[row]);
    }

    /// The address of a row's score, before its partial scores.
    long address(int row) {
        int code = order[row];
        return rows.address(People.shard(code), People.local(code));
    }

    /// Gives the memory back; nothing can be read after that.
    @Override
    public void close() {
        memory.close();
    }
}
