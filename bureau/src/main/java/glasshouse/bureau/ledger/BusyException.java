package glasshouse.bureau.ledger;

/// The ledger holds as many facts unwritten as it may; nothing of the submission was taken.
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException() {
        super("the ledger is busy", null, false, false);
    }
}
