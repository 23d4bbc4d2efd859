package glasshouse.data;

/// The scores of persons by their codes: for each the published score and then the partial scores,
/// in micro-points. A shard's rows lie in [Pages], as many to a page as fit.
///
/// Shards may be opened and written by several threads, each by one.
final class ScoreRows {
    private final Memory memory;
    private final Pages pages;
    private final int width;
    private final int rowsInPiece;
    private final long[][] pieces = new long[People.SHARDS][0];

    ScoreRows(Memory memory, Pages pages, int characteristics) {
        this.memory = memory;
        this.pages = pages;
        width = 1 + characteristics;
        rowsInPiece = Math.max(1, Pages.LONGS / width);
    }

    /// Makes room for a shard.
    void open(int shard, int persons) {
        var rows = new long[(persons + rowsInPiece - 1) / rowsInPiece];
        for (int piece = 0; piece < rows.length; piece++) {
            rows[piece] =
                    width <= Pages.LONGS ? pages.take() : memory.take((long) width * Long.BYTES);
        }
        pieces[shard] = rows;
    }

    /// The address of a row's score; that of its partial scores is 8 bytes on, and so forth.
    long address(int shard, int local) {
        int piece = local / rowsInPiece;
        int row = local - piece * rowsInPiece;
        return pieces[shard][piece] + (long) row * width * Long.BYTES;
    }
}
