package glasshouse.document;

/// A place in a file; lines and columns count from 1.
public record Position(String file, int line, int column) {
    /// The place of something that no file states.
    public static final Position NOWHERE = new Position("", 0, 0);
}
