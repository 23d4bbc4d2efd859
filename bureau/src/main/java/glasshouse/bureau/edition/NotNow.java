package glasshouse.bureau.edition;

/// An order about editions that cannot be carried out as things stand; the message says why and
/// what to do, and holds nobody's data.
public final class NotNow extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public NotNow(String message) {
        super(message);
    }
}
