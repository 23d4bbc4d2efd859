package glasshouse.bureau;

/// The database could not be asked or written; whether something was written may be unknown.
public final class LedgerDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerDown(Throwable cause) {
        super("the database does not answer", cause);
    }
}
